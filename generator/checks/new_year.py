"""D313: is it truly the first of January, or only the year that is known?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.checks.days import is_out_before
from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.moment import Moment
from generator.model.records import Actor, Event

REPORTED_WITHIN: Final = 31
"""Days after the event within which a report of it confirms the day."""

LIFE: Final = ("born", "died", "founded", "dissolved")

_NEW_YEAR: Final = re.compile(r"(-?\d{4})-01-01(?:T00:00(?::00)?(?:Z|[+-]\d\d:\d\d)?)?")


def new_years_days(graph: Graph) -> Iterator[Diagnostic]:
    """A date of exactly 1 January (or midnight on it), neither `~` nor `?`, which spreadsheets and databases write
    for a year alone: of an event none of whose sources came out from that day to 31 days later; of an actor's life
    (born, died, founded, dissolved), which has no sources to tell by.
    """
    for event in graph.events:
        if _is_new_year(event.date) and not _is_reported(graph, event):
            yield _finding(graph, event, "date", event.date, "and no source came out within a month after it")
    for actor in graph.actors:
        for field in LIFE:
            date: Moment | None = getattr(actor, field)
            if date is not None and _is_new_year(date):
                yield _finding(graph, actor, field, date, "as is written where only the year is known")


def _is_new_year(date: Moment) -> bool:
    return _NEW_YEAR.fullmatch(date.text) is not None


def _is_reported(graph: Graph, event: Event) -> bool:
    day = event.date.first_day
    return any(
        not is_out_before(source, event.date)
        and day is not None
        and (source.published.first_day or day) <= day + REPORTED_WITHIN
        for source in graph.sources_of(event)
    )


def _finding(graph: Graph, record: Event | Actor, field: str, date: Moment, why: str) -> Diagnostic:
    year = date.text[: date.text.index("-", 1)]
    return finding(
        graph,
        "D313",
        record,
        field,
        f"{date.words()} looks like a year alone, {why}",
        f"write `{year}` if only the year is known; if the day is right, accept D313 and say who gives it",
    )
