"""Every D2xx finding: its words, its place, its help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics.codes.d2_references import CODES
from generator.diagnostics.diagnostic import Span
from generator.graph.graph import Graph
from generator.graph.link import link
from generator.model.record_parts import Translation
from tests.graph.story import (
    SITE,
    Told,
    actor,
    article,
    broken,
    claim,
    correction,
    event,
    findings,
    former,
    ids,
    linked,
    location,
    named,
    office,
    only_finding,
    page,
    prose,
    said,
    topic,
)

HERALD = actor("herald")
ISIL = actor(
    "islamic-state", name="Islamic State", aliases=("ISIL",), former_names=(former("Al-Qaida in Iraq"),)
)


def test_codes_are_numbered_in_order_and_named_for_their_fault():
    assert [code.code for code in CODES] == [f"D2{number:02d}" for number in range(1, len(CODES) + 1)]
    assert len({code.name for code in CODES}) == len(CODES)


# References


def test_unknown_actor_with_the_nearest_and_its_file():
    finding = only_finding(event("falls", actors="islamic-stat", places={"actors.0": (7, 12, 12)}), ISIL)
    assert (finding.code, finding.span) == ("D201", Span("content/events/falls.md", 7, 12, 12))
    assert finding.message == 'no actor is called "islamic-stat"'
    assert finding.help == 'did you mean "islamic-state" (content/actors/islamic-state.md)?'
    assert finding.record == "event/falls"


def test_unknown_actor_by_a_name_it_goes_by():
    finding = only_finding(event("falls", actors="isil"), ISIL)
    assert finding.help == 'did you mean "islamic-state" (content/actors/islamic-state.md)?'


def test_unknown_actor_with_nothing_near():
    finding = only_finding(event("falls", actors="peshmerga"), ISIL)
    assert finding.help == "correct the id, or add content/actors/peshmerga.md"


def test_reference_to_a_former_id_names_the_present_one():
    finding = only_finding(event("falls", actors="isis"), actor("islamic-state", former_ids="isis"))
    assert finding.code == "D201"
    assert finding.help == 'its id is now "islamic-state" (content/actors/islamic-state.md)'


@pytest.mark.parametrize(
    ("record", "code", "field"),
    [
        (event("falls", locations="nowhere"), "D202", "locations.0"),
        (event("falls", sources="nowhere"), "D203", "sources.0.article"),
        (event("falls", part_of="nowhere"), "D204", "part_of"),
        (event("falls", responds_to="nowhere"), "D204", "responds_to.0"),
        (event("falls", follows="nowhere"), "D204", "follows.0"),
        (event("falls", denies="nowhere"), "D204", "denies.0"),
        (event("falls", claims=(claim("1", by="nowhere", source="paper"),)), "D201", "claims.0.claimed_by"),
        (event("falls", claims=(claim("1", by="herald", source="nowhere"),)), "D203", "claims.0.source"),
        (event("falls", statements=(said("nowhere", "No.", source="paper"),)), "D201", "statements.0.by"),
        (
            event("falls", statements=(said("herald", "No.", source="nowhere"),)),
            "D203",
            "statements.0.source",
        ),
        (
            event("falls", statements=(said("herald", "No.", to="herald nowhere", source="paper"),)),
            "D201",
            "statements.0.to.1",
        ),
        (article("other", publisher="nowhere"), "D201", "publisher"),
        (article("other", agency="nowhere"), "D201", "agency"),
        (article("other", based_on="nowhere"), "D203", "based_on.0"),
        (article("other", mentions=("nowhere",)), "D207", "mentions.0"),
        (actor("other", part_of="nowhere"), "D201", "part_of"),
        (actor("other", roles=(office("nowhere", "chief"),)), "D201", "roles.0.in"),
        (actor("other", roles=(office("herald", "chief", source="nowhere"),)), "D203", "roles.0.source"),
        (actor("other", corrections=(correction("2014", source="nowhere"),)), "D203", "corrections.0.source"),
        (location("other", part_of="nowhere"), "D202", "part_of"),
    ],
)
def test_every_field_that_names_a_record(record, code, field):
    placed = replace(record, places={field: (5, 3, 7)})
    finding = only_finding(placed, HERALD, article("paper"))
    assert finding.code == code
    assert finding.span == Span(record.record.path, 5, 3, 7)


def test_a_place_falls_back_to_the_nearest_parent_and_then_to_the_file():
    claims = (claim("1", by="nobody", source="paper"),)
    assert (
        only_finding(
            event("a", claims=claims, places={"claims": (4, 1, 6)}), article("paper"), HERALD
        ).span.line
        == 4
    )
    assert only_finding(event("a", claims=claims), article("paper"), HERALD).span == Span(
        "content/events/a.md"
    )


def test_wrong_kind_says_what_it_is():
    finding = only_finding(event("falls", actors="raqqa"), location("raqqa"))
    assert (finding.code, finding.message) == ("D206", '"raqqa" is a location, not an actor')


def test_draft_reference_only_while_drafts_are_off():
    records = event("falls", part_of="offensive"), event("offensive", draft=True)
    finding = only_finding(*records)
    assert finding.code == "D209"
    assert 'the event "offensive" is a draft (content/events/offensive.md)' in finding.message
    assert findings(*records, drafts=True) == ()
    assert ids(broken(*records).events) == ["falls"]


def test_drafts_themselves_are_checked_in_the_preview_only():
    draft = event("falls", actors="nobody", draft=True)
    assert findings(draft) == ()
    assert only_finding(draft, drafts=True).code == "D201"


def test_a_group_that_is_a_draft_actor():
    records = article("paper"), HERALD, actor("isil", draft=True)
    falls = event("falls", claims=(claim("1", by="herald", source="paper", group="isil"),))
    assert only_finding(falls, *records).code == "D209"


def test_the_navigation_names_pages_and_addresses():
    site = replace(SITE, navigation=("/timeline/", "abuot"))
    finding = only_finding(page("about", "About"), site=site, site_places={"navigation.1": (9, 5, 5)})
    assert (finding.code, finding.span) == ("D205", Span("content/site.yaml", 9, 5, 5))
    assert finding.help == 'did you mean "about" (content/pages/about.md)?'


# Mentions


def test_unknown_mention_at_its_brackets():
    finding = only_finding(event("falls", body="It began.\nThey took [[Islamic Stat]] by night."), ISIL)
    assert (finding.code, finding.span) == ("D207", Span("content/events/falls.md", 11, 11, 16))
    assert finding.message == 'no record is called "Islamic Stat"'
    assert "(content/actors/islamic-state.md)" in finding.help


def test_unknown_mention_of_a_kind():
    finding = only_finding(event("falls", body="In [[actor:raqqa]]."), location("raqqa"))
    assert finding.help == "did you mean [[location:raqqa]] (content/locations/raqqa.md)?"


def test_unknown_mention_with_nothing_near():
    assert "without brackets" in only_finding(event("falls", body="In [[Ouagadougou]].")).help


def test_ambiguous_mention_lists_what_to_write():
    finding = only_finding(event("falls", body="In [[raqqa]]."), location("raqqa"), actor("raqqa"))
    assert finding.code == "D208"
    assert "an actor (content/actors/raqqa.md) or a location (content/locations/raqqa.md)" in finding.message
    assert finding.help == "write [[actor:raqqa]] or [[location:raqqa]]"


def test_mention_of_a_draft():
    assert only_finding(event("falls", body="By [[ISIL]]."), replace_draft(ISIL)).code == "D209"


def test_mentions_of_summaries_and_translations_have_their_own_file():
    arabic = Translation(language="ar", title="س", body=prose("[[nobody]]", first_line=4))
    records = event("falls", summary="By [[nobody]].", translations=(arabic,))
    in_translation, in_summary = findings(records)
    assert in_translation.span == Span("content/events/falls.ar.md", 4, 1, 10)
    assert in_summary.span == Span("content/events/falls.md", 3, 4, 10)


# Circles


@pytest.mark.parametrize("kind", [event, actor, location])
def test_circular_part_of(kind):
    finding = only_finding(kind("b", part_of="c"), kind("c", part_of="a"), kind("a", part_of="b"))
    assert finding.code == "D210"
    assert finding.message.endswith('"a" is part of itself: a → b → c → a')
    assert finding.span.path.endswith("/a.md")
    assert [span.path.rpartition("/")[2] for span in finding.related] == ["b.md", "c.md"]


def test_circular_based_on_and_follows():
    one = article("one", based_on="paper two")
    finding = only_finding(one, article("two", based_on="one"), article("paper"), HERALD)
    assert (finding.code, finding.message) == (
        "D211",
        'the article "one" is based on itself: one → two → one',
    )
    assert only_finding(event("a", follows="b"), event("b", follows="a")).code == "D212"


def test_circles_are_answered_without_end():
    graph = broken(
        event("a", part_of="b"), event("b", part_of="a"), event("c", part_of="c"), location("x", part_of="y", kind="town"),
        location("y", part_of="x", kind="town"),
    )  # fmt: skip
    assert ids(graph.story(graph.event("b"))) == ["a", "b"]
    assert ids(graph.story(graph.event("c"))) == ["c"]
    assert ids(graph.ancestors("y")) == ["x"]
    assert ids(graph.descendants("x")) == ["y"]


@pytest.mark.parametrize(
    "record",
    [
        event("a", part_of="a"),
        event("a", responds_to="a"),
        event("a", follows="a"),
        event("a", denies="a"),
        actor("a", part_of="a"),
        actor("a", roles=(office("a", "chief"),)),
        location("a", part_of="a"),
        article("a", based_on="a"),
    ],
)
def test_self_reference(record):
    finding = only_finding(record, HERALD)
    assert finding.code == "D213"
    assert finding.message.startswith('"a" names itself in `')


# Vocabularies, former ids, roots


def test_unknown_role_and_measure_with_the_nearest():
    falls = event(
        "falls",
        actors="herald:atacker",
        claims=(claim("3", by="herald", source="paper", measure="kiled"),),
        places={"actors.0.role": (6, 9, 7), "claims.0.measure": (8, 14, 5)},
    )
    role, measure = findings(falls, HERALD, article("paper"))
    assert (role.code, role.span.line, role.help) == ("D214", 6, 'did you mean "attacker"?')
    assert (measure.code, measure.span.line, measure.help) == ("D215", 8, 'did you mean "killed"?')


def test_a_vocabulary_is_listed_when_nothing_is_near():
    finding = only_finding(event("falls", actors="herald:xyzzy"), HERALD)
    assert (
        finding.help == f"known are {', '.join(role.slug for role in SITE.roles)}; site.yaml can add to them"
    )


def test_former_ids_that_are_taken():
    live = only_finding(event("a", former_ids="b", places={"former_ids.0": (4, 14, 1)}), event("b"))
    assert (live.code, live.span) == ("D216", Span("content/events/a.md", 4, 14, 1))
    assert live.message == 'the event "b" (content/events/b.md) is called "b" now'
    twice = only_finding(event("a", former_ids="old"), event("c", former_ids="old"))
    assert (twice.code, twice.record) == ("D216", "event/c")
    assert twice.message == '"old" was the id of the event "a" (content/events/a.md) too'
    assert only_finding(event("a", former_ids="a")).code == "D216"
    assert findings(event("a", former_ids="old"), actor("c", former_ids="old")) == ()


def test_an_unrooted_location_once_for_its_chain():
    finding = only_finding(
        location("tabqa", "town", places={"kind": (3, 7, 4)}),
        location("base", "base", part_of="tabqa"),
        location("gate", "site", part_of="base"),
    )
    assert (finding.code, finding.span) == ("D217", Span("content/locations/tabqa.md", 3, 7, 4))
    assert (
        finding.message == 'the town "tabqa" is part of no country or region, nor are the 2 locations in it'
    )
    assert findings(location("levant", "region"), location("river", "river", part_of="levant")) == ()


# What is no finding


def test_topics_need_no_record():
    graph = linked(event("falls", topics="air-bases siege"), topic("siege", "Sieges"))
    assert [(one.id, one.title) for one in graph.topics] == [("air-bases", "Air bases"), ("siege", "Sieges")]
    assert ids(graph.events_of_topic("air-bases")) == ["falls"]


def test_one_of_two_records_with_one_id_is_linked():
    graph, _ = link(Told((event("a", title="first"), event("a", title="second"))), drafts=False)
    assert isinstance(graph, Graph)
    assert graph.event("a").title == "first"


def test_findings_stand_in_the_order_in_which_they_are_shown():
    found = findings(
        event("b", actors="x y", places={"actors.0": (9, 1, 1), "actors.1": (8, 1, 1)}),
        event("a", actors="z"),
    )
    assert [(finding.span.path, finding.span.line) for finding in found] == [
        ("content/events/a.md", 0),
        ("content/events/b.md", 8),
        ("content/events/b.md", 9),
    ]


def replace_draft(parsed):
    return replace(parsed, record=replace(parsed.record, draft=True))


def test_names_in_other_scripts_are_suggested_too():
    raqqa = location("raqqa", name="Al-Raqqah", names=(named("ar", "الرقة"),))
    assert only_finding(event("falls", locations="al-raqqah"), raqqa).help.startswith('did you mean "raqqa"')
