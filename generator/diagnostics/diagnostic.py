"""A finding: what is wrong, where, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a source file. `path` is relative to the site's folder; line and column are 1-based, in
    characters; line 0 means the whole file. `length` is in characters on that line.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `severity` comes from the code's row in the table (`codes.severity_of`).

    `record` names the record it is about (`event/tabqa-falls`), so that its `accept:` can answer for it.
    """

    code: str
    message: str
    span: Span
    help: str = ""
    record: str = ""
    related: tuple[Span, ...] = ()
