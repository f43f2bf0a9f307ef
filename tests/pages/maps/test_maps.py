"""The maps of events and places: what is drawn, said, and asked of the graph."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from generator.graph.graph import Graph
from generator.graph.traced import TracedGraph
from generator.model.basemap import Box, Label, Landmark, Sheet
from generator.pages import atlas
from generator.pages.maps.locator import locator
from generator.pages.maps.place_map import place_map
from tests.graph.story import SITE, event, former, linked, location
from tests.graph.test_extents import MAP, PLACES


def fine() -> object:
    detail = Sheet(box=Box(3500, -3800, 900, 700), sea="m0 0 1 0 0 1z")
    return replace(
        MAP,
        digest="fine",
        detail=detail,
        labels=(Label("Syria", 3850, -3500, "syria"),),
        landmarks=(Landmark("raqqa", 3900, -3595), Landmark("gone", 3890, -3590)),
    )


def world(*records, places=PLACES, basemap=None) -> Graph:
    return linked(*places, *records, site=replace(SITE, basemap=basemap or fine()))


def test_an_event_is_a_ring_with_its_name_among_landmarks():
    graph = world(event("falls", locations="airbase", location_precision="site"))
    drawn = locator(graph, graph.event("falls"))
    assert 'class="map-ring is-site"' in drawn.svg
    assert [name in drawn.svg for name in (">airbase<", ">raqqa<", ">syria<")] == [True, True, True]
    assert 'aria-label="Map: airbase"' in drawn.svg
    assert drawn.note == "The ring is around the place itself."
    assert drawn.credit == "Natural Earth, borders of 2018"


def test_an_event_somewhere_in_a_governorate_shades_it_and_has_no_ring():
    graph = world(event("clashes", locations="raqqa", location_precision="governorate"))
    drawn = locator(graph, graph.event("clashes"))
    assert "map-area" in drawn.svg
    assert "is-town" not in drawn.svg
    assert drawn.note == "Shaded: all of raqqa-governorate, for no closer place is known."


def test_a_village_without_coordinates_says_so():
    graph = world(event("raid", locations="unplaced"))
    assert locator(graph, graph.event("raid")).note == (
        "Shaded: all of raqqa-governorate, for the place of unplaced in it is not on file."
    )


def test_no_map_where_nothing_can_be_drawn():
    graph = world(event("there", locations="nowhere"), event("anywhere"))
    assert locator(graph, graph.event("there")) is None
    assert locator(graph, graph.event("anywhere")) is None


def test_the_fine_sheet_alone_where_it_fills_the_map():
    graph = world(event("falls", locations="airbase"), event("summit", locations="euphrates"))
    assert "map-detail.svg" in locator(graph, graph.event("falls")).svg
    assert "map-world.svg" not in locator(graph, graph.event("falls")).svg
    assert "map-world.svg" in locator(graph, graph.event("summit")).svg


def test_names_are_those_of_the_day():
    places = [
        location("syria", "country"),
        location(
            "raqqa",
            "city",
            name="Raqqa",
            part_of="syria",
            coordinates=(35.95, 39.0),
            former_names=(former("Callinicum", "0300", "0800"),),
        ),
    ]
    graph = world(
        event("old", "0500-01-01", locations="raqqa"), event("new", locations="raqqa"), places=places
    )
    assert ">Callinicum<" in locator(graph, graph.event("old")).svg
    assert ">Raqqa<" in locator(graph, graph.event("new")).svg


@pytest.mark.parametrize("again", [False, True])
def test_a_page_depends_on_the_places_it_shows_and_on_no_others(again):
    graph = world(event("falls", locations="airbase"), event("held", locations="airbase"))
    if again:
        locator(graph, graph.event("held"))
    traced = TracedGraph(graph)
    locator(cast("Graph", traced), graph.event("falls"))
    assert traced.reads == {"=location/airbase", "=location/raqqa", "=location/gone", "=location/syria"}


def test_a_place_shows_its_parts_by_the_number_of_their_events():
    graph = world(
        event("one", locations="raqqa"), event("two", locations="raqqa"), event("three", locations="airbase")
    )
    drawn = place_map(graph, graph.location("raqqa-governorate"))
    assert "<title>raqqa: 2 events</title>" in drawn.svg
    assert "<title>airbase: 1 event</title>" in drawn.svg
    assert "hills" not in drawn.svg
    assert drawn.note == "Shaded: raqqa-governorate. Dots are its parts, larger for more events."


def test_the_map_of_all_tells_places_from_areas():
    graph = world(
        event("falls", locations="airbase"),
        event("raid", locations="airbase", location_precision="district"),
        event("talks", locations="raqqa", location_precision="governorate"),
        event("lost"),
    )
    shown = atlas.view(graph, "")
    assert [(row.name.label, row.events, row.how) for row in shown["rows"]] == [
        ("raqqa-governorate", 1, "somewhere in it"),
        ("airbase", 1, ""),
        ("airbase", 1, "somewhere in the district"),
    ]
    assert shown["scope"] == "3 events at 1 place and in 1 area. 1 event without a place."
