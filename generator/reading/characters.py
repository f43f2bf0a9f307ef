"""Characters that cannot stand in a published text: control characters, and line separators that are no line ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.markdown.source import unusual

_CONTROLS: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_SEPARATORS: Final = "\x0b\x0c\x85\u2028\u2029"
_UNWANTED: Final = re.compile(f"[{_CONTROLS}{_SEPARATORS}]")
_MOST_SHOWN: Final = 5
"""Findings of a kind in one text: a file full of them has one fault, not thousands."""

_NAMES: Final = {
    "\x0b": "a vertical tab",
    "\x0c": "a form feed",
    "\x85": "a NEXT LINE (U+0085)",
    "\u2028": "a LINE SEPARATOR (U+2028)",
    "\u2029": "a PARAGRAPH SEPARATOR (U+2029)",
}


@dataclass(frozen=True, slots=True)
class UnwantedCharacter:
    """One of them: its offset in the text and the finding it makes."""

    code: str
    message: str
    offset: int
    advice: str


def is_clean(text: str) -> bool:
    """Whether none of them is in the text."""
    return text.isprintable() or _UNWANTED.search(unusual(text)) is None


def replaced(text: str) -> tuple[str, tuple[UnwantedCharacter, ...]]:
    """The text with a space for each stray line separator and U+FFFD for each control character; the first few found."""
    if is_clean(text):
        return text, ()
    shown = {"D013": 0, "D014": 0}
    found: list[UnwantedCharacter] = []
    for match in _UNWANTED.finditer(text):
        fault = _fault(match.group(), match.start())
        shown[fault.code] += 1
        if shown[fault.code] <= _MOST_SHOWN:
            found.append(fault)
    return _UNWANTED.sub(_replacement, text), tuple(found)


def _replacement(match: re.Match[str]) -> str:
    return " " if match.group() in _NAMES else "\ufffd"


def _fault(character: str, offset: int) -> UnwantedCharacter:
    if character in _NAMES:
        message = f"{_NAMES[character]} does not end a line here and is read as a space"
        return UnwantedCharacter(
            "D014", message, offset, "delete it, or put a space or a new line in its place"
        )
    advice = "delete it"
    if "\x80" <= character <= "\x9f":
        advice = "it may be a Windows-1252 quotation mark or dash: type that again"
    return UnwantedCharacter("D013", f"the control character U+{ord(character):04X}", offset, advice)
