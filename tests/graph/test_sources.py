"""Who took it from whom."""

from __future__ import annotations

import pytest

from generator.graph.values import Resting, SourceCount
from tests.graph.story import (
    actor,
    article,
    broken,
    claim,
    correction,
    event,
    findings,
    ids,
    linked,
    office,
    said,
)


def count(*articles, sources="a b"):
    graph = linked(event("falls", sources=sources), *articles)
    return graph.source_count(graph.event("falls"))


def test_reports_that_share_nothing_are_independent():
    assert count(article("a", publisher="x"), article("b", publisher="y")) == SourceCount(
        2, 2, (("a",), ("b",))
    )


@pytest.mark.parametrize(
    "articles",
    [
        (article("a"), article("b", based_on="a")),
        (article("a", based_on="wire"), article("b", based_on="wire")),
        (
            article("a", based_on="c"),
            article("c", based_on="wire"),
            article("b", based_on="d"),
            article("d", based_on="wire"),
        ),
        (article("a", agency="reuters"), article("b", agency="reuters")),
        (article("a", agency="reuters"), article("b", publisher="reuters")),
        (article("a", based_on="wire"), article("wire", agency="reuters"), article("b", publisher="reuters")),
    ],
    ids=["rewritten", "one wire", "one root", "one agency", "the agency itself", "agency of an ancestor"],
)
def test_reports_of_one_origin_are_one_chain(articles):
    assert count(*articles) == SourceCount(2, 1, (("a", "b"),))


def test_an_outlet_that_is_nobodys_agency_joins_nothing():
    assert count(article("a", publisher="x"), article("b", publisher="x")).independent == 2


def test_two_chains_are_linked_by_a_third_report_of_the_same_event_only():
    afp, reuters = article("a", agency="afp"), article("b", agency="reuters")
    both = article("c", based_on="a b")
    assert count(afp, reuters, both).independent == 2
    assert count(afp, reuters, both, sources="a b c") == SourceCount(3, 1, (("a", "b", "c"),))
    assert count(afp, article("x"), reuters, both, sources="b x a c").chains == (("b", "a", "c"), ("x",))


def test_a_circle_of_reports_is_one_chain():
    graph = broken(
        event("falls", sources="a b c"),
        article("a", based_on="b"),
        article("b", based_on="a c"),
        article("c"),
        actor("herald"),
    )
    assert graph.source_count(graph.event("falls")).independent == 1


def test_sources_are_those_of_the_event_its_claims_and_its_statements():
    falls = event(
        "falls", sources="b", statements=(said("isil", "Ours.", source="c"),), claims=(claim("1", source="a"), claim("2", source="b"))
    )  # fmt: skip
    graph = linked(falls)
    assert ids(graph.sources_of(graph.event("falls"))) == ["b", "a", "c"]
    assert graph.source_count(graph.event("falls")).reports == 3
    empty = linked(event("falls"))
    assert empty.source_count(empty.event("falls")) == SourceCount(0, 0, ())


def test_what_rests_on_an_article():
    graph = linked(
        event(
            "b",
            "2014-08-25",
            sources="paper other",
            claims=(claim("1", source="paper"), claim("2", source="other")),
        ),
        event(
            "a",
            "2014-08-24",
            statements=(said("isil", "Ours.", source="paper"), said("isil", "No.", source="other")),
        ),
        actor("moallem", roles=(office("syria", "minister", source="paper"),)),
        actor("x", corrections=(correction("2014-09-01", source="paper"),)),
        article("second", "2014-08-26", based_on="paper paper"),
    )
    resting = graph.resting_on("paper")
    assert ids(resting.events) == ["a", "b"]
    assert [(use.event.id, use.citation.article) for use in resting.citations] == [("b", "paper")]
    assert [use.claim.figure.words() for use in resting.claims] == ["1"]
    assert [use.statement.text for use in resting.statements] == ["Ours."]
    assert [(held.actor_id, held.office.title) for held in resting.offices] == [("moallem", "minister")]
    assert [entry.record.id for entry in resting.corrections] == ["x"]
    assert ids(resting.articles) == ids(graph.derived_from("paper")) == ["second"]
    assert graph.resting_on("second") == Resting()


def test_unknown_sources_are_left_out():
    assert findings(event("falls", sources="nowhere"))
    graph = broken(event("falls", sources="nowhere"))
    assert graph.sources_of(graph.event("falls")) == ()
