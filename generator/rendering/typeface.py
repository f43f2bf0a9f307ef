"""The letters of a TrueType or OpenType font and how wide each is: enough to break lines where they are full.

After the OpenType specification 1.9.1, chapters "font file", "cmap" (subtable formats 4 and 12), "head", "hhea" and
"hmtx". A joined Arabic letter is narrower than the letter alone, whose width this is: such lines break early, never
late. What draws the text shapes it properly.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from struct import iter_unpack, unpack_from

from generator.whole_files import read_whole

WORLDS = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))
"""Platform and encoding of the subtables that say Unicode, the fullest first."""


SEGMENTS, GROUPS = 4, 12
"""The formats of subtables that such fonts use."""


class UnreadableFontError(ValueError):
    """A font file that is not what it should be."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Widths of letters, as parts of the size of the type."""

    path: Path
    widths: dict[str, float]

    def has(self, letter: str) -> bool:
        """Whether the font can draw it."""
        return letter in self.widths


@lru_cache(maxsize=32)
def read_typeface(path: Path) -> Typeface:
    """Read a font file. Raises UnreadableFontError, and OSError as any reading does."""
    font = read_whole(path)
    try:
        return Typeface(path, dict(_widths(font)))
    except (struct.error, LookupError, ArithmeticError, ValueError) as error:
        raise UnreadableFontError(f"{path.name} cannot be read as a TrueType or OpenType font") from error


def _widths(font: bytes) -> Iterator[tuple[str, float]]:
    tables = _tables(font)
    (units,) = unpack_from(">H", font, tables["head"] + 18)
    (count,) = unpack_from(">H", font, tables["hhea"] + 34)
    advances = unpack_from(">" + "H2x" * count, font, tables["hmtx"])
    for letter, glyph in _letters(font, tables["cmap"]):
        if glyph:
            yield chr(letter), advances[min(glyph, count - 1)] / units


def _tables(font: bytes) -> dict[str, int]:
    """Where each table begins."""
    (count,) = unpack_from(">H", font, 4)
    records = iter_unpack(">4sIII", font[12 : 12 + 16 * count])
    return {tag.decode("latin-1"): offset for tag, _checksum, offset, _length in records}


def _letters(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Letter and glyph of the fullest subtable."""
    (count,) = unpack_from(">H", font, cmap + 2)
    subtables = {
        (platform, encoding): cmap + offset
        for platform, encoding, offset in iter_unpack(">HHI", font[cmap + 4 : cmap + 4 + 8 * count])
    }
    start = subtables[next((world for world in WORLDS if world in subtables), WORLDS[0])]
    (form,) = unpack_from(">H", font, start)
    if form == GROUPS:
        return _groups(font, start)
    if form == SEGMENTS:
        return _segments(font, start)
    raise KeyError(form)


def _groups(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 12: runs of letters and of glyphs."""
    (count,) = unpack_from(">I", font, start + 12)
    for first, last, glyph in iter_unpack(">III", font[start + 16 : start + 16 + 12 * count]):
        yield from zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)


def _segments(font: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 4: runs of letters, whose glyphs are a step away or stand in a list."""
    (twice,) = unpack_from(">H", font, start + 6)
    count = twice // 2
    ends, starts, steps, ranges = (
        start + 14,
        start + 16 + twice,
        start + 16 + 2 * twice,
        start + 16 + 3 * twice,
    )
    for segment in range(count):
        (last,) = unpack_from(">H", font, ends + 2 * segment)
        (first,) = unpack_from(">H", font, starts + 2 * segment)
        (step,) = unpack_from(">H", font, steps + 2 * segment)
        place = ranges + 2 * segment
        (listed,) = unpack_from(">H", font, place)
        for letter in range(first, min(last, 0xFFFE) + 1):
            if not listed:
                yield letter, (letter + step) & 0xFFFF
                continue
            (glyph,) = unpack_from(">H", font, place + listed + 2 * (letter - first))
            yield letter, (glyph + step) & 0xFFFF if glyph else 0
