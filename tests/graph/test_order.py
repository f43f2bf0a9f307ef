"""The timeline's order, its months and days, and neighbours."""

from __future__ import annotations

import pytest

from generator.graph.values import Neighbours
from tests.graph.story import day, event, ids, linked


def test_order_by_day_then_order_then_moment_then_id():
    graph = linked(
        event("b"),
        event("a"),
        event("evening", "2014-08-24T20:00"),
        event("morning", "2014-08-24T08:00"),
        event("closing", order=1),
        event("leading", "2014-08-24T23:00", order=-1),
        event("eve", "2014-08-23", order=9),
        event("month", "2014-08"),
        event("since-ever", "../2014-09"),
    )
    assert ids(graph.events) == [
        "since-ever",
        "month",
        "eve",
        "leading",
        "a",
        "b",
        "morning",
        "evening",
        "closing",
    ]


def test_months_by_first_day():
    graph = linked(
        event("war", "2013-12-30/2014-08-24"),
        event("falls", "2014-08-24"),
        event("summer", "2014-08"),
        event("until", "../2014-06-30"),
    )
    assert [(month.year, month.month, ids(month.events)) for month in graph.months()] == [
        (2013, 12, ["war"]),
        (2014, 6, ["until"]),
        (2014, 8, ["summer", "falls"]),
    ]


@pytest.mark.parametrize(
    ("date", "first"),
    [
        ("2014-08-24", "2014-08-24"),
        ("2014-08-24~", "2014-08-24"),
        ("2014-08-24T14:30+03:00", "2014-08-24"),
        ("2014-08-24/2014-08-30", "2014-08-24"),
        ("2014-08-24/..", "2014-08-24"),
        ("[2014-08-24,2014-08-25]", "2014-08-24"),
    ],
)
def test_days_of_events_that_are_known_to_the_day(date, first):
    graph = linked(event("falls", date))
    assert graph.days() == (day(first),)
    assert ids(graph.events_on(day(first))) == ["falls"]


@pytest.mark.parametrize(
    "date", ["2014-08", "2014", "2014-08-XX", "2014-08/2014-09-03", "../2014-08-24", "2014-22"]
)
def test_no_day_for_events_that_are_not(date):
    graph = linked(event("falls", date), event("other"))
    assert ids(graph.events_on(day("2014-08-01"))) == []
    assert graph.days() == (day("2014-08-24"),)
    assert graph.same_day(graph.event("falls")) == ()


def test_same_day_leaves_the_event_itself_out():
    graph = linked(event("a"), event("b"), event("c", "2014-08-24/2014-08-26"), event("d", "2014-08-25"))
    assert ids(graph.same_day(graph.event("b"))) == ["c", "a"]


def test_previous_and_next():
    graph = linked(event("a", "2014-01-01"), event("b", "2014-01-02"), event("c", "2014-01-03"))
    a, b, c = graph.events
    assert graph.previous_and_next(a) == Neighbours(None, b)
    assert graph.previous_and_next(b) == Neighbours(a, c)
    assert graph.previous_and_next(c) == Neighbours(b, None)


def test_previous_and_next_in_the_story():
    graph = linked(
        event("offensive", "2014-08-01/2014-08-30"),
        event("other", "2014-08-10"),
        event("siege", "2014-08-12", part_of="offensive"),
        event("falls", "2014-08-24", part_of="offensive"),
    )
    offensive, other, siege, falls = graph.events
    assert graph.previous_and_next_in_story(siege) == Neighbours(offensive, falls)
    assert graph.previous_and_next_in_story(offensive) == Neighbours(None, siege)
    assert graph.previous_and_next_in_story(other) == Neighbours(None, None)


def test_previous_and_next_of_an_actor():
    graph = linked(
        event("a", "2014-01-01", actors="isil:attacker isil:speaker"),
        event("b", "2014-01-02"),
        event("c", "2014-01-03", actors="isil"),
        event("d", "2014-01-04", actors="isil syria"),
    )
    a, b, c, d = graph.events
    assert graph.previous_and_next_of_actor(c, "isil") == Neighbours(a, d)
    assert graph.previous_and_next_of_actor(b, "isil") == Neighbours(a, c)
    assert graph.previous_and_next_of_actor(a, "isil") == Neighbours(None, c)
    assert graph.previous_and_next_of_actor(d, "syria") == Neighbours(None, None)
