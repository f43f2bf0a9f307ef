r"""Where a position in a block's text stands in the source.

markdown-it gives inline text without its containers' marks (`> `, `- `, indents), with `\|` of table cells
already unescaped, and tells only the first and last line. A line of such text is always the end of its source
line, but for white space and closing `#`s that were trimmed; so its last occurrence there is its place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

Segment = tuple[int, int, int]
"""From this position of the text on: index of the source line, and 0-based column there."""

TRIMMED = " \t\v\f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029"
"""What markdown-it strips from the ends of a cell."""

_SEPARATOR = re.compile(r"(?<!\\)\|")
_ESCAPED_SEPARATOR = re.compile(r"\\\|")


def block_segments(text: str, top: int, bottom: int, lines: Sequence[str]) -> list[Segment]:
    """Segments of a paragraph, heading or term that was cut from source lines `top` to `bottom` (exclusive)."""
    wanted = text.split("\n")
    first = wanted[0].lstrip(TRIMMED)
    # a first line of no-break spaces is trimmed away whole
    while bottom - top > len(wanted) and first not in lines[top]:
        top += 1
    segments: list[Segment] = []
    start = 0
    for number, line in enumerate(wanted, top):
        body = line.lstrip(TRIMMED)
        column = lines[number].rfind(body) - (len(line) - len(body)) if number < len(lines) else 0
        segments.append((start, number, column))
        start += len(line) + 1
    return segments


def cell_segments(line: int, span: tuple[int, int], lines: Sequence[str]) -> list[Segment]:
    r"""Segments of a table cell whose raw text stands at `span` of a source line: a new one after each `\|`."""
    raw = lines[line][span[0] : span[1]]
    left = span[0] + len(raw) - len(raw.lstrip(TRIMMED))
    segments: list[Segment] = [(0, line, left)]
    for removed, pipe in enumerate(_ESCAPED_SEPARATOR.finditer(lines[line], left, span[1])):
        segments.append((pipe.start() - left - removed, line, pipe.start() + 1))
    return segments


def row_cells(line: str, start: int) -> list[tuple[int, int]]:
    """Spans of the raw cells of a table row that begins at a column, split as markdown-it splits them."""
    right = len(line.rstrip(TRIMMED))
    left = right - len(line[start:right].lstrip(TRIMMED))
    bounds = [left - 1, *(pipe.start() for pipe in _SEPARATOR.finditer(line, left, right)), right]
    cells = [(bar + 1, following) for bar, following in pairwise(bounds)]
    if cells and cells[0][0] == cells[0][1]:
        del cells[0]
    if cells and cells[-1][0] == cells[-1][1]:
        del cells[-1]
    return cells


def locate(position: int, segments: Sequence[Segment]) -> tuple[int, int]:
    """Index of the source line and 0-based column of a position in the text."""
    start, line, column = segments[max(0, bisect_right(segments, position, key=_start) - 1)]
    return line, column + position - start


def _start(segment: Segment) -> int:
    return segment[0]
