"""Events and what they point to: places, actors, topics, sources, each other."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.database.cells import day, held, link, moment, reference, summary, words
from generator.exports.database.table import Column, Row, Table, moment_columns
from generator.exports.links import link_to
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.pages.prose import body_text


def _events(graph: Graph) -> Iterable[Row]:
    for position, event in enumerate(standing(graph).events, 1):
        count = graph.source_count(event)
        places = held(graph, "location", event.locations)
        yield (
            event.id,
            position,
            words(event.title),
            *moment(event.date),
            event.date.precision,
            words(event.date_basis),
            event.status,
            event.significance,
            places[0] if places else None,
            event.location_precision,
            reference(graph, "event", event.part_of),
            day(graph.first_reported(event)),
            count.reports,
            count.independent,
            summary(graph, event, event.date),
            words(body_text(graph, event, event.date)),
            link(graph, event),
        )


def _places(graph: Graph) -> Iterable[Row]:
    for event in standing(graph).events:
        for position, place in enumerate(held(graph, "location", event.locations), 1):
            yield (event.id, position, place)


def _actors(graph: Graph) -> Iterable[Row]:
    for event in standing(graph).events:
        parts = [part for part in dict.fromkeys(event.actors) if standing(graph).has("actor", part.actor)]
        yield from ((event.id, place, part.actor, part.role) for place, part in enumerate(parts, 1))


def _topics(graph: Graph) -> Iterable[Row]:
    for event in standing(graph).events:
        for position, topic in enumerate(held(graph, "topic", event.topics), 1):
            yield (event.id, position, topic)


def _sources(graph: Graph) -> Iterable[Row]:
    """Every report the event rests on; `chain` tells which of them go back to one origin."""
    for event in standing(graph).events:
        chains = graph.source_count(event).chains
        chain_of = {report: number for number, chain in enumerate(chains, 1) for report in chain}
        cited = {citation.article: citation for citation in reversed(event.sources)}
        reports = held(graph, "article", (article.id for article in graph.sources_of(event)))
        for position, report in enumerate(reports, 1):
            citation = cited.get(report)
            locator, quote = (citation.locator, citation.quote) if citation else ("", "")
            yield (event.id, position, report, chain_of.get(report), words(locator), words(quote))


def _relations(graph: Graph) -> Iterable[Row]:
    for event in standing(graph).events:
        relations = {"responds to": event.responds_to, "follows": event.follows, "denies": event.denies}
        for relation, ids in relations.items():
            yield from ((event.id, relation, other) for other in held(graph, "event", ids))


def _media(graph: Graph) -> Iterable[Row]:
    for event in standing(graph).events:
        for position, medium in enumerate(event.media, 1):
            address = medium.url or link_to(graph, medium.file)
            told = map(words, (address, medium.alt, medium.credit, medium.licence))
            yield (event.id, position, *told, int(medium.graphic))


EVENT = Column("event_id", "TEXT NOT NULL", "The event.", "events")
POSITION = Column("position", "INTEGER NOT NULL", "Order.")

EVENTS = Table(
    name="events",
    meaning="What happened, in timeline order.",
    columns=(
        Column("id", "TEXT PRIMARY KEY", "Permanent id."),
        Column("position", "INTEGER NOT NULL", "Place in the timeline."),
        Column("title", "TEXT NOT NULL", "What happened."),
        *moment_columns("date", "When it happened"),
        Column(
            "date_precision", "TEXT NOT NULL", "How exactly the date is known: day, month, interval, set …"
        ),
        Column("date_basis", "TEXT", "What the date rests on."),
        Column("status", "TEXT NOT NULL", "Evidence grade: confirmed, reported or disputed."),
        Column("significance", "TEXT NOT NULL", "key, major or minor."),
        Column("location_id", "TEXT", "The main place.", "locations"),
        Column(
            "location_precision", "TEXT", "How exactly the place of the event is known, if not as its own."
        ),
        Column("part_of_id", "TEXT", "The event that this one is part of.", "events"),
        Column("first_reported", "TEXT", "Day on which it was first reported."),
        Column("reports", "INTEGER NOT NULL", "How many reports it rests on."),
        Column("independent", "INTEGER NOT NULL", "How many of them do not rest on one another."),
        Column("summary", "TEXT", "One or two sentences."),
        Column("body", "TEXT", "The note, in plain text."),
        Column("link", "TEXT NOT NULL", "Its page."),
    ),
    rows=_events,
    indexed=("position", "location_id", "part_of_id"),
    searched=("title", "summary", "body"),
    label="title",
    facets=("status", "significance", "location_id"),
)
EVENT_LOCATIONS = Table(
    name="event_locations",
    meaning="Places of events.",
    columns=(EVENT, POSITION, Column("location_id", "TEXT NOT NULL", "The place.", "locations")),
    rows=_places,
    key=("event_id", "location_id"),
    indexed=("location_id",),
)
EVENT_ACTORS = Table(
    name="event_actors",
    meaning="Who did or suffered what.",
    columns=(
        EVENT,
        POSITION,
        Column("actor_id", "TEXT NOT NULL", "The actor.", "actors"),
        Column("role", "TEXT NOT NULL", "Its role.", "roles"),
    ),
    rows=_actors,
    key=("event_id", "actor_id", "role"),
    indexed=("actor_id", "role"),
    facets=("role",),
)
EVENT_TOPICS = Table(
    name="event_topics",
    meaning="Subjects of events.",
    columns=(EVENT, POSITION, Column("topic_id", "TEXT NOT NULL", "The subject.", "topics")),
    rows=_topics,
    key=("event_id", "topic_id"),
    indexed=("topic_id",),
)
EVENT_SOURCES = Table(
    name="event_sources",
    meaning="The reports that events rest on.",
    columns=(
        EVENT,
        POSITION,
        Column("article_id", "TEXT NOT NULL", "The report.", "articles"),
        Column("chain", "INTEGER", "Reports of one event with the same number go back to one origin."),
        Column("locator", "TEXT", "Where in the report."),
        Column("quote", "TEXT", "A short exact quotation."),
    ),
    rows=_sources,
    key=("event_id", "article_id"),
    indexed=("article_id",),
)
EVENT_RELATIONS = Table(
    name="event_relations",
    meaning="Which event answers, follows or denies which.",
    columns=(
        EVENT,
        Column("relation", "TEXT NOT NULL", "responds to, follows or denies."),
        Column("other_id", "TEXT NOT NULL", "The other event.", "events"),
    ),
    rows=_relations,
    key=("event_id", "relation", "other_id"),
    indexed=("other_id",),
)
EVENT_MEDIA = Table(
    name="event_media",
    meaning="Pictures of events.",
    columns=(
        EVENT,
        POSITION,
        Column("address", "TEXT NOT NULL", "Where the picture is."),
        Column("alt", "TEXT NOT NULL", "What it shows."),
        Column("credit", "TEXT", "Whose it is."),
        Column("licence", "TEXT", "How it may be used."),
        Column("graphic", "INTEGER NOT NULL", "1 where it could shock."),
    ),
    rows=_media,
    key=("event_id", "position"),
)
