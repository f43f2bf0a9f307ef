"""Claims side by side."""

from __future__ import annotations

from generator.graph.values import Target
from tests.graph.story import actor, article, claim, event, linked, moment


def compared(*claims, date="2014-08-24", others=()):
    graph = linked(event("falls", date, claims=claims), *others)
    return graph.comparisons(graph.event("falls"))


def words(claims):
    return [claim.figure.words() for claim in claims]


def test_one_measure_group_and_scope_is_one_comparison():
    (comparison,) = compared(claim("170"), claim("200", by="syria", source="other"), claim("190", by="syria"))
    assert comparison.measure == "killed"
    assert comparison.group == "soldiers"
    assert comparison.group_target is None
    assert comparison.scope == moment("2014-08-24")
    assert comparison.span.words() == "between 170 and 200"
    assert (comparison.sources, comparison.claimants, comparison.disputed) == (2, 2, False)


def test_another_measure_group_or_scope_is_another_in_the_order_of_the_claims():
    comparisons = compared(
        claim("9", measure="wounded"),
        claim("1", scope="2014-08-20"),
        claim("2"),
        claim("3", group="civilians"),
        claim("4", scope="2014-08-20"),
    )
    assert [(one.measure, one.group, str(one.scope), one.span.words()) for one in comparisons] == [
        ("wounded", "soldiers", "2014-08-24", "9"),
        ("killed", "soldiers", "2014-08-20", "between 1 and 4"),
        ("killed", "soldiers", "2014-08-24", "2"),
        ("killed", "civilians", "2014-08-24", "3"),
    ]


def test_groups_of_words_are_folded_and_shown_as_first_written():
    (comparison,) = compared(claim("1", group="Al-Shaytat  tribe"), claim("2", group="shaytat Tribe"))
    assert comparison.group == "Al-Shaytat  tribe"


def test_a_group_that_is_an_actor():
    isil = actor("isil", name="ISIL")
    by_id, by_name = compared(claim("1", group="isil"), claim("2", group="ISIL"), others=(isil,))
    assert by_id.group_target == Target("actor", "isil")
    assert by_name.group_target is None


def test_defaults_are_the_sources_date_and_the_events():
    (comparison,) = compared(
        claim("1"), date="2014-08-18/2014-08-24", others=(article("report", "2014-08-26"),)
    )
    assert comparison.claims[0].as_of == moment("2014-08-26")
    assert comparison.claims[0].scope == moment("2014-08-18/2014-08-24")


def test_a_scope_written_out_is_the_same_as_the_default():
    (comparison,) = compared(claim("1"), claim("2", scope="2014-08-24~"))
    assert words(comparison.claims) == ["1", "2"]


def test_claims_stand_by_as_of_then_as_written():
    (comparison,) = compared(
        claim("3", as_of="2014-08-27"), claim("1", as_of="2014-08-25"), claim("2", as_of="2014-08-25")
    )
    assert words(comparison.claims) == ["1", "2", "3"]


def test_a_revision_replaces_what_its_own_claimant_said_before():
    (comparison,) = compared(
        claim("200", as_of="2014-08-27", stance="revises"),
        claim("170", as_of="2014-08-25"),
        claim("150", as_of="2014-08-25", by="syria"),
        claim("210", as_of="2014-08-28"),
    )
    assert words(comparison.claims) == ["170", "150", "200", "210"]
    assert words(comparison.standing) == ["150", "200", "210"]
    assert comparison.span.words() == "between 150 and 210"


def test_a_denial_is_kept_apart_and_makes_it_disputed():
    (comparison,) = compared(claim("200"), claim("500", by="syria", stance="denies"))
    assert comparison.disputed
    assert words(comparison.standing) == ["200"]
    assert comparison.span.words() == "200"
    assert comparison.claimants == 2


def test_nothing_but_denials_or_unknown_figures_is_unknown():
    (denied,) = compared(claim("500", stance="denies"))
    (unknown,) = compared(claim("unknown"))
    assert not denied.span.known
    assert not unknown.span.known


def test_an_unknown_figure_adds_nothing_to_a_span():
    (comparison,) = compared(claim("unknown"), claim("at least 346", by="syria"))
    assert comparison.span.words() == "at least 346"


def test_an_event_without_claims():
    assert compared() == ()
