"""`/timeline/`: all events, oldest first, a hundred a page, below the months that have any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.addresses import month_address
from generator.pages.cards import days_of
from generator.pages.dates import month_words
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.structured import collection
from generator.pages.wording import event_count, grades

ADDRESS = "timeline/"


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A month with its events counted: `Aug`, in full `August 2014`."""

    short: str
    label: str
    address: str
    events: int


@dataclass(frozen=True, slots=True)
class Year:
    """The months of a year that have events."""

    label: str
    months: tuple[MonthLink, ...]


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each hundred events."""
    return paged(
        PageOutput(address=ADDRESS, template="timeline.html", view=view), page_total(len(graph.events))
    )


def view(graph: Graph, subject: str) -> View:
    """A page of the timeline."""
    _, number = paged_subject(subject)
    total = page_total(len(graph.events))
    return {
        "title": language_of(graph).say("Timeline"),
        "description": language_of(graph).say(
            "Every event of {site} in order, oldest first.", site=graph.site.title
        ),
        "years": years(graph),
        "days": days_of(graph, page_slice(graph.events, number)),
        "total": event_count(graph, len(graph.events)),
        "grades": grades(graph),
        "pager": pager(ADDRESS, number, total),
        "structured": collection(graph, language_of(graph).say("Timeline"), ADDRESS),
    }


def years(graph: Graph) -> tuple[Year, ...]:
    """The months that have events, by year."""
    return tuple(
        Year(
            language_of(graph).digits(str(year)),
            tuple(_month(graph, month.year, month.month, len(month.events)) for month in months),
        )
        for year, months in groupby(graph.months(), key=lambda month: month.year)
    )


def _month(graph: Graph, year: int, month: int, events: int) -> MonthLink:
    return MonthLink(
        language_of(graph).conventions.short_months[month - 1],
        month_words(graph, year, month),
        month_address(year, month),
        events,
    )
