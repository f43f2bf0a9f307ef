"""When things were reported, and what was known on an evening."""

from __future__ import annotations

import pytest

from tests.graph.story import article, claim, day, event, ids, linked


@pytest.mark.parametrize(
    ("date", "published", "first"),
    [
        ("2014-08-24", "2014-08-26", "2014-08-26"),
        ("2014-08-24", "2014-08-24T23:30+03:00", "2014-08-24"),
        ("2014-08-24", "2014-08-20", "2014-08-24"),
        ("2014-08-24", "2014-08", "2014-08-31"),
        ("../2014-08-24", "2014-08-20", "2014-08-20"),
    ],
)
def test_first_reported(date, published, first):
    graph = linked(event("falls", date, sources="a"), article("a", published))
    assert graph.first_reported(graph.event("falls")) == day(first)


def test_a_report_without_a_date_cannot_say_when_anything_was_known():
    graph = linked(
        event("falls", "2014-08-24", sources="undated dated"),
        event("raids", "2014-08-17", sources="undated"),
        article("undated", "[2014..]"),
        article("dated", "2014-08-26"),
    )
    assert graph.first_reported(graph.event("raids")) is None
    assert graph.first_reported(graph.event("falls")) == day("2014-08-26")
    assert [state.sources for state in graph.states(graph.event("falls"))] == [("dated",)]
    assert graph.source_count(graph.event("falls")).reports == 2


def test_the_earliest_report_counts_and_no_report_is_none():
    graph = linked(
        event("falls", "2014-08-24", sources="b", claims=(claim("1", source="a"),)),
        event("unsourced"),
        article("a", "2014-08-25"),
        article("b", "2014-08-27"),
    )
    assert graph.first_reported(graph.event("falls")) == day("2014-08-25")
    assert graph.first_reported(graph.event("unsourced")) is None
    assert graph.states(graph.event("unsourced")) == ()


def test_report_days_and_what_was_known():
    graph = linked(
        event("late-news", "2014-08-01", sources="b"),
        event("falls", "2014-08-24", sources="a"),
        event("siege", "2014-08-12", sources="a"),
        event("unsourced", "2014-01-01"),
        article("a", "2014-08-25"),
        article("b", "2014-09-10"),
    )
    assert graph.report_days() == (day("2014-08-25"), day("2014-09-10"))
    assert ids(graph.reported_on(day("2014-08-25"))) == ["siege", "falls"]
    assert graph.reported_on(day("2014-08-26")) == ()
    assert ids(graph.known_by(day("2014-08-24"))) == []
    assert ids(graph.known_by(day("2014-08-25"))) == ["siege", "falls"]
    assert ids(graph.known_by(day("2014-09-30"))) == ["late-news", "siege", "falls"]


def test_states():
    falls = event(
        "falls",
        "2014-08-24",
        sources="early wire second copy",
        claims=(
            claim("at least 170", by="sohr", source="wire"),
            claim("346", by="sohr", source="second", stance="revises"),
            claim("150", by="syria", source="copy"),
        ),
    )
    graph = linked(
        falls,
        article("early", "2014-08-20", based_on="wire"),
        article("wire", "2014-08-25"),
        article("copy", "2014-08-26", based_on="wire"),
        article("second", "2014-08-28", publisher="sohr"),
    )
    states = graph.states(graph.event("falls"))
    assert [(state.day, state.status, state.sources, state.new, state.independent) for state in states] == [
        (day("2014-08-24"), "reported", ("early",), ("early",), 1),
        (day("2014-08-25"), "reported", ("early", "wire"), ("wire",), 1),
        (day("2014-08-26"), "reported", ("early", "wire", "copy"), ("copy",), 1),
        (day("2014-08-28"), "confirmed", ("early", "wire", "second", "copy"), ("second",), 2),
    ]
    spans = [[comparison.span.words() for comparison in state.comparisons] for state in states]
    assert spans == [[], ["at least 170"], [spans[2][0]], ["between 150 and 346"]]
    assert spans[2][0] == "150 to 170 or more"


@pytest.mark.parametrize("status", ["confirmed", "reported", "disputed"])
def test_the_second_independent_source_brings_the_records_own_grade(status):
    graph = linked(event("falls", sources="a b", status=status), article("a"), article("b", "2014-08-26"))
    assert [state.status for state in graph.states(graph.event("falls"))] == ["reported", status]
