"""What was written, as a message repeats it."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 60
"""Characters."""


def in_quotes(text: str) -> str:
    """The text in quotation marks, cut when it is long: the place says where to read on."""
    return f'"{shortened(text)}"'


def shortened(text: str) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
