"""`dateline stats`: what a desk has, counted. Nothing here is a finding; it says where there is much and where little.

Counted is what stands: drafts and what was withdrawn have lines of their own and are in no other number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from generator.graph.graph import Graph
from generator.graph.mentions import prose_of
from generator.graph.namings import known
from generator.graph.shelving import Content
from generator.graph.withdrawal import is_withdrawn
from generator.model.records import (
    ACTOR_KINDS,
    ARTICLE_TYPES,
    KINDS,
    LOCATION_KINDS,
    SIGNIFICANCES,
    STATUSES,
    Event,
)

MOST: Final = 10
"""Entries of a list of those that occur most."""


class Row(NamedTuple):
    """What is counted, and how many there are."""

    label: str
    number: int


class Section(NamedTuple):
    """Rows of one kind."""

    title: str
    rows: tuple[Row, ...]


def statistics(graph: Graph, content: Content) -> tuple[Section, ...]:
    """The sections in the order in which they are shown, without those that are empty. `graph` is of what is published."""
    sections = (
        Section("records", tuple(_records(graph))),
        Section("not published", tuple(_unpublished(content))),
        Section("events", tuple(_events(graph))),
        Section("dates of events are known to the", _counted(event.date.precision for event in graph.events)),
        Section("what parties say", tuple(_sayings(graph))),
        Section("events rest on", tuple(_bases(graph))),
        Section("sources", _in_order(ARTICLE_TYPES, (article.type for article in graph.articles))),
        Section("languages of sources", _counted(a.language for a in graph.articles if a.language)),
        Section("actors", _in_order(ACTOR_KINDS, (actor.kind for actor in graph.actors))),
        Section("locations", _in_order(LOCATION_KINDS, (place.kind for place in graph.locations))),
        Section("prose", tuple(_prose(graph))),
        Section("actors in most events", _most(graph, "actor")),
        Section("places of most events", _most(graph, "location")),
        Section("sources of most events", _most(graph, "article")),
    )
    return tuple(section for section in sections if any(row.number for row in section.rows))


def _records(graph: Graph) -> Iterator[Row]:
    standing = {
        "event": graph.events,
        "article": graph.articles,
        "actor": graph.actors,
        "location": graph.locations,
        "topic": graph.topics,
        "page": graph.pages,
    }
    for kind, records in standing.items():
        yield Row(f"{kind}s", len(records))


def _unpublished(content: Content) -> Iterator[Row]:
    for kind in KINDS:
        records = [parsed.record for target, parsed in known(content) if target.kind == kind]
        yield Row(f"drafts of {kind}s", sum(record.draft for record in records))
        yield Row(f"withdrawn {kind}s", sum(is_withdrawn(record) and not record.draft for record in records))


def _events(graph: Graph) -> Iterator[Row]:
    yield from _in_order(SIGNIFICANCES, (event.significance for event in graph.events))
    yield from _in_order(STATUSES, (event.status for event in graph.events))
    yield Row("without a place", sum(not event.locations for event in graph.events))
    yield Row("without an actor", sum(not event.actors for event in graph.events))
    yield Row("without a summary", sum(not event.summary for event in graph.events))


def _sayings(graph: Graph) -> Iterator[Row]:
    compared = [one for event in graph.events for one in graph.comparisons(event)]
    yield Row("claims", sum(len(event.claims) for event in graph.events))
    yield Row("figures that several parties give", sum(one.claimants > 1 for one in compared))
    yield Row("figures that somebody denies", sum(one.disputed for one in compared))
    yield Row("statements", sum(len(event.statements) for event in graph.events))
    yield Row("corrections", len(graph.corrections()))


def _bases(graph: Graph) -> Iterator[Row]:
    counts = [graph.source_count(event) for event in graph.events]
    yield Row("no report", sum(count.reports == 0 for count in counts))
    yield Row("one report", sum(count.reports == 1 for count in counts))
    yield Row(
        "several reports of one origin", sum(count.independent == 1 < count.reports for count in counts)
    )
    yield Row("independent reports", sum(count.independent > 1 for count in counts))


def _prose(graph: Graph) -> Iterator[Row]:
    records = [parsed for shelf in graph.shelves.values() for parsed in shelf.values()]
    standing = [parsed for parsed in records if not is_withdrawn(parsed.record)]
    parts = [(name, prose) for parsed in standing for name, prose, _ in prose_of(parsed) if prose]
    yield Row("bodies", sum(name == "body" for name, _ in parts))
    yield Row("summaries", sum(name == "summary" for name, _ in parts))
    yield Row("translations", sum(len(parsed.record.translations) for parsed in standing))
    yield Row("mentions of records", sum(len(prose.mentions) for _, prose in parts))


def _most(graph: Graph, kind: str) -> tuple[Row, ...]:
    """The records that most events name, by id; of equals the first by id."""
    named = Counter(record_id for event in graph.events for record_id in _named(event, kind, graph))
    first = sorted(named.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST]
    return tuple(Row(record_id, count) for record_id, count in first if count > 1)


def _named(event: Event, kind: str, graph: Graph) -> Iterable[str]:
    if kind == "actor":
        return dict.fromkeys(part.actor for part in event.actors)
    return event.locations if kind == "location" else [article.id for article in graph.sources_of(event)]


def _in_order(words: Iterable[str], found: Iterable[str]) -> tuple[Row, ...]:
    counts = Counter(found)
    return tuple(Row(word, counts[word]) for word in words if counts[word])


def _counted(found: Iterable[str]) -> tuple[Row, ...]:
    return tuple(
        Row(*entry) for entry in sorted(Counter(found).items(), key=lambda entry: (-entry[1], entry[0]))
    )
