"""Entries put in another order, taken out or added: those that are kept are kept letter by letter.

An entry of a list in lines goes with the comment lines above it, those above the first excepted, which are the list's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.desk.splices import Splice
from generator.forms.layout import end_of_line, line_of_comment, start_of_line
from generator.reading.text import SourceText

_DASH: Final = re.compile(r"[ ]*-[ ]*")


class Piece(NamedTuple):
    """An entry to come: the number of the one in the file that it is, -1 for none; what is changed in that; its text,
    where it is new.
    """

    origin: int
    splices: Sequence[Splice]
    text: str = ""


class Extent(NamedTuple):
    """Where an entry's value stands."""

    start: int
    end: int


def in_lines(
    source: SourceText, extents: Sequence[Extent], pieces: Sequence[Piece], *, dashes: bool
) -> Splice | None:
    """The entries that stand on lines of their own, as `pieces`. None where one does not stand so."""
    heads = [source.text[start_of_line(source, one.start) : one.start] for one in extents]
    if not all(_DASH.fullmatch(head) if dashes else not head.strip() for head in heads):
        return None
    starts = [start_of_line(source, extents[0].start)]
    for before, one in pairwise(extents):
        starts.append(_lead(source, start_of_line(source, one.start), end_of_line(source, before.end)))
    ends = [*(start - 1 for start in starts[1:]), end_of_line(source, extents[-1].end)]
    lines = [
        heads[0] + piece.text
        if piece.origin < 0
        else edited(source, Extent(starts[piece.origin], ends[piece.origin]), piece)
        for piece in pieces
    ]
    return Splice(starts[0], ends[-1], "\n".join(lines))


def in_brackets(source: SourceText, extents: Sequence[Extent], pieces: Sequence[Piece]) -> Splice | None:
    """The entries within brackets, as `pieces`; None where there are none yet, or a new one cannot stand in brackets."""
    if not extents or not all(piece.origin >= 0 or piece.text for piece in pieces):
        return None
    between = [source.text[one.end : two.start] for one, two in pairwise(extents)]
    texts = [edited(source, extents[one.origin], one) if one.origin >= 0 else one.text for one in pieces]
    between = [*between[: len(texts) - 1], *[", "] * (len(texts) - 1 - len(between))]
    text = "".join(part for pair in zip(texts, [*between, ""], strict=True) for part in pair)
    return Splice(extents[0].start, extents[-1].end, text)


def edited(source: SourceText, extent: Extent, piece: Piece) -> str:
    """The text of an entry with what is changed in it."""
    parts: list[str] = []
    at = extent.start
    for splice in sorted(piece.splices):
        parts.extend((source.text[at : splice.start], splice.text))
        at = splice.end
    return "".join((*parts, source.text[at : extent.end]))


def _lead(source: SourceText, line: int, before: int) -> int:
    """The start of the comment lines right above a line, none of them at or before an offset."""
    while True:
        above = source.text.rfind("\n", 0, line - 1) + 1
        if above <= before or not line_of_comment(source, above):
            return line
        line = above
