"""Civil arithmetic against the standard library where it reaches, and beyond it by its own inverse."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import civil

EPOCH = date(1970, 1, 1)


def test_known_days():
    assert civil.day_of(1970, 1, 1) == 0
    assert civil.day_of(2000, 3, 1) == 11_017
    assert civil.day_of(0, 2, 29) == -719_469
    assert civil.civil_of(-719_469) == (0, 2, 29)


@given(st.dates())
def test_days_are_those_of_datetime(day):
    number = (day - EPOCH).days
    assert civil.day_of(day.year, day.month, day.day) == number
    assert civil.civil_of(number) == (day.year, day.month, day.day)


@given(st.integers(-(10**15), 10**15))
def test_every_day_has_one_date(day):
    year, month, day_of_month = civil.civil_of(day)
    assert 1 <= day_of_month <= civil.days_in_month(year, month)
    assert civil.day_of(year, month, day_of_month) == day


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_are_as_long_as_the_calendar_says(year, month):
    assert civil.days_in_month(year, month) == calendar.monthrange(year, month)[1]


@pytest.mark.parametrize(("year", "month", "day"), [(2014, 2, 29), (2014, 13, 1), (2014, 0, 1), (2014, 1, 0)])
def test_what_is_no_date_is_refused(year, month, day):
    with pytest.raises(ValueError, match="no such date"):
        civil.day_of(year, month, day)


@pytest.mark.parametrize(("year", "text"), [(2014, "2014"), (33, "0033"), (0, "0000"), (-43, "-0043")])
def test_years_are_written_with_four_digits(year, text):
    assert civil.year_text(year) == text
