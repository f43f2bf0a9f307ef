"""What follows from a graph, made once: a feed of each subject asks the same questions of the same graph."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from generator.graph.graph import Graph
from generator.graph.traced import recorded

T = TypeVar("T")


def once_per_graph(make: Callable[[Graph], T]) -> Callable[[Graph], T]:
    """`make`, a pure function, kept from asking again: the answer stays until another graph in that language is asked
    about. It asks for no body, so that a body that changes changes no file made of the answer.
    """
    last: dict[str, tuple[Graph, T]] = {}

    @wraps(make)
    def made(graph: Graph) -> T:
        graph = recorded(graph)
        kept = last.get(graph.site.language)
        if kept is None or kept[0] is not graph:
            kept = last[graph.site.language] = (graph, make(graph))
        return kept[1]

    return made
