"""`events.csv`: a row for each event."""

from __future__ import annotations

from generator.exports.links import record_link
from generator.exports.records.event import precision_of
from generator.exports.tables.column import Column, civil_day, first_day, ids, last_day
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.points import event_points
from generator.graph.values import Target
from generator.model.records import Event
from generator.pages.cards import main_place
from generator.pages.prose import summary_text


def _degrees(graph: Graph, event: Event, axis: int) -> float | None:
    """Of the main place; nothing where that place is not known exactly."""
    main = event_points(graph, event)[:1]
    return main[0][axis] if main and main[0] else None


def _roles(_graph: Graph, event: Event) -> str:
    return ids(f"{part.actor}:{part.role}" for part in event.actors)


def _actor_names(graph: Graph, event: Event) -> str:
    return "; ".join(
        dict.fromkeys(graph.name_of(Target("actor", part.actor), event.date) for part in event.actors)
    )


COLUMNS: tuple[Column[Event], ...] = (
    Column("id", "permanent id", lambda _, event: event.id),
    Column("title", "what happened", lambda _, event: event.title),
    Column("summary", "one or two sentences", lambda graph, event: summary_text(graph, event, event.date)),
    Column("date", "EDTF, as exactly as it is known", lambda _, event: event.date),
    Column(
        "date_earliest",
        "first day that it may be; empty: open or unknown",
        lambda _, event: first_day(event.date),
    ),
    Column("date_latest", "last day that it may be, likewise", lambda _, event: last_day(event.date)),
    Column("date_precision", "`day`, `month`, `year` …", lambda _, event: event.date.precision),
    Column("date_approximate", "true where the date is “about”", lambda _, event: event.date.approximate),
    Column("date_uncertain", "true where the date is doubtful", lambda _, event: event.date.uncertain),
    Column("date_words", "the date for readers", lambda graph, event: event.date.words(language_of(graph))),
    Column("date_basis", "why we say so, where sources differ", lambda _, event: event.date_basis),
    Column("status", "evidence grade", lambda _, event: event.status),
    Column("significance", "`key`, `major` or `minor`", lambda _, event: event.significance),
    Column("location_ids", "ids of its places, the main one first", lambda _, event: ids(event.locations)),
    Column("location_name", "the main place under its name of that day", main_place),
    Column("location_precision", "how exactly the main place is known", precision_of),
    Column(
        "latitude",
        "of the main place, degrees; empty where it is not known exactly",
        lambda graph, event: _degrees(graph, event, 0),
    ),
    Column("longitude", "likewise", lambda graph, event: _degrees(graph, event, 1)),
    Column("actors", "`actor-id:role` for each part", _roles),
    Column("actor_names", "names of that day", _actor_names),
    Column("topics", "ids of its topics", lambda _, event: ids(event.topics)),
    Column(
        "source_ids",
        "articles it rests on",
        lambda graph, event: ids(article.id for article in graph.sources_of(event)),
    ),
    Column("reports", "how many articles these are", lambda graph, event: graph.source_count(event).reports),
    Column(
        "independent_reports",
        "how many of them share no origin",
        lambda graph, event: graph.source_count(event).independent,
    ),
    Column(
        "first_reported",
        "day of the first report",
        lambda graph, event: civil_day(graph.first_reported(event)),
    ),
    Column("claims", "how many figures `claims.csv` has of it", lambda _, event: len(event.claims)),
    Column("part_of", "id of the event it is part of", lambda _, event: event.part_of),
    Column("corrections", "how many lines of the ledger it has", lambda _, event: len(event.corrections)),
    Column("link", "its page", record_link),
)
"""In the order of the file."""
