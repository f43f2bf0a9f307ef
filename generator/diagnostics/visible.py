r"""Text made safe and measurable for a terminal: one line, nothing that moves the cursor or reorders letters.

Messages, paths and source lines hold what others wrote. Controls, line separators, lone surrogates, bidi
controls and other invisible characters are shown as escapes (`\x1b`, `\u202e`); letters, marks and the
joiners that Arabic, Persian and emoji need stay as they are. A backslash stays too: this is for eyes, not
for reading back.
"""

from __future__ import annotations

import re
import unicodedata

SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
TAB = "    "
"""A tab in an excerpt: always four cells, so that a clipped line keeps its columns."""

_JOINERS = "\u200c\u200d"
_PREPENDED = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Format characters that are drawn: Arabic, Syriac and Kaithi number and verse signs."""

_UNDRAWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNDECODED_BASE = 0xDC00
_UNDECODED = range(0xDC80, 0xDD00)
"""Bytes of a file name that was not UTF-8, as Python keeps them (`surrogateescape`)."""
_LAST_BYTE = 0xFF
_LAST_OF_BMP = 0xFFFF


def visible(text: str) -> str:
    """`text` on one line with everything unsafe or invisible written as escapes."""
    return text if text.isprintable() else "".join(map(_glyph, text))


def drawn(text: str) -> str:
    """A source line as an excerpt shows it: like `visible`, with each tab as four cells."""
    return visible(text) if text.isprintable() else "".join(map(_drawn, text))


def cells(text: str) -> int:
    """Terminal cells that `drawn(text)` takes: wide letters two, marks and joiners none."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_cells, text))


def encodable(text: str) -> str:
    """`text` with lone surrogates, which no encoding can carry, written as escapes."""
    return _SURROGATE.sub(lambda found: _escape(found[0]), text)


def _drawn(character: str) -> str:
    return TAB if character == "\t" else _glyph(character)


def _glyph(character: str) -> str:
    return _escape(character) if _is_unsafe(character) else character


def _is_unsafe(character: str) -> bool:
    if character in _JOINERS or character in _PREPENDED:
        return False
    return unicodedata.category(character) in _UNDRAWN


def _escape(character: str) -> str:
    number = ord(character)
    if character in SHORT:
        return SHORT[character]
    if number in _UNDECODED:
        number -= _UNDECODED_BASE
    if number <= _LAST_BYTE:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= _LAST_OF_BMP else f"\\U{number:08x}"


def _cells(character: str) -> int:
    if character == "\t" or _is_unsafe(character):
        return len(_drawn(character))
    if character in _JOINERS or unicodedata.category(character) in _MARKS or _is_inner_jamo(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_inner_jamo(character: str) -> bool:
    """Vowels and finals that a terminal draws inside the Hangul syllable before them."""
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"
