"""Canonical text, precision and parts of a moment."""

from __future__ import annotations

import pickle

import pytest

from generator.model import civil
from generator.model.moment import Moment
from tests.model.edtf_texts import SPECIFICATION


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("?2004-06-~11", "2004?-06-~11"),
        ("~2014", "2014~"),
        ("~2014~", "2014~"),
        ("?2014~", "2014%"),
        ("2014~-~08", "2014-08~"),
        ("2014-08~-24~", "2014-08-24~"),
        ("~2014-~08-~24", "2014-08-24~"),
        ("2014-08~-24?", "2014-08%-?24"),
        ("2014-08-24T14:30:05-04", "2014-08-24T14:30:05-04:00"),
        ("2014-08-24T14:30+00:00", "2014-08-24T14:30Z"),
        ("[2014-08-24,2014-08-23]", "[2014-08-23,2014-08-24]"),
        ("{1670..1672,1667}", "{1667,1670..1672}"),
        ("[1760-12..,1760-01]", "[1760-01,1760-12..]"),
        ("2014-21..24", "2014-21/2014-24"),
    ],
)
def test_one_way_of_writing(text, canonical):
    assert str(Moment.parse(text)) == canonical
    assert Moment.parse(text) == Moment.parse(canonical)
    assert hash(Moment.parse(text)) == hash(Moment.parse(canonical))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2014-08-24", "day"),
        ("2014-08", "month"),
        ("2014-08-XX", "month"),
        ("2014-08-2X", "month"),
        ("2014", "year"),
        ("2014-XX", "year"),
        ("2014-XX-24", "year"),
        ("2014-22", "season"),
        ("2014-34", "season"),
        ("201X", "decade"),
        ("201X-08-24", "decade"),
        ("1950S3", "decade"),
        ("20XX", "century"),
        ("1950S2", "century"),
        ("2XXX", "millennium"),
        ("XXXX-12-XX", "millennium"),
        ("1X84", "millennium"),
        ("Y170000002", "year"),
        ("2014-08-24T14:30", "minute"),
        ("2014-08-24T14:30:05", "second"),
        ("2014-08-24/..", "interval"),
        ("[2014-08-23,2014-08-24]", "set"),
    ],
)
def test_precision_is_what_is_known(text, precision):
    assert Moment.parse(text).precision == precision


def test_an_interval_has_a_start_and_an_end():
    moment = Moment.parse("2014-08-10~/2014-08-24?")
    assert moment.is_interval
    assert not moment.is_open
    assert moment.start == Moment.parse("2014-08-10~")
    assert moment.end == Moment.parse("2014-08-24?")
    assert moment.approximate
    assert moment.uncertain


@pytest.mark.parametrize(
    ("text", "is_open", "start", "end"),
    [
        ("2014-08-18/..", True, "2014-08-18", None),
        ("2014-08-18/", False, "2014-08-18", None),
        ("../2014-08-18", True, None, "2014-08-18"),
        ("/2014-08-18", False, None, "2014-08-18"),
        ("2014", False, None, None),
        ("[1760-12..]", True, None, None),
    ],
)
def test_an_open_end_is_not_an_unknown_one(text, is_open, start, end):
    moment = Moment.parse(text)
    assert moment.is_open is is_open
    assert (moment.start and str(moment.start)) == start
    assert (moment.end and str(moment.end)) == end


def test_a_set_has_choices():
    assert [str(choice) for choice in Moment.parse("[1670..1672,1667,..1660]").choices] == [
        "../1660",
        "1667",
        "1670/1672",
    ]
    assert Moment.parse("2014").choices == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2014", "2014"),
        ("2014-08", "2014-08"),
        ("2014-08-24", "2014-08-24"),
        ("0476-09-04", "0476-09-04"),
        ("2014-08-24T14:30", "2014-08-24T14:30"),
        ("2014-08-24T14:30+03", "2014-08-24T14:30+03:00"),
        ("2014-08-24T14:30:05Z", "2014-08-24T14:30:05Z"),
        *((text, None) for text in ("2014~", "2014-08-24?", "2014-08-XX", "201X", "2014-22", "2014/2015")),
        *(
            (text, None)
            for text in ("[2014,2015]", "0000", "-0043", "0000-01-01T00:00", "Y170000002", "1950S2")
        ),
    ],
)
def test_html_gets_only_what_is_exactly_known(text, value):
    assert Moment.parse(text).iso_datetime() == value


@pytest.mark.parametrize(
    ("day", "text"),
    [(0, "1970-01-01"), (-719_528, "0000-01-01"), (civil.day_of(-43, 3, 15), "-0043-03-15")],
)
def test_a_civil_day_is_a_moment(day, text):
    assert str(Moment.from_civil_day(day)) == text


def test_edtf_writes_no_days_of_long_years():
    with pytest.raises(ValueError, match="year"):
        Moment.from_civil_day(civil.day_of(10_000, 1, 1))


@pytest.mark.parametrize("text", SPECIFICATION)
def test_pickled_moments_come_back_equal(text):
    moment = Moment.parse(text)
    again = pickle.loads(pickle.dumps(moment))  # noqa: S301 - our own
    assert again == moment
    assert again.lower == moment.lower
    assert again.sort_key == moment.sort_key
