"""Records that nothing leads to: nobody names them, in a field or in prose."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.graph.references import references
from generator.graph.values import Target
from generator.model.records import AnyRecord, Event, kind_of


def orphans(graph: Graph) -> tuple[AnyRecord, ...]:
    """Actors, places, reports and topics that no other record names, and events that name nobody and no place."""
    named = set(_named(graph))
    records: tuple[AnyRecord, ...] = (*graph.actors, *graph.locations, *graph.articles, *graph.topics)
    lonely = [record for record in records if record.path and Target(kind_of(record), record.id) not in named]
    return (*lonely, *(event for event in graph.events if not event.actors and not event.locations))


def _named(graph: Graph) -> Iterator[Target]:
    yield from graph.mentions.linked
    for shelf in graph.shelves.values():
        for parsed in shelf.values():
            record = parsed.record
            for reference in references(record):
                if reference.id != record.id or reference.kind != kind_of(record):
                    yield Target(reference.kind, reference.id)
            if isinstance(record, Event):
                yield from (Target("topic", topic) for topic in record.topics)
                yield from (Target("actor", claim.group) for claim in record.claims)
