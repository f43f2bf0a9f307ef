"""What actors did, said, claimed and belong to."""

from __future__ import annotations

from generator.graph.values import Companion
from tests.graph.story import actor, article, claim, event, ids, linked, office, said


def test_events_of_an_actor_with_each_role_once():
    graph = linked(
        event("falls", "2014-08-24", actors="isil:attacker syria:defender isil:speaker isil:attacker"),
        event("siege", "2014-08-12", actors="isil"),
    )
    assert [(one.event.id, one.role) for one in graph.events_of("isil")] == [
        ("siege", "participant"),
        ("falls", "attacker"),
        ("falls", "speaker"),
    ]


def test_claims_by_and_about():
    graph = linked(
        event("falls", claims=(claim("346", group="isil"), claim("170", by="syria", group="isil fighters"))),
        actor("isil"),
    )
    assert [use.claim.figure.words() for use in graph.claims_by("sohr")] == ["346"]
    assert [use.claim.figure.words() for use in graph.claims_about("isil")] == ["346"]
    assert graph.claims_about("syria") == ()


def test_statements_by_and_to():
    graph = linked(
        event("b", "2014-08-26", statements=(said("us", "No."),)),
        event(
            "a", "2014-08-25", statements=(said("syria", "Together?", to="us uk us"), said("syria", "Well."))
        ),
    )
    assert [use.statement.text for use in graph.statements_by("syria")] == ["Together?", "Well."]
    assert [use.statement.text for use in graph.statements_to("us")] == ["Together?"]
    assert graph.statements_to("syria") == ()


def test_appears_with_most_shared_events_first():
    graph = linked(
        event("a", actors="isil syria us"),
        event("b", actors="isil:attacker isil:speaker us:target us:speaker"),
        event("c", actors="syria"),
        event("d", actors="isil zahran"),
    )
    assert graph.appears_with("isil") == (Companion("us", 2), Companion("syria", 1), Companion("zahran", 1))


def test_members_by_the_start_of_their_office():
    graph = linked(
        actor("moallem", roles=(office("syria", "foreign minister", "2006-02-11"),)),
        actor("halqi", roles=(office("syria", "prime minister", "2012-08"), office("baath", "member"))),
        actor(
            "assad",
            name="Assad",
            roles=(office("syria", "president", "2000-07-17"), office("syria", "officer")),
        ),
    )
    assert [(held.actor_id, held.office.title) for held in graph.members_of("syria")] == [
        ("assad", "officer"),
        ("assad", "president"),
        ("moallem", "foreign minister"),
        ("halqi", "prime minister"),
    ]


def test_parts_reports_and_relays():
    graph = linked(
        actor("army", name="Army", part_of="forces"),
        actor("air-force", name="Air Force", part_of="forces"),
        article("wire", "2014-08-24", publisher="reuters"),
        article("daily", "2014-08-25", publisher="hindu", agency="reuters"),
    )
    assert ids(graph.parts_of_actor("forces")) == ["air-force", "army"]
    assert ids(graph.published_by("reuters")) == ["wire"]
    assert ids(graph.relayed_by("reuters")) == ["daily"]
