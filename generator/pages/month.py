"""`/timeline/2014/08/`: the events that begin in a month, day by day, a hundred a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import Month
from generator.model.addresses import month_address
from generator.pages.cards import Name, days_of
from generator.pages.dates import month_words
from generator.pages.figures import total_rows
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.structured import collection
from generator.pages.wording import event_count


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each month that has events, and those that continue it."""
    for place, month in enumerate(graph.months()):
        page = PageOutput(
            address=month_address(month.year, month.month),
            template="month.html",
            view=view,
            subject=str(place),
        )
        yield from paged(page, page_total(len(month.events)))


def view(graph: Graph, subject: str) -> View:
    """One page of a month; the subject is its place among the months that have events."""
    place, number = paged_subject(subject)
    months = graph.months()
    position = int(place)
    month = months[position]
    address = month_address(month.year, month.month)
    title = month_words(graph, month.year, month.month)
    return {
        "title": title,
        "description": language_of(graph).say(
            "{month}: {events} day by day.", month=title, events=event_count(graph, len(month.events))
        ),
        "days": days_of(graph, page_slice(month.events, number)),
        "total": event_count(graph, len(month.events)),
        "totals": total_rows(graph, month.events) if number == 1 else (),
        "earlier": _link(graph, months[position - 1]) if position else None,
        "later": _link(graph, months[position + 1]) if position + 1 < len(months) else None,
        "pager": pager(address, number, page_total(len(month.events))),
        "structured": collection(graph, title, address),
    }


def _link(graph: Graph, month: Month) -> Name:
    return Name(month_words(graph, month.year, month.month), month_address(month.year, month.month))
