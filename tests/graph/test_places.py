"""Events here, somewhere in a place, and within it."""

from __future__ import annotations

import pytest

from tests.graph.story import event, ids, linked, location

SYRIA = (
    location("syria", "country", name="Syria"),
    location("raqqa-governorate", "governorate", name="Raqqa", part_of="syria"),
    location("tabqa", "town", name="Tabqa", part_of="raqqa-governorate"),
    location("airbase", "base", name="Air base", part_of="tabqa"),
    location("homs", "city", name="Homs", part_of="syria"),
)


def test_the_tree():
    graph = linked(*SYRIA)
    assert ids(graph.ancestors("airbase")) == ["tabqa", "raqqa-governorate", "syria"]
    assert ids(graph.children("syria")) == ["homs", "raqqa-governorate"]
    assert ids(graph.descendants("syria")) == ["homs", "raqqa-governorate", "tabqa", "airbase"]
    assert graph.ancestors("syria") == graph.children("airbase") == graph.descendants("homs") == ()


@pytest.mark.parametrize(
    ("place", "precision", "somewhere"),
    [
        ("airbase", None, False),
        ("tabqa", None, False),
        ("tabqa", "site", False),
        ("tabqa", "town", False),
        ("tabqa", "district", True),
        ("tabqa", "governorate", True),
        ("tabqa", "country", True),
        ("raqqa-governorate", None, True),
        ("raqqa-governorate", "site", True),
        ("syria", None, True),
        ("vague", None, True),
        ("vague", "town", False),
    ],
)
def test_at_or_somewhere_in(place, precision, somewhere):
    vague = location("vague", "village", part_of="syria", precision="district")
    graph = linked(*SYRIA, vague, event("falls", locations=(place,), location_precision=precision))
    assert ids(graph.events_at(place)) == ([] if somewhere else ["falls"])
    assert ids(graph.events_somewhere_in(place)) == (["falls"] if somewhere else [])


def test_within_rolls_up_and_counts_once():
    graph = linked(
        *SYRIA,
        event("both", "2014-08-22", locations=("tabqa", "airbase")),
        event("base", "2014-08-24", locations=("airbase", "airbase")),
        event("two-places", "2014-08-23", locations=("airbase", "homs")),
        event("country", "2014-08-21", locations=("syria", "homs")),
        event("elsewhere", locations=("iraq",)),
    )
    assert ids(graph.events_at("airbase")) == ["both", "two-places", "base"]
    assert ids(graph.events_within("tabqa")) == ["two-places", "base"]
    assert ids(graph.events_of_place("tabqa")) == ["both", "two-places", "base"]
    assert ids(graph.events_within("syria")) == ["both", "two-places", "base"]
    assert ids(graph.events_somewhere_in("syria")) == ["country"]
    assert ids(graph.events_of_place("syria")) == ["country", "both", "two-places", "base"]
