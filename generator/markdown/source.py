"""Text as it is before parsing: one kind of line end, and no character that HTML forbids.

Every replacement but that of CR LF is one character for one, so that columns stay those of the file.
"""

from __future__ import annotations

import re

LIMIT = 16 * 1024 * 1024
"""Bytes of UTF-8 in one body."""

_LINE_END = re.compile(r"\r\n?")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_USUAL = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_BYTES_IN_A_CHARACTER = 4


def normal(text: str) -> str:
    """LF line ends; controls, lone surrogates and noncharacters as U+FFFD (HTML, "control character", "noncharacter").

    NUL among them: so the token ROOT cannot be written by a source.
    """
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return _FORBIDDEN.sub("\ufffd", text) if _FORBIDDEN.search(unusual(text)) else text


def unusual(text: str) -> str:
    """The characters of a text that are not ASCII, or are its controls: the few that a pattern need look at.

    Taking bytes out is ten times faster than a search, and of UTF-8 whole characters are left.
    """
    return text.encode("utf-8", "surrogatepass").translate(None, _USUAL).decode("utf-8", "surrogatepass")


def size_above_limit(text: str) -> int:
    """Its bytes if they are more than the limit, else 0."""
    if len(text) * _BYTES_IN_A_CHARACTER <= LIMIT:
        return 0
    size = len(text.encode("utf-8", "surrogatepass"))
    return size if size > LIMIT else 0
