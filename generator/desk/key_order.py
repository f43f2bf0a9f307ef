"""Keys in the order of their table. An entry moves with the comments above it, beside it and within it.

Comments above the first key that a blank line divides from it are the file's own and stay at the top, and comments
after the last value stay at the end. A mapping that is laid out in an unusual way stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.desk.splices import Splice
from generator.reading.fields.field import Table
from generator.reading.nodes import Mapping, Node, Scalar
from generator.reading.text import SourceText

_DASHES: Final = re.compile(r"[ ]*(?:-[ ]+)?")


def order_splice(source: SourceText, mapping: Mapping, table: Table) -> Splice | None:
    """What puts the keys of one mapping into order; None when they are, or cannot be moved without a loss."""
    ranks = [_rank(key, table) for key, _ in mapping.entries]
    if ranks == sorted(ranks):
        return None
    if source.text.startswith("{", mapping.start):
        return _within_braces(source, mapping, ranks)
    block = _Block(source, mapping)
    return block.ordered(ranks) if block.is_plain() else None


def _rank(key: Scalar, table: Table) -> int:
    """The key's place in its table; keys that it does not know come last, in their own order."""
    keys = list(table.by_key)
    return keys.index(key.text) if key.text in table.by_key else len(keys)


def _within_braces(source: SourceText, mapping: Mapping, ranks: list[int]) -> Splice | None:
    written = source.text[mapping.start : mapping.end]
    if "#" in written or "\n" in written or any(_is_empty(value) for _, value in mapping.entries):
        return None
    entries = [source.text[key.start : value.end] for key, value in mapping.entries]
    between = [source.text[one[1].end : two[0].start] for one, two in pairwise(mapping.entries)]
    in_order = [entries[at] for at in _sorted(ranks)]
    text = "".join(part for pair in zip(in_order, [*between, ""], strict=True) for part in pair)
    return Splice(mapping.entries[0][0].start, mapping.entries[-1][1].end, text)


def _sorted(ranks: list[int]) -> list[int]:
    return sorted(range(len(ranks)), key=lambda at: (ranks[at], at))


def _is_empty(node: Node) -> bool:
    return node.start == node.end


class _Block:
    """A mapping with a key to a line. Lines are counted from 0, ends are excluded."""

    def __init__(self, source: SourceText, mapping: Mapping) -> None:
        self._source = source
        self._lines = source.text.split("\n")
        self._keys = [key for key, _ in mapping.entries]
        self._first = [self._line(key.start) for key in self._keys]
        self._column = self._keys[0].start - source.line_starts[self._first[0]]
        ends = [
            max(self._last_line(value), first) + 1
            for first, (_, value) in zip(self._first, mapping.entries, strict=True)
        ]
        self._end = [end + self._tail(end) for end in ends]

    def is_plain(self) -> bool:
        """Whether every key begins a line of its own at one column; the first may stand after a hyphen."""
        starts = [self._lines[line][: self._column] for line in self._first]
        columns = {
            key.start - self._source.line_starts[line]
            for key, line in zip(self._keys, self._first, strict=True)
        }
        return (
            len(columns) == 1
            and len(set(self._first)) == len(self._first)
            and _DASHES.fullmatch(starts[0]) is not None
            and not any(start.strip() for start in starts[1:])
        )

    def ordered(self, ranks: list[int]) -> Splice:
        """The lines from the first entry to the last, put in order."""
        leads = list(self._leads())
        head = self._lines[self._first[0]][: self._column]
        lines: list[str] = []
        for number, at in enumerate(_sorted(ranks)):
            first, *rest = self._lines[self._first[at] : self._end[at]]
            start = head if number == 0 else " " * self._column
            lines.extend((*self._lines[leads[at] : self._first[at]], start + first[self._column :], *rest))
        begin, end = leads[0], self._end[-1]
        offset = self._source.line_starts[begin]
        return Splice(offset, offset + len("\n".join(self._lines[begin:end])), "\n".join(lines))

    def _leads(self) -> Iterator[int]:
        """The first line of each entry: that of its key, or of the comments above it."""
        first = self._first[0]
        if "-" not in self._lines[first][: self._column]:
            while first > 0 and self._lines[first - 1].lstrip().startswith("#"):
                first -= 1
        yield first
        yield from self._end[:-1]

    def _tail(self, line: int) -> int:
        """How many lines from here on are comments on what the entry before them holds: those indented deeper than its key."""
        count = 0
        for ahead, text in enumerate(self._lines[line:], 1):
            indent = len(text) - len(text.lstrip())
            if text.strip() and not (text.lstrip().startswith("#") and indent > self._column):
                break
            if text.strip():
                count = ahead
        return count

    def _last_line(self, node: Node) -> int:
        return self._line(max(node.start, node.end - 1))

    def _line(self, offset: int) -> int:
        return self._source.place(offset, offset)[0] - 1
