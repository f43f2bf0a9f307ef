"""`/`: what the site is in two lines, the key events, when it happened most, the months, and what changed last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.records import Event
from generator.pages.cards import Card, days_of, event_card
from generator.pages.corrections import CorrectionRow, correction_row
from generator.pages.dates import Date, date_of, day_date, event_change
from generator.pages.density import strip
from generator.pages.page import PageOutput, View
from generator.pages.structured import website
from generator.pages.timeline import years
from generator.pages.wording import event_count

KEY_SHOWN = 60
"""Key events on the home page; the timeline has all events."""

CHANGES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Change:
    """An event that changed, when and by what."""

    card: Card
    date: Date
    by: str


def outputs(_graph: Graph) -> Iterator[PageOutput]:
    """The one page."""
    yield PageOutput(address="", template="home.html", view=view)


def view(graph: Graph, _subject: str) -> View:
    """The home page."""
    site = graph.site
    lead, others = _key_events(graph)
    return {
        "title": site.title,
        "description": site.description or language_of(graph).say("{site}: a timeline.", site=site.title),
        "scope": _scope(graph),
        "lead": days_of(graph, lead),
        "lead_period": date_of(graph, site.key_period).words if site.key_period and lead else "",
        "others": days_of(graph, others, summary=False),
        "others_more": max(
            0, sum(event.significance == "key" for event in graph.events) - len(lead) - len(others)
        ),
        "strip": strip(graph),
        "years": years(graph),
        "changes": _changes(graph),
        "corrections": _newest_corrections(graph),
        "methodology": "methodology/" if graph.find("page", "methodology") else "",
        "structured": website(graph),
    }


def _scope(graph: Graph) -> str:
    """`100 events from 3 January 2014 to …, 120 reports, 60 actors, 80 places`: method in one line of counts."""
    counts = (
        event_count(graph, len(graph.events)),
        language_of(graph).count(len(graph.articles), "{count} report", "{count} reports"),
        language_of(graph).count(len(graph.actors), "{count} actor", "{count} actors"),
        language_of(graph).count(len(graph.locations), "{count} place", "{count} places"),
    )
    return language_of(graph).say(", ").join(counts)


def _key_events(graph: Graph) -> tuple[list[Event], list[Event]]:
    """Key events of the site's key period, which lead, and the other key events; together `KEY_SHOWN` at most."""
    key = [event for event in graph.events if event.significance == "key"]
    span = graph.site.key_period
    lead = [event for event in key if span and span.overlaps(event.date)][:KEY_SHOWN]
    leading = {event.id for event in lead}
    others = [event for event in key if event.id not in leading][: KEY_SHOWN - len(lead)]
    return lead, others


def _changes(graph: Graph) -> list[Change]:
    """The events whose record changed last: by a newer source, or by a correction."""
    dated = []
    for event in graph.events:
        change = event_change(graph, event)
        if change:
            dated.append((change, event))
    newest = sorted(dated, key=lambda pair: (-pair[0][0], pair[1].id))[:CHANGES_SHOWN]
    return [Change(event_card(graph, event), day_date(graph, day), by) for (day, by), event in newest]


def _newest_corrections(graph: Graph) -> list[CorrectionRow]:
    return [
        correction_row(graph, entry.record, entry.correction) for entry in graph.corrections()[:CHANGES_SHOWN]
    ]
