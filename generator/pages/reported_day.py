"""`/reported/2014-08-25/`: what was first reported on a day, and the claims that stood that evening.

The claims are those of events first reported within `WINDOW` days before: what was news that evening. Older claims
stand on their events' own pages, in the strip of states; without a bound, these pages would grow with the square
of the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.records import Event
from generator.pages.cards import Card, Name, event_card, event_cards
from generator.pages.dates import day_date, day_page, reported_page
from generator.pages.day import beside
from generator.pages.event_states import StateRow, state_row
from generator.pages.page import (
    PAGE_LENGTH,
    PageOutput,
    View,
    page_slice,
    page_total,
    paged,
    paged_subject,
    pager,
)
from generator.pages.structured import collection
from generator.pages.wording import event_count

WINDOW = 30
"""Days before an evening whose events still count as news on it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An event's figures and grade as known on the evening of the page."""

    card: Card
    state: StateRow


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each day on which an event was first reported, and those that continue it."""
    for day in graph.report_days():
        page = PageOutput(
            address=reported_page(day), template="reported_day.html", view=view, subject=str(day)
        )
        yield from paged(page, page_total(len(graph.reported_on(day))))


def view(graph: Graph, subject: str) -> View:
    """One page of a day of reports; the subject is its civil day number."""
    words, number = paged_subject(subject)
    day = int(words)
    events = graph.reported_on(day)
    title = language_of(graph).say("As reported on {day}", day=day_date(graph, day).words)
    earlier, later = beside(graph.report_days(), day)
    return {
        "title": title,
        "date": day_date(graph, day),
        "description": language_of(graph).say(
            "{events} first reported on {day}, and the figures as they stood that evening.",
            events=event_count(graph, len(events)),
            day=day_date(graph, day).words,
        ),
        "cards": event_cards(graph, page_slice(events, number), summary=True),
        "total": event_count(graph, len(events)),
        "standing": standing(graph, day) if number == 1 else (),
        "window": WINDOW,
        "happened": day_page(day) if graph.events_on(day) else "",
        "earlier": Name(day_date(graph, earlier).words, reported_page(earlier))
        if earlier is not None
        else None,
        "later": Name(day_date(graph, later).words, reported_page(later)) if later is not None else None,
        "pager": pager(reported_page(day), number, page_total(len(events))),
        "structured": collection(graph, title, reported_page(day)),
    }


def standing(graph: Graph, day: int) -> tuple[Standing, ...]:
    """Events with claims that were news that evening, newest report first, as they stood; a page of them at most."""
    found: list[Standing] = []
    for earlier in range(day, day - WINDOW, -1):
        for event in graph.reported_on(earlier):
            row = _known(graph, event, day) if event.claims else None
            if row and row.figures:
                found.append(Standing(event_card(graph, event), row))
        if len(found) >= PAGE_LENGTH:
            break
    return tuple(found[:PAGE_LENGTH])


def _known(graph: Graph, event: Event, day: int) -> StateRow | None:
    """The last state of an event not later than `day`."""
    states = [state for state in graph.states(event) if state.day <= day]
    return state_row(graph, event, states[-1]) if states else None
