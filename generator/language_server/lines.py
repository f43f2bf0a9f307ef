"""A text by lines, and positions in it as editors count them.

Editors count lines from 0, ended by LF, CRLF or CR and by nothing else, and columns in code units of the encoding that was agreed
on, UTF-16 unless they ask for another (Language Server Protocol 3.17, "Position"): most emoji are two units, an Arabic
letter is one, a vowel sign one more.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal, NamedTuple

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_LAST_OF_BMP = 0xFFFF


class Position(NamedTuple):
    """Line and column, from 0; the column in code units."""

    line: int
    column: int


class Lines:
    """A text whose lines end in LF, and the way from offsets (in characters) to positions and back."""

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.encoding = encoding
        self._starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = self.text.find("\n", at + 1)

    def line(self, number: int) -> str:
        """A line without its end; empty beyond the last."""
        if number >= len(self._starts):
            return ""
        return self.text[self._starts[number] : self._end(number)]

    def start(self, number: int) -> int:
        """The offset of a line, from 0; the text's end beyond the last."""
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def offset(self, position: Position) -> int:
        """The offset of a position; the line's end where it has no such column."""
        if position.line >= len(self._starts):
            return len(self.text)
        units = position.column
        start, end = self._starts[position.line], self._end(position.line)
        for at in range(start, end):
            if units <= 0:
                return at
            units -= width(self.text[at], self.encoding)
        return end

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        units = sum(width(character, self.encoding) for character in self.text[self._starts[line] : offset])
        return Position(line, units)

    def changed(self, start: Position, end: Position, text: str) -> Lines:
        """The text with what stands between two positions replaced."""
        before, after = self.text[: self.offset(start)], self.text[self.offset(end) :]
        return Lines(before + text + after, self.encoding)

    def _end(self, number: int) -> int:
        return self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self.text)


def width(character: str, encoding: Encoding) -> int:
    """How many code units a character has."""
    if encoding == "utf-16":
        return 2 if ord(character) > _LAST_OF_BMP else 1
    return len(character.encode("utf-8", "surrogatepass")) if encoding == "utf-8" else 1
