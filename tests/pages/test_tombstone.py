"""What is left of a withdrawn record at its address."""

from __future__ import annotations

from generator.model.prose import Prose
from generator.pages.event_relations import related, story_steps
from generator.pages.tombstone import outputs, view
from tests.graph.story import actor, article, claim, correction, event, linked, page

GONE = correction("2014-09-03", "withdrawn", source="a")


def test_a_tombstone_says_when_and_why_and_nothing_that_the_record_said():
    graph = linked(
        event(
            "falls",
            title="The base falls",
            summary="Secret of the summary",
            body="Secret of the body",
            claims=(claim("346"),),
            corrections=(correction("2014-09-01", "claims"), GONE),
        ),
        article("a"),
    )
    shown = view(graph, "event/falls")
    assert shown["title"] == "Withdrawn: The base falls"
    assert shown["description"] == "This report of an event was withdrawn on 3 September 2014. it was wrong"
    assert [(row.what, row.source.title) for row in shown["rows"]] == [("withdrawn", "a")]
    assert "346" not in repr(shown)
    assert "Secret" not in repr(shown)


def test_one_that_is_only_graded_retracted_has_no_day_and_no_reason():
    shown = view(linked(event("falls", status="retracted")), "event/falls")
    assert shown["description"] == "This report of an event was withdrawn."
    assert (shown["rows"], shown["date"].words) == ([], "")


def test_there_is_one_for_each_kind_of_record_and_no_sitemap_lists_it():
    withdrawn = linked(
        event("e", corrections=(GONE,)), article("a"), actor("b", corrections=(GONE,)), page("about", "About")
    )
    assert [(output.address, output.listed, output.record) for output in outputs(withdrawn)] == [
        ("events/e/", False, "event/e"),
        ("actors/b/", False, "actor/b"),
    ]


def test_what_it_was_tied_to_does_not_show_it():
    graph = linked(
        event("gone", corrections=(GONE,)), event("stands", follows="gone", denies="gone", part_of="gone")
    )
    assert related(graph, graph.event("stands")) == ()
    assert story_steps(graph, graph.event("stands")) is None
    assert graph.body(graph.event("gone")) == Prose()
