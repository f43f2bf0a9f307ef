"""Read any EDTF expression of levels 0 to 2.

Source: the EDTF specification of the Library of Congress (2019), https://www.loc.gov/standards/datetime/, a profile
of ISO 8601-1:2019 and ISO 8601-2:2019. Refused although some readers take it: an interval or set that says nothing
(`../..`, `/`), one that ends before it starts, times of day in either (the specification excludes them).
"""

import re
from collections.abc import Callable
from typing import Final, TypeVar

from generator.model.edtf_clock import DateAndTime, read_date_and_time
from generator.model.edtf_date import CalendarDate
from generator.model.edtf_date_reading import read_date
from generator.model.edtf_groupings import GROUPINGS
from generator.model.edtf_spans import Choices, End, Interval
from generator.model.edtf_year import ScaledYear, is_scaled_year, read_year
from generator.model.notation_error import MomentError

Expression = CalendarDate | ScaledYear | DateAndTime | Interval | Choices

LONGEST_TEXT: Final = 1000  # characters; a hundred dates in a set
_SEASON_RANGE: Final = re.compile(r"(-?[0-9]{4})-([234][0-9])\.\.([234][0-9])")
_Read = TypeVar("_Read")


def read(text: str) -> Expression:
    """The expression that `text` writes. Raises MomentError, whose suggestion is not yet known to be readable."""
    if len(text) > LONGEST_TEXT:
        message = f"a date of more than {LONGEST_TEXT} characters is not read"
        raise MomentError(message, LONGEST_TEXT, len(text) - LONGEST_TEXT)
    if text.startswith(("[", "{")):
        return _read_choices(text)
    if "/" in text:
        return _read_interval(text)
    if ".." in text:
        return _read_season_range(text)
    return read_date_and_time(text) if "T" in text else _read_single(text)


def _read_single(text: str) -> CalendarDate | ScaledYear:
    if "T" in text:
        raise MomentError(
            "a time of day cannot stand in an interval or a set",
            text.index("T"),
            len(text) - text.index("T"),
            text.partition("T")[0],
        )
    return read_year(text) if is_scaled_year(text) else read_date(text)


def _part(whole: str, at: int, part: str, reader: Callable[[str], _Read]) -> _Read:
    """`part`, which begins at `at` in `whole`; its faults are told as of `whole`."""
    try:
        return reader(part)
    except MomentError as error:
        raise error.within(whole, at, part) from None


def _read_end(text: str) -> End:
    """A date, or `..` (open) or nothing (unknown)."""
    return text if text in ("", "..") else _read_single(text)


def _read_interval(text: str) -> Interval:
    if text.count("/") > 1:
        second = text.index("/", text.index("/") + 1)
        raise MomentError("an interval has one slash, between its start and its end", second, 1)
    start_text, _, end_text = text.partition("/")
    interval = Interval(
        _part(text, 0, start_text, _read_end), _part(text, len(start_text) + 1, end_text, _read_end)
    )
    if isinstance(interval.start, str) and isinstance(interval.end, str):
        raise MomentError("an interval needs a start or an end", 0, len(text))
    _refuse_reversed(interval, text, len(start_text) + 1, f"{end_text}/{start_text}")
    return interval


def _refuse_reversed(interval: Interval, text: str, end_at: int, swapped: str) -> None:
    start, end = interval.bounds
    if start is not None and end is not None and end < start:
        raise MomentError("the interval ends before it starts", end_at, len(text) - end_at, swapped)


def _read_season_range(text: str) -> Interval:
    """`2014-21..24`, our shorthand for the interval `2014-21/2014-24` between seasons (or quarters) of one year."""
    match = _SEASON_RANGE.fullmatch(text)
    if match is None:
        raise MomentError(
            "two dots stand only in a set, as in [2014-08-18..2014-08-24], or for an open end",
            text.index(".."),
            2,
        )
    year, first, last = match.groups()
    families = [GROUPINGS[code].family if code in GROUPINGS else code for code in (first, last)]
    if families[0] != families[1] or first not in GROUPINGS:
        message = f"{first} and {last} are not two seasons, quarters, quadrimesters or halves of one year"
        raise MomentError(message, match.start(2), len(text) - match.start(2))
    interval = Interval(CalendarDate(year, first), CalendarDate(year, last))
    _refuse_reversed(interval, text, match.start(3), f"{year}-{last}..{first}")
    return interval


def _read_choices(text: str) -> Choices:
    closing = "]" if text.startswith("[") else "}"
    if not text.endswith(closing):
        raise MomentError(
            f"the set opened with {text[0]} is not closed with {closing}", len(text), 0, text + closing
        )
    members: list[CalendarDate | ScaledYear | Interval] = []
    at = 1
    for member in text[1:-1].split(","):
        members.append(_part(text, at, member, _read_member))
        at += len(member) + 1
    return _checked_choices(Choices.of(members, every=closing == "}"), members, text)


def _checked_choices(
    choices: Choices, members: list[CalendarDate | ScaledYear | Interval], text: str
) -> Choices:
    if len(members) == 1 and not isinstance(members[0], Interval):
        raise MomentError("a set holds two dates or more", 1, len(text) - 2, text[1:-1])
    if len(choices.members) < len(members):
        raise MomentError(
            "the set names a date twice",
            1,
            len(text) - 2,
            choices.text if len(choices.members) > 1 else choices.members[0].text,
        )
    return choices


def _read_member(text: str) -> CalendarDate | ScaledYear | Interval:
    """One date of a set, or a range `a..b`, `..b`, `a..`."""
    if not text:
        raise MomentError("a date is missing in the set")
    if ".." not in text:
        return _read_single(text)
    start_text, _, end_text = text.partition("..")
    if not (start_text or end_text):
        raise MomentError("a range in a set needs a start or an end", 0, 2)
    at = len(start_text) + 2
    start: End = _part(text, 0, start_text, _read_single) if start_text else ".."
    end: End = _part(text, at, end_text, _read_single) if end_text else ".."
    interval = Interval(start, end)
    _refuse_reversed(interval, text, at, f"{end_text}..{start_text}")
    return interval
