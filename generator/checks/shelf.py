"""Every record of the site, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.model.records import AnyRecord


def every_record(graph: Graph) -> Iterator[AnyRecord]:
    """By kind, and in the order of each kind."""
    for shelf in graph.shelves.values():
        for parsed in shelf.values():
            yield parsed.record
