"""Text that is not UTF-8: where it goes wrong, and what it looks like. A guess is for the message only."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span

_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
_MANY: Final = 0.25
"""Share of bytes above 0x7F from which a text is hardly in Latin letters."""

_SURROGATE: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_OVERLONG: Final = re.compile(rb"[\xc0\xc1][\x80-\xbf]")
_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}")
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def undecodable(raw: bytes, offset: int, path: str) -> Diagnostic:
    """The finding on a file whose byte at `offset` (from 0) is the first that is not UTF-8 text."""
    ends = list(_LINE_END.finditer(raw, 0, offset))
    begin = ends[-1].end() if ends else 0
    line = len(ends) + 1
    column = len(raw[begin:offset].decode("utf-8", "replace")) + 1
    kind = "not text" if raw[offset : offset + 1] == b"\0" else "not UTF-8"
    return Diagnostic(
        "D012",
        f"{kind} at byte {offset}, line {line}: {_guess(raw, offset)}",
        Span(path, line, column),
        "save the file as UTF-8",
    )


def _guess(raw: bytes, offset: int) -> str:
    return next(words for applies, words in _GUESSES if applies(raw, offset))


def _is_utf32(raw: bytes, offset: int) -> bool:
    return raw.startswith(tuple(mark for mark, name in _MARKS if name == "UTF-32")) or (
        raw[offset : offset + 3] == b"\0\0\0"
    )


def _is_utf16(raw: bytes, _offset: int) -> bool:
    return raw.startswith(tuple(mark for mark, name in _MARKS if name == "UTF-16")) or (
        len(raw) >= 4 and raw.count(0) * 3 >= len(raw)  # noqa: PLR2004 - two characters at least
    )


def _is_nul(raw: bytes, offset: int) -> bool:
    return raw[offset] == 0


def _is_surrogate(raw: bytes, offset: int) -> bool:
    return _SURROGATE.match(raw, offset) is not None


def _is_overlong(raw: bytes, offset: int) -> bool:
    return _OVERLONG.match(raw, offset) is not None


def _is_cut_short(raw: bytes, offset: int) -> bool:
    return _SEQUENCE.fullmatch(raw, offset) is not None and offset > 0


def _is_mostly_high(raw: bytes, _offset: int) -> bool:
    return _high(raw) > _MANY * len(raw)


def _is_windows(raw: bytes, _offset: int) -> bool:
    return any(0x80 <= byte <= 0x9F for byte in raw)  # noqa: PLR2004


def _high(raw: bytes) -> int:
    return len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))


_GUESSES: Final[tuple[tuple[Callable[[bytes, int], bool], str], ...]] = (
    (_is_utf32, "looks like UTF-32"),
    (_is_utf16, "looks like UTF-16"),
    (_is_nul, "a NUL, so it is no text file"),
    (_is_surrogate, "half of a surrogate pair, as some databases write it"),
    (_is_overlong, "a letter written with more bytes than it needs"),
    (_is_cut_short, "the last letter is cut short"),
    (_is_mostly_high, "looks like an 8-bit encoding such as Windows-1256 (Arabic)"),
    (_is_windows, "looks like Windows-1252"),
    (lambda _raw, _offset: True, "looks like Latin-1"),
)
