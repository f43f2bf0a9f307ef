"""What was withdrawn is in no list, total or neighbourhood, and still answers to its id."""

from __future__ import annotations

import pytest

from generator.graph.withdrawal import is_withdrawn, withdrawal
from tests.graph.story import actor, article, claim, correction, day, event, ids, linked, location, topic

GONE = (correction("2014-09-03", "withdrawn"),)


def test_the_ledger_or_a_retracted_grade_withdraws_a_record():
    assert is_withdrawn(actor("x", corrections=GONE).record)
    assert is_withdrawn(event("x", status="retracted").record)
    assert not is_withdrawn(event("x", status="disputed", corrections=(correction("2014-09-03"),)).record)


def test_the_newest_line_says_when_and_the_last_of_one_day():
    lines = tuple(correction(date, "withdrawn", source) for date, source in
                  (("2014-09-03", "a"), ("2014-09-03", "b"), ("2014-09-01", "c")))  # fmt: skip
    assert withdrawal(event("x", corrections=lines).record) == lines[1]
    assert withdrawal(event("x", status="retracted").record) is None


@pytest.fixture
def graph():
    return linked(
        event("before", "2014-08-24", actors="isil", locations="raqqa", topics="war", sources="a"),
        event(
            "gone",
            "2014-08-24",
            actors="isil:attacker syria",
            locations="raqqa",
            topics="war rumours",
            sources="a b",
            claims=(claim("5", group="isil", source="b"),),
            responds_to="before",
            part_of="before",
            body="It was in [[raqqa]].",
            corrections=GONE,
        ),
        event("after", "2014-08-25", follows="gone", actors="isil", sources="a"),
        article("a", "2014-08-25"),
        article("b", "2014-08-26"),
        location("raqqa"),
    )


def test_it_is_in_no_list_of_events(graph):
    assert ids(graph.events) == ["before", "after"]
    assert ids(graph.events_on(day("2014-08-24"))) == ["before"]
    assert ids(graph.months()[0].events) == ["before", "after"]
    assert [use.event.id for use in graph.events_of("isil")] == ["before", "after"]
    assert graph.appears_with("isil") == ()
    assert ids(graph.events_at("raqqa") + graph.events_somewhere_in("raqqa")) == ["before"]
    assert ids(graph.events_of_topic("war")) == ["before"]
    assert ids(graph.topics) == ["war"]


def test_it_is_nobodys_neighbour_and_nothing_mentions_by_it(graph):
    before, after = graph.events
    assert graph.previous_and_next(before).next == after
    assert graph.same_day(before) == graph.responded_by(before) == graph.parts_of("before") == ()
    assert graph.backlinks("location", "raqqa") == ()


def test_it_is_in_neither_clock_and_in_no_figure(graph):
    assert ids(graph.reported_on(day("2014-08-25"))) == ["before", "after"]
    assert graph.report_days() == (day("2014-08-25"),)
    assert graph.claims_about("isil") == ()
    assert graph.totals([*graph.events, graph.event("gone")]) == ()
    assert graph.resting_on("b").events == ()


def test_it_answers_to_its_id(graph):
    assert graph.withdrawn() == (graph.event("gone"),)
    assert graph.find("event", "gone") is not None


def test_a_withdrawn_actor_place_and_report_leave_what_names_them_standing():
    graph = linked(
        event("falls", actors="ghost isil", locations="nowhere", sources="a b"),
        actor("ghost", part_of="isil", corrections=GONE),
        actor("shade", part_of="ghost"),
        location("nowhere", part_of="syria", corrections=GONE),
        location("hamlet", "town", part_of="nowhere"),
        article("a", publisher="herald", corrections=GONE),
        article("b", based_on="a"),
        article("c", based_on="a"),
    )
    assert "ghost" not in ids(graph.actors)
    assert "nowhere" not in ids(graph.locations)
    assert ids(graph.articles) == ["b", "c"]
    assert graph.appears_with("isil") == graph.parts_of_actor("isil") == graph.children("syria") == ()
    assert ids(graph.sources_of(graph.event("falls"))) == ["b"]
    assert ids(graph.published_by("herald")) == ["b", "c"]
    assert [use.event.id for use in graph.events_of("ghost")] == ["falls"]
    assert ids(graph.events_of_place("nowhere")) == ["falls"]
    assert graph.derived_from("a") == graph.articles


def test_reports_that_rest_on_a_withdrawn_one_are_still_one_chain():
    graph = linked(
        event("falls", sources="b c"),
        article("a", corrections=GONE),
        *(article(x, based_on="a") for x in "bc"),
    )
    assert graph.source_count(graph.event("falls")).independent == 1


def test_a_topic_that_only_withdrawn_events_use_is_not_made_up():
    graph = linked(event("gone", topics="rumours written", corrections=GONE), topic("written", "Written"))
    assert ids(graph.topics) == ["written"]
