"""Moments as dates of reduced precision (ISO 8601-1:2019, 5.2.2): `2014`, `2014-08`, `2014-08-24`, and times in UTC.

They claim no more than is known: a month stays a month, and what has no such form (a season, `201X`, one of two days)
is given by the first and last day that it may be. Years are those from 0001 to 9999, which every format can write.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.civil import SECONDS_PER_DAY, civil_of, day_of
from generator.model.edtf_clock import DateAndTime
from generator.model.edtf_date import CalendarDate
from generator.model.moment import Moment

FIRST_DAY, LAST_DAY = day_of(1, 1, 1), day_of(9999, 12, 31)
"""Civil days of the first and last date that has four digits."""


class Edges(NamedTuple):
    """Where a moment begins and ends, each as a reduced date or empty; the same for a moment that is one date."""

    start: str
    end: str


def edges(moment: Moment) -> Edges:
    """`2014-08` to `2014-10` for an interval; `2014-08-24` twice for a day."""
    if moment.is_interval:
        return Edges(_start(moment.start), _end(moment.end))
    return Edges(_start(moment), _end(moment))


def reduced(moment: Moment) -> str:
    """The moment as one reduced date; empty where it is none. Doubts about it are not in it."""
    expression = moment.expression
    if isinstance(expression, DateAndTime):
        return day_text(moment.first_day) and _time(moment)
    if isinstance(expression, CalendarDate) and expression.is_plain and expression.year > "0000":
        return "-".join(expression.parts)
    return ""


def day_text(day: int | None) -> str:
    """`2014-08-24` for a civil day; empty for none and for one beyond the years of four digits."""
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        return ""
    year, month, day_of_month = civil_of(day)
    return f"{year:04d}-{month:02d}-{day_of_month:02d}"


def time_text(second: int) -> str:
    """`2014-08-24T11:30:00` for a civil second of the years of four digits."""
    day, rest = divmod(second, SECONDS_PER_DAY)
    return f"{day_text(day)}T{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"


def is_known_to_the_day(moment: Moment) -> bool:
    """Whether it is one day, or a time on one, without a doubt."""
    exact = moment.precision in {"day", "minute", "second"}
    return exact and not (moment.approximate or moment.uncertain)


def _time(moment: Moment) -> str:
    """In UTC where the offset is known, else by the clock of the place, without a zone."""
    if moment.instant is not None:
        return f"{time_text(moment.instant)}Z" if day_text(moment.instant // SECONDS_PER_DAY) else ""
    return time_text(moment.lower or 0)


def _start(moment: Moment | None) -> str:
    return "" if moment is None else reduced(moment) or day_text(moment.first_day)


def _end(moment: Moment | None) -> str:
    return "" if moment is None else reduced(moment) or day_text(moment.last_day)
