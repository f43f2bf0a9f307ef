"""`/reported/`: the other clock. Every day on which an event was first reported, by month, a hundred days a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.civil import civil_of
from generator.pages.dates import Date, day_date, month_words, reported_page
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.structured import collection
from generator.pages.wording import event_count

ADDRESS = "reported/"


@dataclass(frozen=True, slots=True)
class ReportDay:
    """A day and how many events were first reported then."""

    date: Date
    address: str
    count: str


@dataclass(frozen=True, slots=True)
class ReportMonth:
    """The report days of one month."""

    label: str
    days: tuple[ReportDay, ...]


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each hundred days."""
    page = PageOutput(address=ADDRESS, template="reported.html", view=view)
    return paged(page, page_total(len(graph.report_days())))


def view(graph: Graph, subject: str) -> View:
    """A page of the days."""
    _, number = paged_subject(subject)
    days = graph.report_days()
    unreported = sum(graph.first_reported(event) is None for event in graph.events)
    return {
        "title": language_of(graph).say("As reported"),
        "description": language_of(graph).say(
            "{site} by the day on which each event was first reported.", site=graph.site.title
        ),
        "months": [
            ReportMonth(month_words(graph, *month), tuple(_day(graph, day) for day in gathered))
            for month, gathered in groupby(page_slice(days, number), key=_month_of)
        ],
        "total": language_of(graph).count(len(days), "{count} day", "{count} days"),
        "unreported": language_of(graph).digits(str(unreported)) if unreported else "",
        "pager": pager(ADDRESS, number, page_total(len(days))),
        "structured": collection(graph, language_of(graph).say("As reported"), ADDRESS),
    }


def _month_of(day: int) -> tuple[int, int]:
    year, month, _ = civil_of(day)
    return year, month


def _day(graph: Graph, day: int) -> ReportDay:
    return ReportDay(
        day_date(graph, day), reported_page(day), event_count(graph, len(graph.reported_on(day)))
    )
