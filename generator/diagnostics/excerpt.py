"""The part of a source line that is shown under a finding, and where its carets go."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics.visible import cells, drawn

CUT = "…"
REACH = 4
"""Characters looked at per cell of room: marks take no cell, and a line of marks must end somewhere."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`text` as drawn; the carets stand `indent` cells from its start and are `length` cells long (at least 1)."""

    text: str
    indent: int
    length: int


def excerpt(line: str, column: int, length: int, room: int) -> Excerpt:
    """`line` drawn in at most `room` cells (20 or more), clipped around the span where it is longer.

    `column` is 1-based, `length` in characters; both are brought within the line. A span at the line's
    end (something is missing there) gets one caret behind it.
    """
    start = min(max(column - 1, 0), len(line))
    end = min(start + max(length, 1), len(line))
    first, last = _window(line, start, room)
    indent = (first > 0) * len(CUT) + cells(line[first:start])
    width = cells(line[start : min(end, last)])
    text = CUT * (first > 0) + drawn(line[first:last]) + CUT * (last < len(line))
    # A span of nothing but marks is drawn on the letter before it.
    lean = 1 if width == 0 and start < end and indent > 0 else 0
    return Excerpt(text, indent - lean, max(width, 1))


def _window(line: str, start: int, room: int) -> tuple[int, int]:
    """First and last (exclusive) character shown: a third of the room before the span, the rest from it on."""
    if len(line) <= room * REACH and cells(line) <= room:
        return 0, len(line)
    inner = room - 2 * len(CUT)
    first = _back_from(line, start, inner // 3)
    last = _on_from(line, first, inner)
    if last == len(line):
        first = min(first, _back_from(line, last, inner))
    return first, last


def _back_from(line: str, end: int, room: int) -> int:
    """The earliest start of a stretch up to `end` that fits, not between a letter and its marks."""
    first, used = end, 0
    while first > max(0, end - room * REACH):
        used += cells(line[first - 1])
        if used > room:
            break
        first -= 1
    while 0 < first < end and cells(line[first]) == 0:
        first += 1
    return first


def _on_from(line: str, start: int, room: int) -> int:
    """The latest end (exclusive) of a stretch from `start` that fits."""
    last, used = start, 0
    while last < min(len(line), start + room * REACH):
        used += cells(line[last])
        if used > room:
            break
        last += 1
    return last
