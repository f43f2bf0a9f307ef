"""The order of the timeline."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.moment import Moment
from tests.model.edtf_texts import likely_valid

IN_ORDER = [
    "../2014-08-24",
    "/2014-08-24",
    "Y-17E7",
    "-0043",
    "0000",
    "201X",
    "2014/..",
    "2014/2015",
    "2014",
    "2014-01-01",
    "2014-08/..",
    "2014-08",
    "2014-08-XX",
    "[2014-08-01..2014-08-03]",
    "2014-08-01",
    "2014-08-01~",
    "2014-08-01T01:00+03:00",
    "2014-08-01T00:00Z",
    "2014-08-01T00:00:00Z",
    "2014-08-01T18:00+03:00",
    "2014-08-01T13:00-04:00",
    "2014-08-02",
    "Y170000002",
]


def parsed(texts: list[str]) -> list[Moment]:
    moments = []
    for text in texts:
        try:
            moments.append(Moment.parse(text))
        except ValueError:
            continue
    return moments


def test_the_order_in_full():
    assert [str(moment) for moment in sorted(Moment.parse(text) for text in reversed(IN_ORDER))] == IN_ORDER


def test_one_instant_in_two_zones_has_one_order():
    damascus, utc = Moment.parse("2014-08-24T14:30+03:00"), Moment.parse("2014-08-24T11:30Z")
    assert damascus.instant == utc.instant
    assert sorted([damascus, utc]) == sorted([utc, damascus]) == [utc, damascus]


@given(st.lists(likely_valid, min_size=3, max_size=6))
@settings(deadline=None)
def test_the_order_is_total(texts):
    moments = parsed(texts)
    for one in moments:
        for other in moments:
            assert (one < other) + (one == other) + (one > other) == 1
            assert (one <= other) == (not one > other)
            assert (one >= other) == (not one < other)
            assert (one < other) == (one.sort_key < other.sort_key)
    ordered = sorted(moments)
    moments.reverse()
    assert sorted(moments) == ordered
    for first, second in pairwise(ordered):
        assert first <= second
    if len(ordered) > 2:
        assert ordered[0] <= ordered[-1]


@given(likely_valid, likely_valid)
@settings(deadline=None)
def test_an_earlier_day_comes_first(one, other):
    moments = parsed([one, other])
    if len(moments) == 2 and None not in (moments[0].first_day, moments[1].first_day):
        first, second = sorted(moments)
        assert first.first_day <= second.first_day
