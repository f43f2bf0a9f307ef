"""Moments and days as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.languages.language import Language
from generator.model.addresses import day_address, month_address, reported_address
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


def date_of(graph: Graph, moment: Moment | None) -> Date:
    """A moment in full words."""
    return _date(language_of(graph), moment) if moment else NO_DATE


def short_date(graph: Graph, moment: Moment | None) -> Date:
    """A moment in the words of lists and tables."""
    return _short_date(language_of(graph), moment) if moment else NO_DATE


@lru_cache(maxsize=REMEMBERED)
def _date(language: Language, moment: Moment) -> Date:
    return Date(moment.words(language), moment.iso_datetime() or "")


@lru_cache(maxsize=REMEMBERED)
def _short_date(language: Language, moment: Moment) -> Date:
    return Date(moment.short(language), moment.iso_datetime() or "")


def day_date(graph: Graph, day: int | None) -> Date:
    """A civil day; beyond the years of four digits its year, since no date there is known more exactly."""
    if day is None:
        return NO_DATE
    year = civil_of(day)[0]
    return date_of(graph, Moment.parse(f"Y{year}") if abs(year) > LAST_YEAR else Moment.from_civil_day(day))


def month_words(graph: Graph, year: int, month: int) -> str:
    """`August 2014`."""
    return _month_words(language_of(graph), year, month)


@lru_cache(maxsize=REMEMBERED)
def _month_words(language: Language, year: int, month: int) -> str:
    manner = language.conventions
    if manner.whole is not None and 0 < year <= LAST_YEAR:
        return manner.whole(year, month, 0, False)
    return language.say("{date} {year}", date=manner.months[month - 1], year=language.digits(str(year)))


def period(graph: Graph, since: Moment | None, until: Moment | None) -> str:
    """`from May 2012 until 8 March 2014`, with what is known of it."""
    language = language_of(graph)
    start = language.say("from {date}", date=since.words(language)) if since else ""
    end = language.say("until {date}", date=until.words(language)) if until else ""
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
    say = language_of(graph).say
    source, corrected = say("a new source"), say("a correction")
    sources = [(article.published.first_day, source) for article in graph.sources_of(event)]
    corrections = [(correction.date.first_day, corrected) for correction in event.corrections]
    return max(((day, what) for day, what in (*sources, *corrections) if day is not None), default=None)
