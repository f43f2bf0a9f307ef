"""`Moment`: when something happened, as exactly as it is known.

A moment is one EDTF expression with exact bounds, a certainty, a place in the order of a timeline, and words.
Approximation (`~`) and uncertainty (`?`) are flags and widen no bound, because neither has a size in the standard.
Reading is in `edtf`, the order in `moment_order`, the words in `moment_words` and `span_words`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from generator.languages.language import ENGLISH, Language
from generator.model import civil, edtf, near_spans, span_words
from generator.model.edtf_clock import DateAndTime
from generator.model.edtf_date import CalendarDate
from generator.model.edtf_doubt import APPROXIMATE, UNCERTAIN
from generator.model.edtf_precision import Precision
from generator.model.edtf_spans import Choices, End, Interval
from generator.model.moment_order import SortKey, sort_key
from generator.model.notation_error import MomentError

__all__ = ["Moment", "MomentError", "Precision"]

_PLAIN_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_REMEMBERED: Final = 65_536  # a site of 20,000 records repeats its dates


@dataclass(frozen=True, slots=True)
class Moment:
    """One EDTF expression. Made by `parse`; equal when the canonical texts are equal."""

    text: str
    """Canonical EDTF."""
    expression: edtf.Expression = field(compare=False, repr=False)
    """The parts, for whoever words dates in another language."""
    lower: int | None = field(compare=False, repr=False)
    """First civil second that it may be, as written (see `civil`); None where the start is open or unknown."""
    upper: int | None = field(compare=False, repr=False)
    """Last civil second, likewise."""

    @classmethod
    def parse(cls, text: str) -> Moment:
        """The moment that an EDTF text writes. Raises MomentError with the place, and with a correction where one is near."""
        return _parse(text)

    @classmethod
    def from_civil_day(cls, day: int) -> Moment:
        """A whole day. Raises ValueError beyond the years -9999 to 9999, for which EDTF writes no days."""
        year, month, day_of_month = civil.civil_of(day)
        return _parse(f"{civil.year_text(year)}-{month:02d}-{day_of_month:02d}")

    def __reduce__(self) -> tuple[Callable[[str], Moment], tuple[str]]:
        """Pickle the text alone: it is short, and reading it back shares equal moments."""
        return _parse, (self.text,)

    def __str__(self) -> str:
        """Canonical EDTF; `parse` gives an equal moment back."""
        return self.text

    # Bounds

    @property
    def first_day(self) -> int | None:
        """First civil day that it may be; None where the start is open or unknown."""
        return None if self.lower is None else self.lower // civil.SECONDS_PER_DAY

    @property
    def last_day(self) -> int | None:
        """Last civil day that it may be; None where the end is open or unknown."""
        return None if self.upper is None else self.upper // civil.SECONDS_PER_DAY

    def covers_day(self, day: int) -> bool:
        """Whether it may be, or takes in, that civil day. Exact for sets and for digits left out: gaps are not covered."""
        return self.expression.may_be(day)

    def overlaps(self, other: Moment) -> bool:
        """Whether the two spans, each from first to last bound, share a civil second."""
        return _not_after(self.lower, other.upper) and _not_after(other.lower, self.upper)

    def contains(self, other: Moment) -> bool:
        """Whether the other's span lies within this one's. What has no bound is contained only where there is none."""
        starts_before = self.lower is None or (other.lower is not None and self.lower <= other.lower)
        ends_after = self.upper is None or (other.upper is not None and other.upper <= self.upper)
        return starts_before and ends_after

    # Certainty

    @property
    def approximate(self) -> bool:
        """Whether any part bears `~` or `%`."""
        return bool(self.expression.doubt & APPROXIMATE)

    @property
    def uncertain(self) -> bool:
        """Whether any part bears `?` or `%`."""
        return bool(self.expression.doubt & UNCERTAIN)

    @property
    def precision(self) -> Precision:
        """How exactly it is known."""
        return self.expression.precision

    # Parts

    @property
    def is_interval(self) -> bool:
        """Whether it has a start and an end."""
        return isinstance(self.expression, Interval)

    @property
    def is_open(self) -> bool:
        """Whether a start or an end is `..`; an unknown end is not open."""
        return isinstance(self.expression, Interval | Choices) and self.expression.is_open

    @property
    def start(self) -> Moment | None:
        """The start of an interval; None for what is no interval, or where it is open or unknown."""
        return _end_moment(self.expression.start) if isinstance(self.expression, Interval) else None

    @property
    def end(self) -> Moment | None:
        """The end of an interval, likewise."""
        return _end_moment(self.expression.end) if isinstance(self.expression, Interval) else None

    @property
    def choices(self) -> tuple[Moment, ...]:
        """The members of a set in order, ranges among them as intervals; empty for what is no set."""
        expression = self.expression
        return tuple(map(_moment, expression.members)) if isinstance(expression, Choices) else ()

    # Clock

    @property
    def offset_minutes(self) -> int | None:
        """Minutes east of UTC of a date-time; None for local time and for what has no clock time."""
        return self.expression.shift if isinstance(self.expression, DateAndTime) else None

    @property
    def instant(self) -> int | None:
        """Seconds since 1970-01-01T00:00:00Z of a date-time with a known offset; None otherwise."""
        offset = self.offset_minutes
        return None if offset is None or self.lower is None else self.lower - 60 * offset

    def with_offset(self, minutes: int) -> Moment:
        """The same clock time in a zone; anything but a local date-time comes back as it is."""
        expression = self.expression
        if not isinstance(expression, DateAndTime) or expression.shift is not None:
            return self
        return _moment(
            DateAndTime(expression.date, expression.hour, expression.minute, expression.second, minutes)
        )

    # Order

    @property
    def sort_key(self) -> SortKey:
        """The key of the order of timelines, described in `moment_order`."""
        timed = isinstance(self.expression, DateAndTime)
        return sort_key(self.lower, self.upper, self.offset_minutes, self.text, timed=timed)

    def __lt__(self, other: Moment) -> bool:
        """By `sort_key`."""
        return self.sort_key < other.sort_key

    def __le__(self, other: Moment) -> bool:
        """By `sort_key`."""
        return self.sort_key <= other.sort_key

    def __gt__(self, other: Moment) -> bool:
        """By `sort_key`."""
        return self.sort_key > other.sort_key

    def __ge__(self, other: Moment) -> bool:
        """By `sort_key`."""
        return self.sort_key >= other.sort_key

    # Words

    def words(self, language: Language = ENGLISH) -> str:
        """For readers: `24 August 2014`, `18–24 August 2014`, `about August 2014`, `the 2010s`."""
        return span_words.words(self.expression, language)

    def short(self, language: Language = ENGLISH, *, year: bool = True) -> str:
        """For lists: `24 Aug 2014`, `18–24 Aug 2014`; without `year`, for a list under its year, `18–24 Aug`."""
        return span_words.short(self.expression, language, year=year)

    def iso_datetime(self) -> str | None:
        """The value of `<time datetime>` (HTML Standard, 4.5.14) for a year, month, day or time exactly known, else None."""
        expression = self.expression
        if isinstance(expression, CalendarDate):
            exact = expression.is_plain and not expression.doubt
            return self.text if exact and expression.year > "0000" else None
        if isinstance(expression, DateAndTime):
            return self.text if expression.date.year > "0000" else None
        return None


@lru_cache(maxsize=_REMEMBERED)
def _parse(text: str) -> Moment:
    match = _PLAIN_DAY.fullmatch(text)
    if match is not None:
        year, month, day = match.groups()
        if "01" <= month <= "12" and "01" <= day <= "28":  # on every calendar, so nothing is left to check
            first = civil.day_of(int(year), int(month), int(day))
            return Moment(text, CalendarDate(year, month, day), *civil.seconds_of(first, first))
    try:
        return _moment(edtf.read(text))
    except MomentError as error:
        raise error.suggesting(_readable(near_spans.suggest(text)) or _readable(error.suggestion)) from None


def _readable(suggestion: str | None) -> str | None:
    """The suggestion in canonical form if it can be read; None if not."""
    try:
        return None if suggestion is None else edtf.read(suggestion).text
    except MomentError:
        return None


def _moment(expression: edtf.Expression) -> Moment:
    return Moment(expression.text, expression, *expression.bounds)


def _end_moment(end: End) -> Moment | None:
    return None if isinstance(end, str) else _moment(end)


def _not_after(lower: int | None, upper: int | None) -> bool:
    """Whether a lower bound is at or before an upper one; a missing bound is infinitely far."""
    return lower is None or upper is None or lower <= upper
