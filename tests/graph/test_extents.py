"""What a map may draw of a place: rings where there is a point, areas where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.graph.extents import Area, Ring, event_extents, place_extent
from generator.graph.graph import Graph
from generator.model.basemap import Basemap, Box, Outline, Sheet
from tests.graph.story import SITE, event, linked, location

WORLD = Sheet(box=Box(-18000, -8400, 36000, 14200), sea="m0 0 1 0 0 1z")
MAP = Basemap(
    digest="",
    stretch=1.0,
    west=-180.0,
    world=WORLD,
    outlines={
        name: Outline(name=name, path="m0 0 9 0 0 9z", box=Box(0, 0, 9, 9))
        for name in ("syria", "raqqa-governorate")
    },
    countries={"iraq": Outline(name="Iraq", path="m0 0 5 0 0 5z", box=Box(0, 0, 5, 5))},
    credit="Natural Earth",
    boundaries="2018",
)
PLACES = (
    location("syria", "country"),
    location(
        "raqqa-governorate", "governorate", part_of="syria", coordinates=(35.9, 39.0), precision="governorate"
    ),
    location("raqqa", "city", part_of="raqqa-governorate", coordinates=(35.95, 39.0), precision="town"),
    location("airbase", "base", part_of="raqqa-governorate", coordinates=(35.75, 38.56), precision="site"),
    location("hills", "site", part_of="raqqa-governorate", coordinates=(35.5, 38.5), precision="district"),
    location("tal-district", "district", part_of="raqqa-governorate", coordinates=(36.0, 38.9)),
    location("unplaced", "village", part_of="raqqa-governorate"),
    location("euphrates", "river", part_of="syria", coordinates=(36.0, 38.0)),
    location("hasakah", "governorate", part_of="syria", coordinates=(36.5, 40.7)),
    location("baghdad-government", "country", name="Iraq"),
    location("nowhere", "country", name="Atlantis"),
)


def world(*records) -> Graph:
    return linked(*PLACES, *records, site=replace(SITE, basemap=MAP))


def drawn(extent) -> str:
    match extent:
        case Ring(precision=precision):
            return f"ring {precision}"
        case Area(place=place):
            return f"area {place.id}"
        case _:
            return "nothing"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("airbase", "ring site"),
        ("raqqa", "ring town"),
        ("hills", "ring district"),
        ("tal-district", "ring district"),
        ("raqqa-governorate", "area raqqa-governorate"),
        ("unplaced", "area raqqa-governorate"),
        ("euphrates", "area syria"),
        ("hasakah", "area syria"),
        ("baghdad-government", "area baghdad-government"),
        ("nowhere", "nothing"),
    ],
)
def test_a_place(place, expected):
    graph = world()
    assert drawn(place_extent(graph, graph.location(place))) == expected


@pytest.mark.parametrize(
    ("place", "known", "expected"),
    [
        ("airbase", "site", "ring site"),
        ("airbase", "town", "ring town"),
        ("raqqa", "site", "ring town"),
        ("raqqa", "district", "ring district"),
        ("raqqa", "governorate", "area raqqa-governorate"),
        ("raqqa", "country", "area syria"),
        ("syria", "town", "area syria"),
    ],
)
def test_an_event_is_drawn_no_closer_than_it_is_known(place, known, expected):
    graph = world(event("battle", locations=place, location_precision=known))
    ((_, extent),) = event_extents(graph, graph.event("battle"))
    assert drawn(extent) == expected


def test_without_a_base_map_there_are_rings_and_no_areas():
    graph = linked(*PLACES)
    assert drawn(place_extent(graph, graph.location("airbase"))) == "ring site"
    assert drawn(place_extent(graph, graph.location("syria"))) == "nothing"


def test_it_asks_for_the_places_alone():
    asked = []

    class Told:
        def __init__(self, graph):
            self.graph, self.site = graph, graph.site

        def find(self, kind, record_id):
            asked.append(f"{kind}/{record_id}")
            return self.graph.find(kind, record_id)

    graph = world(event("battle", locations="unplaced airbase"))
    event_extents(Told(graph), graph.event("battle"))
    assert asked == ["location/unplaced", "location/raqqa-governorate", "location/airbase"]
