"""`/timeline/2014/08/24/`: the events that begin on a day, and what was first reported then."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.civil import civil_of
from generator.pages.cards import Name, event_cards
from generator.pages.dates import day_date, day_page, month_page, month_words, reported_page
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.structured import collection
from generator.pages.wording import event_count


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each day on which an event begins, and those that continue it."""
    for day in graph.days():
        page = PageOutput(address=day_page(day), template="day.html", view=view, subject=str(day))
        yield from paged(page, page_total(len(graph.events_on(day))))


def view(graph: Graph, subject: str) -> View:
    """One page of a day; the subject is its civil day number."""
    words, number = paged_subject(subject)
    day = int(words)
    events = graph.events_on(day)
    title = day_date(graph, day)
    earlier, later = beside(graph.days(), day)
    return {
        "title": title.words,
        "date": title,
        "description": language_of(graph).say(
            "{date}: {events}.", date=title.words, events=event_count(graph, len(events))
        ),
        "cards": event_cards(graph, page_slice(events, number), summary=True),
        "total": event_count(graph, len(events)),
        "month": Name(month_words(graph, *civil_of(day)[:2]), month_page(day)),
        "reported": reported_page(day) if graph.reported_on(day) else "",
        "earlier": Name(day_date(graph, earlier).words, day_page(earlier)) if earlier is not None else None,
        "later": Name(day_date(graph, later).words, day_page(later)) if later is not None else None,
        "pager": pager(day_page(day), number, page_total(len(events))),
        "structured": collection(graph, title.words, day_page(day)),
    }


def beside(days: tuple[int, ...], day: int) -> tuple[int | None, int | None]:
    """The days before and after one of them; None at an end."""
    place = bisect_left(days, day)
    return (days[place - 1] if place else None, days[place + 1] if place + 1 < len(days) else None)
