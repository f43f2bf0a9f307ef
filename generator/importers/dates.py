"""Dates as spreadsheets and databases hold them, to EDTF. Precision is never invented: doubt becomes EDTF's own.

- A year stays a year, a month a month; parts that are 0 are left out.
- `24 August 2014` and `2014-08-24 14:30` have one meaning and are read without a word; midnight is no time of day.
- `3/4/2014` has two: `[2014-03-04,2014-04-03]`, one of the two days, unless the map says which order the source has.
- 1 January is what databases write for a year alone: it is kept, and told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from generator.model.civil import day_of
from generator.model.moment import Moment, MomentError
from generator.reading.excerpts import in_quotes

DateOrder = Literal["", "day-first", "month-first"]
DATE_ORDERS: Final[tuple[DateOrder, ...]] = ("day-first", "month-first")

_MIDNIGHT: Final = re.compile(r"(?:[T ]|, ?)0{1,2}:00(?::00(?:\.0+)?)?(?: ?(?:Z|UTC|[+-]00:?00))?$")
_SPACED: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(Z|[+-]\d\d:?\d\d)?")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T,]+(\d{1,2}:\d\d(?::\d\d)?))?")
_SHORT_YEAR: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?!\d).*")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_NEW_YEAR: Final = re.compile(r"(-?\d{4})-01-01(?:T00:00(?::00)?(?:Z|[+-]\d\d:\d\d)?)?")
_PLAIN: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_DOUBT: Final = re.compile(
    r"(?<![^\W\d_])(?:c|ca|circa|about|approx\w*|around|early|mid|late|maybe|perhaps|poss\w*|prob\w*)\b"
)
_NUMBER: Final = re.compile(r"\d{1,3}|\d{5,7}|\d{9,}", re.ASCII)
_SERIAL_DIGITS: Final = 5
_SERIAL_ZERO: Final = day_of(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Dated:
    """What a text says of a date: EDTF, empty when it says none. With a code, a finding is to be made of it."""

    edtf: str = ""
    code: str = ""
    message: str = ""
    help: str = ""


def read_date(text: str, order: DateOrder = "") -> Dated:
    """The date that a cell holds."""
    plain = _MIDNIGHT.sub("", " ".join(text.split()))
    if not plain:
        return Dated()
    for pattern, written in _FORMS:
        match = pattern.fullmatch(plain)
        if match:
            return _suspected(written(match, order))
    return _suspected(_by_edtf(plain))


def read_span(start: str, end: str, order: DateOrder = "") -> Dated:
    """The date from a start to an end; the start alone where there is no end, or the two are one."""
    begin, last = read_date(start, order), read_date(end, order)
    if last.code == "D707" and begin.edtf:
        return last
    if not begin.edtf or not last.edtf or begin.edtf == last.edtf:
        return begin
    try:
        span = Moment.parse(f"{begin.edtf}/{last.edtf}").text
    except MomentError as fault:
        message = f"{in_quotes(end)} cannot be the end of what begins {in_quotes(start)}: {fault.message}"
        return Dated("", "D707", message, "correct one of the two dates in the source")
    told = next((one for one in (begin, last) if one.code), Dated())
    return replace(told, edtf=span)


def _by_edtf(text: str) -> Dated:
    spaced = _SPACED.fullmatch(text)
    if spaced:
        shift = spaced[3] or ""
        text = (
            f"{spaced[1]}T{spaced[2]}{shift[:3]}:{shift[-2:]}"
            if len(shift) > 1
            else f"{spaced[1]}T{spaced[2]}{shift}"
        )
    try:
        return Dated(Moment.parse(text).text)
    except MomentError as fault:
        if fault.suggestion is None:
            return _unreadable(text, fault.message)
        if _PLAIN.fullmatch(fault.suggestion) and not _DOUBT.search(text.lower()):
            return Dated(fault.suggestion)
        return _rewritten(text, fault.suggestion)


def _year_last(match: re.Match[str], order: DateOrder) -> Dated:
    """`24/8/2014`: by the order that the map states, else by what can be no month; else one of two days."""
    first, mark, second, year, clock = match.groups()
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if order or mark == "." or first == second:
        meant = month_first if order == "month-first" else day_first
        return (
            _timed(meant, clock)
            if meant
            else _unreadable(match[0], f"there is no such day, read {order or 'day-first'}")
        )
    if day_first and month_first:
        either = sorted((day_first, month_first))
        message = f"{in_quotes(match[0])} is {either[0]} or {either[1]}: kept as one of the two"
        advice = "say `date_order: day-first` or `date_order: month-first` in the map"
        return Dated(f"[{','.join(either)}]", "D708", message, advice)
    meant = day_first or month_first
    return _timed(meant, clock) if meant else _unreadable(match[0], "there is no such day")


def _year_first(match: re.Match[str], _order: DateOrder) -> Dated:
    """`2014-8-4`; a month or day of 0 is none."""
    year, month, day = match[1], int(match[2]), int(match[3] or 0)
    text = "-".join([year, *(f"{part:02d}" for part in (month, day) if month and part)])
    read = _by_edtf(text)
    zero = not month or (match[3] and not day)
    return _rewritten(match[0], text) if read.edtf and zero else read


def _short_year(match: re.Match[str], _order: DateOrder) -> Dated:
    return _unreadable(match[0], "its year has two digits")


def _number(match: re.Match[str], _order: DateOrder) -> Dated:
    """A bare number that is no year: spreadsheets count days from 30 December 1899 (ECMA-376, 18.17.4.1)."""
    refused = _unreadable(match[0], "it is a bare number")
    if len(match[0]) != _SERIAL_DIGITS:
        return refused
    day = Moment.from_civil_day(_SERIAL_ZERO + int(match[0])).text
    return replace(
        refused, help=f"if it is a spreadsheet's count of days, it is {day}: format the column as dates"
    )


def _day(year: str, month: str, day: str) -> str:
    """The day as EDTF, or nothing where the calendar has none."""
    try:
        return Moment.parse(f"{year}-{month.zfill(2)}-{day.zfill(2)}").text
    except MomentError:
        return ""


def _timed(day: str, clock: str | None) -> Dated:
    return (
        _by_edtf(f"{day}T{clock.zfill(len('00:00') if clock.count(':') == 1 else len('00:00:00'))}")
        if clock
        else Dated(day)
    )


def _rewritten(text: str, edtf: str) -> Dated:
    return Dated(edtf, "D709", f"{in_quotes(text)} is read as {edtf}", "")


def _unreadable(text: str, why: str) -> Dated:
    return Dated(
        "", "D707", f"{in_quotes(text)} is no date: {why}", "write it as 2014-08-24, 2014-08 or 2014"
    )


def _suspected(date: Dated) -> Dated:
    """A first of January, with the finding that it may be a year alone."""
    match = None if date.code else _NEW_YEAR.fullmatch(date.edtf)
    if match is None:
        return date
    message = f"{date.edtf} is what many databases write where only the year {match[1]} is known"
    return replace(date, code="D710", message=message, help=f"write `{match[1]}` if the day is not known")


_FORMS: Final = (
    (_NUMBER, _number),
    (_YEAR_LAST, _year_last),
    (_SHORT_YEAR, _short_year),
    (_YEAR_FIRST, _year_first),
)
