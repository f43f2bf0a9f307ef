"""Which events changed last, and who and what they are about: the order of every feed, found once for all of them.

An event without a dated source or correction has no date that a feed could give it, and is in none. Drafts are in
none either, not even in a preview, and neither is what was withdrawn: the ledger's feed tells of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import NamedTuple

from generator.exports.once import once_per_graph
from generator.exports.permanent import FIRST_DAY, LAST_DAY
from generator.graph.graph import Graph
from generator.graph.withdrawal import is_withdrawn
from generator.model.records import Event, Kind
from generator.pages.dates import event_change


class Change(NamedTuple):
    """An event's last material change: its place among all (0 is the newest), its civil day, what it was."""

    rank: int
    day: int
    what: str


@once_per_graph
def changes(graph: Graph) -> Mapping[str, Change]:
    """Event id to its last change: newest first, those of one day by id."""
    dated = [
        (-change[0], event.id, change[1])
        for event in graph.events
        if (change := _change(graph, event)) is not None
    ]
    return {
        event_id: Change(rank, -negative, what)
        for rank, (negative, event_id, what) in enumerate(sorted(dated))
    }


def newest(graph: Graph, events: Iterable[Event], length: int) -> list[Event]:
    """Those of the events that changed last, newest first, at most `length`; each once."""
    known = changes(graph)
    dated = {event.id: event for event in events if event.id in known}
    return [
        dated[event_id] for event_id in nsmallest(length, dated, key=lambda event_id: known[event_id].rank)
    ]


@once_per_graph
def followed(graph: Graph) -> frozenset[tuple[Kind, str]]:
    """The actors, locations and topics that a feed can be made of: at least one event that changed is theirs."""
    subjects = {subject for event_id in changes(graph) for subject in _subjects(graph.event(event_id))}
    places = [record_id for kind, record_id in subjects if kind == "location" and graph.find(kind, record_id)]
    subjects.update(("location", whole.id) for place in places for whole in graph.ancestors(place))
    return frozenset((kind, record_id) for kind, record_id in subjects if _is_public(graph, kind, record_id))


def is_followed(graph: Graph, kind: Kind, record_id: str) -> bool:
    """Whether a record is one of those `followed`, told by its own events alone: a preview asks it of one page after
    each save, of another graph each time.
    """
    if kind not in {"actor", "location", "topic"} or not _is_public(graph, kind, record_id):
        return False
    return any(_change(graph, event) is not None for event in events_about(graph, kind, record_id))


def events_about(graph: Graph, kind: Kind, record_id: str) -> Iterable[Event]:
    """The events of an actor, of a location with all its parts, or of a topic."""
    if kind == "actor":
        return [appearance.event for appearance in graph.events_of(record_id)]
    return graph.events_of_place(record_id) if kind == "location" else graph.events_of_topic(record_id)


def _change(graph: Graph, event: Event) -> tuple[int, str] | None:
    """The last change that a feed can tell of."""
    change = None if event.draft else event_change(graph, event)
    return change if change and FIRST_DAY <= change[0] <= LAST_DAY else None


def _subjects(event: Event) -> Iterator[tuple[Kind, str]]:
    yield from (("actor", part.actor) for part in event.actors)
    yield from (("location", location_id) for location_id in event.locations)
    yield from (("topic", topic_id) for topic_id in event.topics)


def _is_public(graph: Graph, kind: Kind, record_id: str) -> bool:
    record = graph.find(kind, record_id)
    return record is not None and not record.draft and not is_withdrawn(record)
