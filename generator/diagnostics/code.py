"""A row of the table of codes, and a family of rows."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A permanent code. `name` says the fault (`unknown-actor`); `bad` and `good` are short source excerpts,
    shown by `dateline explain` and in `docs/diagnostics.md`.
    """

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Family:
    """Codes of one kind of fault: all begin with `prefix` (`D2`)."""

    prefix: str
    title: str
    codes: tuple[Code, ...]
