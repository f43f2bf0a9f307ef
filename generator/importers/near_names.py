"""Names near to a name, found without comparing it with all of them.

A candidate shares a word with it or, in either, one letter may be taken out so that they become the same (one edit,
or two neighbours swapped); `nearest` then ranks the candidates by its own rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.graph.gathering import gathered
from generator.model.names import fold, nearest

_MOST: Final = 100
"""Names that share a word before the word is too common to tell anything."""


@dataclass(frozen=True, slots=True)
class NearNames:
    """Folded names by their words and by what is left of them without one letter."""

    by_word: Mapping[str, tuple[str, ...]]
    by_remainder: Mapping[str, tuple[str, ...]]

    def near(self, name: str) -> list[str]:
        """Folded names near to a name, nearest first."""
        folded = fold(name)
        by_word = (self.by_word.get(word, ()) for word in folded.split())
        candidates = {other for others in by_word if len(others) <= _MOST for other in others}
        for remainder in _remainders(folded):
            candidates.update(self.by_remainder.get(remainder, ()))
        return nearest(folded, candidates)


def near_names(folded: Iterable[str]) -> NearNames:
    """The index of these folded names."""
    names = sorted(set(folded))
    words = [(word, name) for name in names for word in name.split()]
    remainders = [(remainder, name) for name in names for remainder in _remainders(name)]
    return NearNames(
        gathered((word for word, _ in words), words), gathered((rest for rest, _ in remainders), remainders)
    )


def _remainders(name: str) -> Iterator[str]:
    yield name
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]
