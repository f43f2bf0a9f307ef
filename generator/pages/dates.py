"""Moments and days as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.graph.graph import Graph
from generator.model.addresses import day_address, month_address, reported_address
from generator.model.calendar_names import MONTHS
from generator.model.civil import civil_of
from generator.model.moment import Moment
from generator.model.records import Event

REMEMBERED = 65_536
"""Moments whose words are kept: a site's dates come back on many pages."""

LAST_YEAR = 9999
"""EDTF writes days of the years -9999 to 9999."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date in words; `iso` is what `<time datetime>` may say, empty where that would claim too much."""

    words: str
    iso: str


NO_DATE = Date("", "")


@lru_cache(maxsize=REMEMBERED)
def date_of(moment: Moment | None) -> Date:
    """A moment in full words."""
    return Date(moment.words(), moment.iso_datetime() or "") if moment else NO_DATE


@lru_cache(maxsize=REMEMBERED)
def short_date(moment: Moment | None) -> Date:
    """A moment in the words of lists and tables."""
    return Date(moment.short(), moment.iso_datetime() or "") if moment else NO_DATE


def day_date(day: int | None) -> Date:
    """A civil day; beyond the years of four digits its year, since no date there is known more exactly."""
    if day is None:
        return NO_DATE
    year = civil_of(day)[0]
    return date_of(Moment.parse(f"Y{year}") if abs(year) > LAST_YEAR else Moment.from_civil_day(day))


def month_words(year: int, month: int) -> str:
    """`August 2014`."""
    return f"{MONTHS[month - 1]} {year}"


def period(since: Moment | None, until: Moment | None) -> str:
    """`from May 2012 to 8 March 2014`, with what is known of it."""
    start = f"from {since.words()}" if since else ""
    end = f"until {until.words()}" if until else ""
    return f"{start} {end}".strip()


def day_page(day: int) -> str:
    """The address of a day of the timeline."""
    return day_address(*civil_of(day))


def month_page(day: int) -> str:
    """The address of the month that a day is in."""
    year, month, _ = civil_of(day)
    return month_address(year, month)


def reported_page(day: int) -> str:
    """The address of a day of the other clock."""
    return reported_address(*civil_of(day))


def event_change(graph: Graph, event: Event) -> tuple[int, str] | None:
    """The civil day of an event's last material change, and what it was; None where nothing is dated.

    Material are a new source and a correction; a change of wording that nobody entered in the ledger is not.
    """
    sources = [(article.published.first_day, "a new source") for article in graph.sources_of(event)]
    corrections = [(correction.date.first_day, "a correction") for correction in event.corrections]
    return max(((day, what) for day, what in (*sources, *corrections) if day is not None), default=None)
