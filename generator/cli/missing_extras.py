"""Optional libraries that are not installed, and what a build does without them."""

from __future__ import annotations

from importlib.util import find_spec

EXTRAS: tuple[tuple[str, str, str], ...] = (("cards", "resvg_py", "pictures for shared links"),)
"""Extra, module, what is left out without it."""


def missing_extras() -> tuple[str, ...]:
    """One line for each extra that is missing."""
    return tuple(left_out(extra, what) for extra, module, what in EXTRAS if find_spec(module) is None)


def left_out(extra: str, what: str) -> str:
    """The line that says so."""
    return f"left out: {what} (pip install 'dateline[{extra}]' brings it)"
