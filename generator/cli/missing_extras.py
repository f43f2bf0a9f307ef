"""Optional libraries that are not installed, and what a build does without them."""

from __future__ import annotations

from importlib.util import find_spec

EXTRAS: tuple[tuple[str, str, str], ...] = (("cards", "resvg_py", "pictures for shared links"),)
"""Extra, module, what is left out without it."""


def missing_extras() -> tuple[str, ...]:
    """One line for each extra that is missing."""
    return tuple(
        f"left out: {left_out} (pip install 'dateline[{extra}]' brings it)"
        for extra, module, left_out in EXTRAS
        if find_spec(module) is None
    )
