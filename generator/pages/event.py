"""`/events/<id>/`: one event, what is disputed about it before its prose, and everything it is tied to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.addresses import record_address
from generator.model.civil import civil_of
from generator.model.records import Event
from generator.pages.actor_lists import parties
from generator.pages.backlinks import backlink_rows
from generator.pages.cards import Name, event_card, event_cards, location_name, shape_of
from generator.pages.corrections import record_corrections
from generator.pages.dates import Date, date_of, day_date, day_page, event_change, month_page, month_words
from generator.pages.event_relations import related, story_steps
from generator.pages.event_sources import source_rows, sources_line
from generator.pages.event_states import state_rows
from generator.pages.figures import figure_tables
from generator.pages.maps.locator import locator
from generator.pages.media import pictures
from generator.pages.page import PageOutput, View
from generator.pages.positions import positions, statement_rows
from generator.pages.prose import body_html, summary_html, summary_text
from generator.pages.structured import url
from generator.pages.things import event_thing
from generator.pages.wording import PLACE_WORDS, certainty, grade_of

METHODOLOGY = "methodology"
"""The free page that defines grades, when the site has one of that name."""

NEIGHBOURS_SHOWN = 12
"""Others of the day on an event's page; the day has a page with all of them."""


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each event."""
    for event in graph.events:
        yield PageOutput(
            address=record_address("event", event.id),
            template="event.html",
            view=view,
            subject=event.id,
            record=f"event/{event.id}",
        )


def view(graph: Graph, subject: str) -> View:
    """Everything about one event, in the order of its page."""
    event = graph.event(subject)
    description = _description(graph, event)
    return {
        **_heading(graph, event),
        "description": description,
        "figures": figure_tables(graph, event),
        "date_basis": event.date_basis,
        "body": body_html(graph, event, event.date),
        "statements": statement_rows(graph, event),
        "positions": positions(graph, event),
        "parties": parties(graph, event),
        "map": locator(graph, event),
        "sources": source_rows(graph, event),
        "sources_line": sources_line(graph, event),
        "relations": related(graph, event),
        **_neighbours(graph, event),
        "states": state_rows(graph, event),
        "cite": _citation(graph, event),
        "corrections": record_corrections(graph, event),
        "pictures": pictures(event.media),
        "topics": [_topic(graph, slug) for slug in event.topics],
        "backlinks": backlink_rows(graph, "event", event.id),
        "structured": event_thing(graph, event, description),
    }


def _heading(graph: Graph, event: Event) -> View:
    """What stands above the fold: when, how sure, where, what, how graded, since when so."""
    day = event.date.first_day
    change = event_change(graph, event)
    return {
        "title": event.title,
        "date": date_of(graph, event.date),
        "shape": shape_of(event.date),
        "certainty": certainty(graph, event.date),
        "month": Name(month_words(graph, *civil_of(day)[:2]), month_page(day)) if day is not None else None,
        "places": [location_name(graph, location_id, event.date) for location_id in event.locations],
        "place_precision": _place_precision(graph, event),
        "summary": summary_html(graph, event, event.date),
        "grade": grade_of(graph, event.status),
        "grade_page": _grade_page(graph, event),
        "significance": event.significance,
        "draft": event.draft,
        "changed": day_date(graph, change[0]) if change else None,
        "changed_by": change[1] if change else "",
    }


def _grade_page(graph: Graph, event: Event) -> str:
    """Where the site's own methodology defines the grade (`methodology/#grade-reported`), or empty."""
    page = graph.find("page", METHODOLOGY)
    if page is None:
        return ""
    anchor = f"grade-{event.status}"
    defined = any(heading.anchor == anchor for heading in graph.body(page).headings)
    return record_address("page", METHODOLOGY) + (f"#{anchor}" if defined else "")


def _place_precision(graph: Graph, event: Event) -> str:
    """How exactly the main place is known: as the event says, else as its location does."""
    if not event.locations:
        return ""
    precision = event.location_precision or graph.location(event.locations[0]).precision
    return language_of(graph).say(PLACE_WORDS[precision]) if precision else ""


def _neighbours(graph: Graph, event: Event) -> View:
    others = graph.same_day(event)
    day = event.date.first_day
    previous, following = graph.previous_and_next(event)
    return {
        "same_day": event_cards(graph, others[:NEIGHBOURS_SHOWN]),
        "same_day_more": max(0, len(others) - NEIGHBOURS_SHOWN),
        "day_address": day_page(day) if others and day is not None else "",
        "previous": event_card(graph, previous) if previous else None,
        "next": event_card(graph, following) if following else None,
        "story": story_steps(graph, event),
    }


def _description(graph: Graph, event: Event) -> str:
    """Date, grade unless it is confirmed, and summary: what a search engine or a shared link shows."""
    summary = summary_text(graph, event, event.date) or event.title
    grade = "" if event.status == "confirmed" else f"{grade_of(graph, event.status).label}: "
    return f"{event.date.words(language_of(graph))}. {grade}{summary}"


def _citation(graph: Graph, event: Event) -> View:
    """What a citation needs. The day is that of the last material change, for no page knows when it was built."""
    address = record_address("event", event.id)
    change = event_change(graph, event)
    return {
        "author": graph.site.author,
        "site": graph.site.title,
        "state": day_date(graph, change[0]) if change else Date("", ""),
        "url": url(graph, address),
        "path": f"/{address}",
    }


def _topic(graph: Graph, slug: str) -> Name:
    title = graph.topic(slug).title
    return Name(title, record_address("topic", slug))
