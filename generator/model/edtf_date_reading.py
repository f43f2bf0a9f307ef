"""Read one calendar date of EDTF and say exactly what is wrong with one that is not."""

import re
from typing import Final

from generator.model.calendar_names import MONTHS
from generator.model.edtf_date import CalendarDate
from generator.model.edtf_digits import readings
from generator.model.edtf_doubt import doubt_of
from generator.model.edtf_groupings import FIRST_CODE, GROUPINGS, LAST_CODE
from generator.model.notation_error import MomentError, shown

_WORD: Final = re.compile(r"[?~%]?-?\w+|.", re.DOTALL)
_LONGEST_SHOWN: Final = 20  # characters of what was found
_LONGEST_YEAR_RANGE: Final = 15  # years that 2014-15 may be meant to span
_DATE: Final = re.compile(
    r"([?~%]?)(-?[0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_YEAR_GROUP, _MONTH_GROUP, _DAY_GROUP = 2, 5, 8
_STAGES: Final = (
    (re.compile(r"[?~%]?-?[0-9X]{4}(?![0-9X])[?~%]?"), "a year of four digits"),
    (re.compile(r"-"), "a hyphen and a month"),
    (re.compile(r"[?~%]?[0-9X]{2}(?![0-9X])[?~%]?"), "a month of two digits"),
    (re.compile(r"-"), "a hyphen and a day"),
    (re.compile(r"[?~%]?[0-9X]{2}(?![0-9X])[?~%]?"), "a day of two digits"),
)


def read_date(text: str) -> CalendarDate:
    """The date that `text` writes. Raises MomentError."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise _departure(text)
    before_year, year, year_sign, before_month, month, month_sign, before_day, day, day_sign = match.groups(
        ""
    )
    behind_day = doubt_of(day_sign)
    behind_month = doubt_of(month_sign) | behind_day
    doubts = (
        doubt_of(before_year) | doubt_of(year_sign) | behind_month,
        doubt_of(before_month) | behind_month if month else 0,
        doubt_of(before_day) | behind_day,
    )
    date = CalendarDate(year, month, day, doubts)
    _refuse_year(date, match)
    _refuse_month(date, match)
    _refuse_day(date, match)
    return date


def _departure(text: str) -> MomentError:
    """Where `text` stops being a date, and what stands there."""
    at = 0
    for pattern, expected in _STAGES:
        match = pattern.match(text, at)
        if match is None:
            return _unexpected(text, at, expected)
        at = match.end()
        if at == len(text):
            return MomentError(f"the date breaks off after “{text}”", at)
    return _unexpected(text, at, "nothing more")


def _unexpected(text: str, at: int, expected: str) -> MomentError:
    if not text:
        return MomentError("there is no date here")
    if at == len(text):
        return MomentError(f"expected {expected} at the end", at)
    if text[at] in "?~%" and at:
        return MomentError("only one of ? ~ % may stand here; % means both ? and ~", at, 1)
    word = _WORD.match(text, at)
    found = text[at] if word is None or len(word[0]) > _LONGEST_SHOWN else word[0]
    return MomentError(f"expected {expected}, found “{shown(found)}”", at, len(found))


def _refuse_year(date: CalendarDate, match: re.Match[str]) -> None:
    if date.year == "-0000":
        at, end = match.span(_YEAR_GROUP)
        message = "there is no year -0000: the year before 0001 is 0000"
        raise MomentError(message, at, end - at, match.string[:at] + match.string[at + 1 :])


def _refuse_month(date: CalendarDate, match: re.Match[str]) -> None:
    if not date.month or readings(date.month, 1, 12):
        return
    at = match.start(_MONTH_GROUP)
    if date.month not in GROUPINGS:
        message = f"month {date.month}: months run from 01 to 12, seasons and other groups of months from {FIRST_CODE} to {LAST_CODE}"
        raise MomentError(message, at, 2, _year_range(date) or _swapped(date))
    if date.day:
        message = f"{date.month} is a group of months ({GROUPINGS[date.month].pattern.format(year=date.year)}), which has no days"
        raise MomentError(message, at, 2, _swapped(date))


def _swapped(date: CalendarDate) -> str | None:
    """`2014-24-08` with its day and month in order, when there is a day."""
    return f"{date.year}-{date.day}-{date.month}" if date.day and readings(date.day, 1, 12) else None


def _year_range(date: CalendarDate) -> str | None:
    """`2014-15` as two years, `2014/2015`."""
    if date.day or not (date.year + date.month).isdigit():
        return None
    if not 0 < int(date.month) - int(date.year[2:]) <= _LONGEST_YEAR_RANGE:
        return None
    return f"{date.year}/{date.year[:2]}{date.month}"


def _refuse_day(date: CalendarDate, match: re.Match[str]) -> None:
    if not date.day or date.days is not None:
        return
    at = match.start(_DAY_GROUP)
    if not readings(date.day, 1, 31):
        message = f"day {date.day}: days run from 01 to 31"
        raise MomentError(message, at, 2)
    month_at = match.start(_MONTH_GROUP)
    day = date.day.lstrip("0")
    month = MONTHS[int(date.month) - 1] if date.month.isdigit() else f"in month {date.month}"
    message = f"there is no {day} {month} {date.year.lstrip('0') or '0'}"
    raise MomentError(message, month_at, at + 2 - month_at)
