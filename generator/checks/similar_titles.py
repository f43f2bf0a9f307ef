"""Pairs of nearly equal titles, without comparing each with each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Final

from generator.model.names import fold

ALIKE: Final = 0.8
"""Jaccard index of two sets of words from which titles are nearly the same: one word of nine may differ."""

_WORD: Final = re.compile(r"\w+")


def words_of(title: str) -> frozenset[str]:
    """The folded words of a title."""
    return frozenset(_WORD.findall(fold(title)))


def near_pairs(titles: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Each title (by its place) with the first earlier one that is nearly the same; a title without words has none.

    Two sets of which at least `ALIKE` is shared, whose words stand in one order, share a word among the first
    `n - ceil(ALIKE * n) + 1` of each (prefix filtering: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for
    Similarity Joins", 2006). With the rarest words first, few titles meet there.
    """
    rarity = Counter(word for words in titles for word in words)
    begins_with: dict[str, list[int]] = {}
    for here, words in enumerate(titles):
        prefix = _prefix(words, rarity)
        met = sorted({there for word in prefix for there in begins_with.get(word, ())})
        near = next((there for there in met if _are_alike(words, titles[there])), None)
        if near is not None:
            yield near, here
            continue  # what is like this title is like the earlier one, or nearly so
        for word in prefix:
            begins_with.setdefault(word, []).append(here)


def _prefix(words: frozenset[str], rarity: Mapping[str, int]) -> list[str]:
    length = len(words) - ceil(ALIKE * len(words)) + 1 if words else 0
    return sorted(words, key=lambda word: (rarity[word], word))[:length]


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * len(one | other)
