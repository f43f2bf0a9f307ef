"""Gathering: the values of each key, in order. The one way in which the graph's mappings to many are made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def gathered(keys: Iterable[K], pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """The values of each key in the order of `pairs`; () for a key without any; pairs of other keys are left out."""
    lists: dict[K, list[V]] = {key: [] for key in keys}
    for key, value in pairs:
        if key in lists:
            lists[key].append(value)
    return {key: tuple(values) for key, values in lists.items()}
