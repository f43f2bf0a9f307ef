"""Trees of `part_of`, and circles in references.

A circle of `part_of` is cut at its smallest id: that record counts as part of nothing, the rest stays. So every
walk up or down ends, and the same content gives the same tree whatever order it was read in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Circle = tuple[str, ...]
"""Ids that refer each to the next and the last to the first; the smallest stands first."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Ids and what each is part of. An id that is in neither mapping stands alone."""

    whole: Mapping[str, str]
    parts: Mapping[str, tuple[str, ...]]

    def children(self, record_id: str) -> tuple[str, ...]:
        """Direct parts, in the order of the records."""
        return self.parts.get(record_id, ())

    def ancestors(self, record_id: str) -> Iterator[str]:
        """What it is part of, nearest first."""
        while record_id in self.whole:
            record_id = self.whole[record_id]
            yield record_id

    def root(self, record_id: str) -> str:
        """The last of its ancestors, or itself."""
        while record_id in self.whole:
            record_id = self.whole[record_id]
        return record_id

    def descendants(self, record_id: str) -> Iterator[str]:
        """All parts of parts: each before its own, siblings in the order of the records."""
        waiting = list(reversed(self.children(record_id)))
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(self.children(part)))


@dataclass(frozen=True, slots=True)
class Walk:
    """A depth-first walk through references of which each record may have several.

    `finished` has every id after all it refers to, but for the references in `cut`, (from, to): those that led
    back into the path by which the walk had come. Without them no circle is left; `circles` are what they closed.
    """

    finished: tuple[str, ...]
    cut: frozenset[tuple[str, str]]
    circles: tuple[Circle, ...]


def tree_of(order: Iterable[str], whole: Mapping[str, str]) -> Tree:
    """The tree of ids, whose siblings stand in `order`; circles in `whole` are cut at their smallest id."""
    cut = {circle[0] for circle in circles_of(whole)}
    kept = {part: of for part, of in whole.items() if part not in cut}
    parts: dict[str, list[str]] = {}
    for record_id in order:
        if record_id in kept:
            parts.setdefault(kept[record_id], []).append(record_id)
    return Tree(kept, {record_id: tuple(children) for record_id, children in parts.items()})


def circles_of(whole: Mapping[str, str]) -> tuple[Circle, ...]:
    """The circles of a reference that each record has at most one of, by their smallest id."""
    settled: set[str] = set()
    found = []
    for first in whole:
        path: dict[str, int] = {}
        here = first
        while here in whole and here not in settled and here not in path:
            path[here] = len(path)
            here = whole[here]
        if here in path:
            found.append(_from_smallest(tuple(path)[path[here] :]))
        settled.update(path)
    return tuple(sorted(found))


def walk_of(references: Mapping[str, Sequence[str]]) -> Walk:
    """The walk through references, depth first, from each id in sorted order; ids without any may be missing."""
    finished: dict[str, None] = {}
    cut: list[Circle] = []
    for first in sorted(references):
        if first not in finished:
            _walk_from(first, references, finished, cut)
    return Walk(tuple(finished), frozenset((circle[-1], circle[0]) for circle in cut), _circles(cut))


def _walk_from(
    first: str, references: Mapping[str, Sequence[str]], finished: dict[str, None], cut: list[Circle]
) -> None:
    path, ways = {first: 0}, [(first, iter(references[first]))]
    while ways:
        here, onward = ways[-1]
        there = next(onward, None)
        if there is None:
            finished[here] = None
            path.popitem()
            ways.pop()
        elif there in path:
            cut.append(tuple(path)[path[there] :])
        elif there not in finished:
            path[there] = len(path)
            ways.append((there, iter(references.get(there, ()))))


def _circles(cut: list[Circle]) -> tuple[Circle, ...]:
    return tuple(sorted({_from_smallest(circle) for circle in cut}))


def _from_smallest(circle: Sequence[str]) -> Circle:
    turn = circle.index(min(circle))
    return (*circle[turn:], *circle[:turn])
