"""Text set in lines for a drawing: broken where a line is full, smaller where it would not fit, the right way round.

What draws it lays every line out from left to right unless told otherwise, so a line of a text that begins in a
right-to-left script is put between the marks that turn it (Unicode UAX 9, RLE and PDF).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from generator.model.names import direction_of
from generator.rendering.typeface import Typeface, read_typeface

FONTS = "assets/fonts/cards"
"""Where the theme and a site keep the fonts of drawings; a site's own may have letters that the theme's lack."""

UNKNOWN = 0.6
"""The width of a letter that no font has, and that is drawn as a box."""

STEP = 2
"""By how much type gets smaller at a time."""

ELLIPSIS = "…"

_UNSEEN = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
"""Joiners and variation selectors, which no font needs a shape for."""

_TURNING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Marks of direction that an editor wrote: a line must not leave one open."""

_RLE, _PDF = "\u202b", "\u202c"


@dataclass(frozen=True, slots=True)
class Lines:
    """A text that is set: its lines in order, the size of its type, the width of the widest line, and whether its end is
    missing.
    """

    lines: tuple[str, ...]
    size: int
    width: float
    is_cut: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Typecase:
    """All fonts that drawings may use, by the stem of their file (`serif-600`)."""

    faces: dict[str, Typeface]

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files, by name."""
        return tuple(face.path for _, face in sorted(self.faces.items()))

    def fitted(self, text: str, face: str, size: int, least: int, width: int, most: int) -> Lines:
        """`text` in at most `most` lines of `width`, in type of `size`, or smaller down to `least`; then it is cut."""
        words = _words(text)
        for tried in range(size, least - 1, -STEP):
            lines = self._broken(words, face, width / tried)
            if len(lines) <= most:
                return self._set(text, self._evened(words, face, width / tried, lines), face, tried)
        lines = self._broken(words, face, width / least)[:most]
        whole = self._set(text, [*lines[:-1], self._cut(lines[-1], face, width / least)], face, least)
        return replace(whole, is_cut=True)

    def missing(self, text: str) -> str:
        """The letters of the text that no font has, each once, in order."""
        letters = _UNSEEN.sub("", "".join(_words(text)))
        return "".join(dict.fromkeys(letter for letter in letters if not self._has(letter)))

    def _set(self, text: str, lines: list[str], face: str, size: int) -> Lines:
        turned = direction_of(text) == "rtl"
        widest = max((self._width(line, face) for line in lines), default=0)
        return Lines(tuple(f"{_RLE}{line}{_PDF}" if turned else line for line in lines), size, widest * size)

    def _broken(self, words: list[str], face: str, width: float) -> list[str]:
        """Lines as full as can be. A word that is wider than a line is broken where the line ends."""
        lines: list[str] = []
        room = 0.0
        space = self._width(" ", face)
        for word in words:
            for part in self._parts(word, face, width):
                wide = self._width(part, face)
                if lines and wide + space <= room:
                    lines[-1] += f" {part}"
                    room -= wide + space
                else:
                    lines.append(part)
                    room = width - wide
        return lines

    def _evened(self, words: list[str], face: str, width: float, lines: list[str]) -> list[str]:
        """The same number of lines, as even as that allows."""
        narrow = width
        for part in range(9, 4, -1):
            tried = self._broken(words, face, width * part / 10)
            if len(tried) != len(lines):
                break
            lines, narrow = tried, width * part / 10
        return lines if narrow < width else self._broken(words, face, width)

    def _parts(self, word: str, face: str, width: float) -> Iterator[str]:
        while self._width(word, face) > width and len(word) > 1:
            end = max(
                1, next(end for end in range(1, len(word) + 1) if self._width(word[:end], face) > width) - 1
            )
            yield word[:end]
            word = word[end:]
        yield word

    def _cut(self, line: str, face: str, width: float) -> str:
        while line and self._width(line + ELLIPSIS, face) > width:
            line = line[:-1]
        return line.rstrip() + ELLIPSIS

    def _width(self, text: str, face: str) -> float:
        first = self.faces[face].widths
        return sum(first[letter] if letter in first else self._foreign(letter) for letter in text)

    def _foreign(self, letter: str) -> float:
        return next((face.widths[letter] for face in self.faces.values() if face.has(letter)), UNKNOWN)

    def _has(self, letter: str) -> bool:
        return any(face.has(letter) for face in self.faces.values())


@lru_cache(maxsize=4)
def typecase(folders: tuple[Path, ...]) -> Typecase:
    """The fonts of template folders; of two with one name the first folder's stands."""
    found: dict[str, Typeface] = {}
    for folder in folders:
        for path in sorted((folder / FONTS).glob("*.[ot]tf")):
            found.setdefault(path.stem, read_typeface(path))
    return Typecase(dict(sorted(found.items())))


def _words(text: str) -> list[str]:
    return _TURNING.sub("", unicodedata.normalize("NFC", text)).split()
