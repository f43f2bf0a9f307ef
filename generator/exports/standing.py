"""What the files to take away hold: the records that stand. Drafts are in none, not even in a preview.

A record that stands may name one that does not (a part of a withdrawn event); `Standing.has` tells, so that no file
refers to what it does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.exports.once import once_per_graph
from generator.graph.graph import Graph
from generator.graph.withdrawal import is_withdrawn
from generator.model.records import Actor, AnyRecord, Article, Event, Kind, Location, Topic, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The published records of each kind, in the order of the graph."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    locations: tuple[Location, ...]
    topics: tuple[Topic, ...]
    ids: frozenset[tuple[Kind, str]]

    def has(self, kind: Kind, record_id: str) -> bool:
        """Whether the record is among them."""
        return (kind, record_id) in self.ids


@once_per_graph
def standing(graph: Graph) -> Standing:
    """The records of the graph that files hold."""
    events = tuple(event for event in graph.events if not event.draft)
    articles = tuple(article for article in graph.articles if not article.draft)
    actors = tuple(actor for actor in graph.actors if not actor.draft)
    locations = tuple(location for location in graph.locations if not location.draft)
    topics = tuple(topic for topic in graph.topics if not topic.draft)
    records: tuple[AnyRecord, ...] = (*events, *articles, *actors, *locations, *topics)
    return Standing(
        events=events,
        articles=articles,
        actors=actors,
        locations=locations,
        topics=topics,
        ids=frozenset((kind_of(record), record.id) for record in records),
    )


def holds(graph: Graph, kind: Kind, record_id: str) -> bool:
    """Whether the files hold the record. For a file about one record, which so depends on what it names alone."""
    record = graph.find(kind, record_id)
    return record is not None and not record.draft and not is_withdrawn(record)


def event_total(graph: Graph) -> int:
    """How many events the files hold."""
    return len(standing(graph).events)


def article_total(graph: Graph) -> int:
    """How many articles the files hold."""
    return len(standing(graph).articles)


def actor_total(graph: Graph) -> int:
    """How many actors the files hold."""
    return len(standing(graph).actors)


def location_total(graph: Graph) -> int:
    """How many locations the files hold."""
    return len(standing(graph).locations)
