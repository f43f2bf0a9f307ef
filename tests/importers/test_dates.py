"""Dirty dates become EDTF, and whatever is not certain of them a finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.dates import read_date, read_span
from generator.importers.worded_dates import exact
from generator.model.moment import Moment


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2014", "2014"),
        ("2014-08", "2014-08"),
        ("2014-08-24", "2014-08-24"),
        ("2014-8-4", "2014-08-04"),
        ("24 August 2014", "2014-08-24"),
        ("August 24, 2014", "2014-08-24"),
        ("24.08.2014", "2014-08-24"),
        ("24/08/2014", "2014-08-24"),
        ("08/24/2014", "2014-08-24"),
        ("4/4/2014", "2014-04-04"),
        ("2014-08-24 00:00:00.000", "2014-08-24"),
        ("2014-08-24T00:00:00Z", "2014-08-24"),
        ("2014-08-24 14:30", "2014-08-24T14:30"),
        ("2014-08-24T14:30:05+0300", "2014-08-24T14:30:05+03:00"),
        ("24/08/2014 9:05", "2014-08-24T09:05"),
        ("2014-08-18/2014-08-24", "2014-08-18/2014-08-24"),
        ("", ""),
    ],
)
def test_what_has_one_meaning_is_read_without_a_word(text, edtf):
    dated = read_date(text)
    assert (dated.edtf, dated.code) == (edtf, "")


@pytest.mark.parametrize(
    ("text", "code", "edtf"),
    [
        ("3/4/2014", "D708", "[2014-03-04,2014-04-03]"),
        ("3-4-2014 10:00", "D708", "[2014-03-04,2014-04-03]"),
        ("2014-01-01", "D710", "2014-01-01"),
        ("1 January 2014", "D710", "2014-01-01"),
        ("2014-00-00", "D709", "2014"),
        ("2014-08-00", "D709", "2014-08"),
        ("c. August 2014", "D709", "2014-08~"),
        ("early 2014", "D709", "2014-37"),
        ("24/08/14", "D707", ""),
        ("31/02/2014", "D707", ""),
        ("41875", "D707", ""),
        ("soon", "D707", ""),
    ],
)
def test_what_has_a_doubt_gets_a_finding(text, code, edtf):
    dated = read_date(text)
    assert (dated.edtf, dated.code) == (edtf, code)
    assert dated.message


@pytest.mark.parametrize(("order", "edtf"), [("day-first", "2014-04-03"), ("month-first", "2014-03-04")])
def test_the_map_says_which_order(order, edtf):
    assert read_date("3/4/2014", order) == read_date(edtf)


def test_a_stated_order_is_not_bent():
    assert read_date("24/08/2014", "month-first").code == "D707"


def test_a_year_is_never_made_a_day():
    assert read_date("2014").edtf == "2014"
    assert read_span("2014", "2015").edtf == "2014/2015"


def test_spans():
    assert read_span("2014-08-18", "2014-08-24").edtf == "2014-08-18/2014-08-24"
    assert read_span("2014-08-18", "").edtf == "2014-08-18"
    assert read_span("2014-08-18", "18 August 2014").edtf == "2014-08-18"
    assert read_span("2014-08-24", "2014-08-18").code == "D707"
    assert read_span("2014-08-24", "later").code == "D707"


@pytest.mark.parametrize(
    "edtf",
    [
        "2014-08~",
        "2014-03-18/..",
        "2014-08-18~/2014-08",
        "[2014-08-18..2014-08-24]",
        "2014-21",
        "2014-09-01T14:30+03:00",
        "2014-09-01T14:30Z",
    ],
)
def test_words_beside_numbers_say_what_is_known(edtf):
    moment = Moment.parse(edtf)
    first, last = (
        Moment.from_civil_day(day).text for day in (moment.first_day, moment.last_day or moment.first_day)
    )
    numbers = read_span(first, last) if moment.instant is None else read_date("2014-09-01T14:30")
    assert exact(numbers, moment.words()).edtf == edtf


def test_words_that_contradict_the_numbers_are_not_taken():
    assert exact(read_date("2014-08-24"), "25 August 2014").edtf == "2014-08-24"


@given(st.text(max_size=30))
def test_no_text_makes_it_raise_and_what_comes_out_is_edtf(text):
    dated = read_date(text)
    assert not dated.edtf or Moment.parse(dated.edtf).text == dated.edtf
