"""What a moment covers, to the second."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import civil
from generator.model.moment import Moment
from tests.model.edtf_texts import GROUPINGS, PATTERNS, SPECIFICATION, dates

EPOCH = date(1970, 1, 1)


def day(text: str | None) -> int | None:
    if text is None:
        return None
    year, month, day_of_month = text.rsplit("-", 2)
    return civil.day_of(int(year), int(month), int(day_of_month))


@pytest.mark.parametrize(("text", "days"), (SPECIFICATION | GROUPINGS | PATTERNS).items())
def test_first_and_last_day(text, days):
    moment = Moment.parse(text)
    assert (moment.first_day, moment.last_day) == tuple(map(day, days))


@given(st.dates())
def test_a_day_lasts_from_midnight_to_the_second_before_midnight(when):
    moment = Moment.parse(when.isoformat())
    assert moment.lower == (when - EPOCH).days * 86_400
    assert moment.upper == moment.lower + 86_399


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_and_years_follow_the_calendar(year, month):
    moment = Moment.parse(f"{year:04d}-{month:02d}")
    assert moment.first_day == (date(year, month, 1) - EPOCH).days
    assert moment.last_day == moment.first_day + calendar.monthrange(year, month)[1] - 1
    whole_year = Moment.parse(f"{year:04d}")
    assert whole_year.last_day - whole_year.first_day == 364 + calendar.isleap(year)


@pytest.mark.parametrize(
    ("text", "lower", "length", "offset"),
    [
        ("1970-01-01T00:00", 0, 60, None),
        ("1970-01-01T00:00:00", 0, 1, None),
        ("1970-01-02T14:30+03:00", 86_400 + 52_200, 60, 180),
        ("1970-01-02T14:30:05Z", 86_400 + 52_205, 1, 0),
        ("1970-01-01T23:59:59-04", 86_399, 1, -240),
    ],
)
def test_times_are_bounded_as_written_not_in_utc(text, lower, length, offset):
    moment = Moment.parse(text)
    assert (moment.lower, moment.upper) == (lower, lower + length - 1)
    assert moment.offset_minutes == offset


def test_the_instant_is_in_utc():
    assert Moment.parse("1970-01-01T03:00+03:00").instant == 0
    assert Moment.parse("1970-01-01T00:00Z").instant == 0
    assert Moment.parse("1970-01-01T00:00").instant is None
    assert Moment.parse("1970-01-01").instant is None
    assert Moment.parse("1970-01-01T03:00").with_offset(180) == Moment.parse("1970-01-01T03:00+03:00")
    assert str(Moment.parse("1970-01-01T03:00Z").with_offset(180)) == "1970-01-01T03:00Z"


@pytest.mark.parametrize("sign", ["?", "~", "%"])
def test_doubt_widens_no_bound(sign):
    plain, doubted = Moment.parse("2014-08"), Moment.parse(f"2014-08{sign}")
    assert (plain.lower, plain.upper) == (doubted.lower, doubted.upper)
    assert doubted.uncertain == (sign in "?%")
    assert doubted.approximate == (sign in "~%")


@given(dates, st.integers(-40, 40))
@settings(deadline=None)
def test_a_pattern_covers_a_day_when_its_digits_fit(text, distance):
    try:
        moment = Moment.parse(text)
    except ValueError:
        return
    assert moment.covers_day(moment.first_day)
    assert moment.covers_day(moment.last_day)
    assert not moment.covers_day(moment.first_day - 1 - abs(distance))
    assert not moment.covers_day(moment.last_day + 1 + abs(distance))


@pytest.mark.parametrize(
    ("text", "covered", "not_covered"),
    [
        ("[2014-08-20,2014-08-24]", "2014-08-24", "2014-08-22"),
        ("{2014-08-20..2014-08-22,2014-08-24}", "2014-08-21", "2014-08-23"),
        ("2014-XX-24", "2014-03-24", "2014-03-25"),
        ("2014-08-X4", "2014-08-14", "2014-08-15"),
        ("2014-08-18/..", "9999-12-31", "2014-08-17"),
        ("2014-08-18/", "2014-08-18", "2014-08-17"),
        ("../2014-08-18", "-9999-01-01", "2014-08-19"),
        ("201X-24", "2020-02-29", "2020-03-01"),
        ("2014-08-24T14:30+03:00", "2014-08-24", "2014-08-25"),
        ("1950S2", "1900-01-01", "2000-01-01"),
    ],
)
def test_gaps_are_not_covered(text, covered, not_covered):
    moment = Moment.parse(text)
    assert moment.covers_day(day(covered))
    assert not moment.covers_day(day(not_covered))


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ("2014-08", "2014-08-24", True, True),
        ("2014-08-24", "2014-08", True, False),
        ("2014-08-24", "2014-08-25", False, False),
        ("2014-08-18/..", "2015", True, True),
        ("2014-08-18/..", "../2014-08-18", True, False),
        ("../2014-08-17", "2014-08-18/..", False, False),
        ("2014-08-18/2014-08-24", "2014-08-24/2014-08-30", True, False),
        ("2014-08-24", "2014-08-24T23:59:59Z", True, True),
        ("2014/..", "2014/", True, True),
        ("2014", "2014/", True, False),
        ("2014-08-24", "2014-08-24", True, True),
    ],
)
def test_overlap_and_containment(one, other, overlaps, contains):
    first, second = Moment.parse(one), Moment.parse(other)
    assert first.overlaps(second) is second.overlaps(first) is overlaps
    assert first.contains(second) is contains
