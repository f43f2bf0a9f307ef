"""What an event's page says, before any template places it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from generator.model.moment import Moment
from generator.pages.event import view
from generator.pages.wording import certainty
from tests.graph.story import actor, article, claim, correction, event, former, linked, location, said

ENGLISH_SITE = SimpleNamespace(site=SimpleNamespace(language="en"))


def test_figures_stand_side_by_side_and_are_never_averaged():
    shown = view(
        linked(
            event(
                "falls",
                claims=(
                    claim("at least 170", source="a", as_of="2014-08-24"),
                    claim("200", by="sana", source="b"),
                    claim("340", source="b", stance="revises", as_of="2014-08-26"),
                    claim("0", by="isil", source="b", stance="denies"),
                ),
            ),
            article("a"),
            article("b"),
        ),
        "falls",
    )
    (table,) = shown["figures"]
    assert table.span == "200 to 340 reported, 2 sources, disputed"
    assert [(row.who.label, row.figure, row.stance, row.superseded) for row in table.rows] == [
        ("sohr", "at least 170", "", True),
        ("sana", "200", "", False),
        ("isil", "none", "denies", False),
        ("sohr", "340", "revised", False),
    ]
    assert [position.who.label for position in shown["positions"]] == ["sohr", "sana", "isil"]


def test_names_are_those_of_the_day():
    graph = linked(
        event("falls", "2014-06-10", actors="isil", summary="[[isil]] took it."),
        actor("isil", name="Islamic State", former_names=(former("ISIL", "", "2014-06-29"),)),
    )
    shown = view(graph, "falls")
    assert shown["parties"][0].actors[0].label == "ISIL"
    assert "<bdi>ISIL</bdi>" in shown["summary"]


def test_names_in_another_script_are_kept_apart_and_marked():
    graph = linked(event("falls", body="By [[daesh]]."), actor("daesh", name="داعش"))
    assert view(graph, "falls")["body"] == 'By <a href="\x00actors/daesh/"><bdi dir="rtl">داعش</bdi></a>.'


def test_text_in_words_of_a_mention_is_escaped():
    graph = linked(event("falls", body="By [[isil|<b>them</b>]]."), actor("isil"))
    assert "&lt;b&gt;them&lt;/b&gt;" in view(graph, "falls")["body"]


def test_sources_of_one_origin_share_a_letter():
    graph = linked(
        event("falls", sources="wire copy other"),
        article("wire"),
        article("copy", based_on="wire"),
        article("other"),
    )
    shown = view(graph, "falls")
    assert shown["sources_line"] == "3 reports, 2 independent"
    assert [row.chain for row in shown["sources"]] == ["A", "A", ""]


def test_an_event_without_a_report_says_so():
    assert view(linked(event("falls")), "falls")["sources_line"] == "No report is on file for this event."


def test_relations_are_shown_from_both_ends():
    graph = linked(
        event("offensive", "2014-08-10/2014-08-24"),
        event("falls", part_of="offensive"),
        event("denial", "2014-08-25", denies="falls"),
        event("answer", "2014-08-26", responds_to="falls"),
    )
    labels = {
        name: [one.label for one in view(graph, name)["relations"]]
        for name in ("falls", "denial", "offensive")
    }
    assert labels == {
        "falls": ["Part of", "Answered by", "Denied by"],
        "denial": ["Denies"],
        "offensive": ["Includes"],
    }
    story = view(graph, "falls")["story"]
    assert (story.position, story.length, story.root.title) == (2, 2, "offensive")


def test_the_strip_shows_what_was_new_each_evening():
    graph = linked(
        event(
            "falls",
            sources="a b",
            claims=(claim("170", source="a"), claim("346", by="sana", source="b")),
        ),
        article("a", "2014-08-25"),
        article("b", "2014-08-27"),
    )
    first, second = view(graph, "falls")["states"]
    assert (first.date.words, first.status, [figure.figure for figure in first.figures]) == (
        "25 August 2014",
        "reported",
        ["170"],
    )
    assert first.address == "reported/2014-08-25/"
    assert [(figure.figure, figure.new) for figure in second.figures] == [("170 to 346", True)]
    assert second.status == "confirmed"


def test_a_grade_that_is_not_confirmed_stands_in_the_description():
    shown = view(linked(event("falls", status="reported", summary="It fell.")), "falls")
    assert shown["description"] == "24 August 2014. Reported: It fell."


def test_the_last_material_change_is_a_source_or_a_correction_never_the_clock():
    graph = linked(event("falls", sources="a", corrections=(correction("2014-09-02"),)), article("a"))
    shown = view(graph, "falls")
    assert (shown["changed"].words, shown["changed_by"]) == ("2 September 2014", "a correction")
    assert view(linked(event("falls")), "falls")["changed"] is None


def test_the_precision_of_a_place_is_the_events_own_before_its_locations():
    graph = linked(
        event("falls", locations="tabqa", location_precision="governorate"),
        event("raids", locations="tabqa"),
        location("tabqa", "town", part_of="syria", precision="town"),
        location("syria"),
    )
    assert view(graph, "falls")["place_precision"] == "somewhere in the governorate"
    assert view(graph, "raids")["place_precision"] == "known to the town"


def test_a_statement_says_who_spoke_and_whether_the_words_are_exact():
    graph = linked(event("offer", statements=(said("muallem", "We are ready.", to="usa"),)))
    (row,) = view(graph, "offer")["statements"]
    assert (row.by.label, row.verb, [name.label for name in row.to]) == (
        "muallem",
        "is reported to have said",
        ["usa"],
    )


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2014-08-24", "known to the day"),
        ("2014-08-24T14:30+03:00", "known to the minute"),
        ("2014-08", "known to the month only"),
        ("2014-08-24~", "approximate"),
        ("2014-08-24?", "uncertain"),
        ("2014-08-24%", "approximate and uncertain"),
        ("[2014-08-23,2014-08-24]", "one of these dates; which one is not known"),
        ("2014-08-18/2014-08-24", "from first to last day"),
        ("2014-08-18/..", "from first to last day, no end is known"),
    ],
)
def test_certainty_in_words(date, words):
    assert certainty(ENGLISH_SITE, Moment.parse(date)) == words
