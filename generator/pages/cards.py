"""What a page shows of its neighbours: cards, made of strings already decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Literal

from generator.graph.graph import Graph
from generator.graph.values import Target
from generator.model.addresses import record_address
from generator.model.moment import Moment
from generator.model.records import Article, Event, Kind, Status
from generator.pages.dates import Date, date_of, day_date, day_page, short_date
from generator.pages.prose import summary_text
from generator.pages.wording import grade_of

Shape = Literal["point", "span", "unsure"]
"""How the spine of the timeline marks a date: a dot, a bar for a range, dashes for what is not certain."""


@dataclass(frozen=True, slots=True)
class Name:
    """A link under a name. `address` is empty where there is no page to link to."""

    label: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An event as its neighbours show it. `grade` is empty for a confirmed event: only doubt needs a word."""

    address: str
    title: str
    date: Date
    place: str
    status: Status
    grade: str
    significance: str
    shape: Shape
    draft: bool
    summary: str = ""


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article as other pages show it."""

    address: str
    title: str
    language: str
    outlet: str
    date: Date


@dataclass(frozen=True, slots=True)
class Day:
    """Cards that begin on one day; `date` is empty, and `address` too, for those not known to the day."""

    date: Date
    address: str
    cards: tuple[Card, ...]


def event_card(graph: Graph, event: Event, *, summary: bool = False) -> Card:
    """The card of an event, with its summary only where the list has room for it."""
    date = event.date
    return Card(
        record_address("event", event.id),
        event.title,
        short_date(graph, date),
        main_place(graph, event),
        event.status,
        "" if event.status == "confirmed" else grade_of(graph, event.status).label,
        event.significance,
        shape_of(date),
        event.draft,
        summary_text(graph, event, date) if summary else "",
    )


def event_cards(graph: Graph, events: Iterable[Event], *, summary: bool = False) -> tuple[Card, ...]:
    """The cards of events, in their order."""
    return tuple(event_card(graph, event, summary=summary) for event in events)


def article_card(graph: Graph, article: Article) -> ArticleCard:
    """The card of an article."""
    return ArticleCard(
        record_address("article", article.id),
        article.title,
        article.language,
        name_of(graph, "actor", article.publisher, article.published),
        short_date(graph, article.published),
    )


def days_of(graph: Graph, events: Sequence[Event], *, summary: bool = True) -> tuple[Day, ...]:
    """Events gathered under the day they begin on; what is not known to the day stands under its own words."""
    return tuple(
        Day(*heading, event_cards(graph, gathered, summary=summary))
        for heading, gathered in groupby(events, key=partial(_heading, graph))
    )


def main_place(graph: Graph, event: Event) -> str:
    """The name of the event's first place on its day, or empty."""
    return name_of(graph, "location", event.locations[0], event.date) if event.locations else ""


def name_of(
    graph: Graph, kind: Literal["actor", "location"], record_id: str, on: Moment | None = None
) -> str:
    """A name valid on a day; the id itself where it leads nowhere (which `check` reports)."""
    record = graph.find(kind, record_id)
    return graph.name_on(record, on) if record else record_id


def actor_name(graph: Graph, actor_id: str, on: Moment | None = None) -> Name:
    """A link to an actor under the name valid on a day."""
    return _name(graph, "actor", actor_id, on)


def location_name(graph: Graph, location_id: str, on: Moment | None = None) -> Name:
    """A link to a location, likewise."""
    return _name(graph, "location", location_id, on)


def record_name(graph: Graph, target: Target) -> Name:
    """A link to any record under its name or title."""
    return Name(graph.name_of(target), record_address(target.kind, target.id))


def shape_of(date: Moment) -> Shape:
    """What the spine shows. A range is a bar even when its ends are unsure; its words say so."""
    if date.is_interval:
        return "span"
    sure = date.precision in {"day", "minute", "second"} and not (date.approximate or date.uncertain)
    return "point" if sure else "unsure"


def _name(graph: Graph, kind: Kind, record_id: str, on: Moment | None) -> Name:
    record = graph.find(kind, record_id)
    if record is None:
        return Name(record_id)
    return Name(graph.name_on(record, on), record_address(kind, record_id))


def _heading(graph: Graph, event: Event) -> tuple[Date, str]:
    day = event.date.first_day
    if day is None or event.date.precision not in {"day", "minute", "second"}:
        return date_of(graph, event.date), ""
    return day_date(graph, day), day_page(day)
