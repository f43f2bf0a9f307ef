"""A row of the table of codes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A permanent code. `name` says the fault (`unknown-actor`); `bad` and `good` are short source excerpts,
    shown by `dateline explain` and in `docs/diagnostics.md`."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    bad: str
    good: str
