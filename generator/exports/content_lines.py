"""Content lines of iCalendar (RFC 5545, 3.1 and 3.3.11): escaped text, lines folded at 75 octets."""

from __future__ import annotations

import re

LONGEST = 75
"""Octets of a line without its line break."""

CONTINUATION = range(0x80, 0xC0)
"""Bytes of UTF-8 that do not begin a character: no line may be cut before one."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What no text may hold: control characters but tab, and surrogates, which UTF-8 cannot write. Separators of lines
and paragraphs and the controls above 127 go too: readers that split lines by Unicode would cut a value at them."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def text(value: str) -> str:
    """A value of type TEXT."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _CONTROLS.sub("", lines).translate(_ESCAPES)


def folded(line: str) -> bytes:
    """The line with its break, folded between characters: each further line begins with a space that is not its own."""
    octets = line.encode()
    pieces, start, room = [], 0, LONGEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] in CONTINUATION:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, LONGEST - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
