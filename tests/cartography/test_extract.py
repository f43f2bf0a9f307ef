"""A base map out of small map data, written and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cartography.bounds import region
from generator.cartography.extract import extract, whole_world
from generator.cartography.file import written
from generator.cartography.packages import MissingPackage, Packages
from generator.reading.basemap import basemap
from tests.cartography.atlas import lay_out
from tests.graph.story import event, linked, location

WEST = location("west", "country", name="Westland")
EAST = location("east", "country", name="The East", part_of="")
UPPER = location("upper", "governorate", name="Upper West Governorate", part_of="west")
LOWER = location("lower", "governorate", name="The South", part_of="west", coordinates=(2.0, 5.0))
PARTS = location("parts", "country", name="Orient")
PORT = location("port", "town", name="Port", part_of="parts", coordinates=(5.0, 15.0))
TOWN = location("town", "city", name="Town", part_of="upper", coordinates=(6.0, 5.0))


@pytest.fixture
def packages(tmp_path: Path) -> Packages:
    made = Packages(lay_out(tmp_path))
    made.check()
    return made


def made(packages: Packages, *records):
    return extract(linked(*records), packages)


def test_areas_are_found_by_name_by_coordinates_and_by_their_parts(packages):
    found = made(packages, WEST, UPPER, LOWER, PARTS, PORT, TOWN).outlines
    assert {key: one.name for key, one in found.items()} == {
        "west": "Westland",
        "upper": "Upper West",
        "lower": "Lower West Province",
        "parts": "Eastland",
    }


def test_a_region_of_another_name_has_no_area(packages):
    assert made(
        packages, location("hills", "region", coordinates=(5.0, 5.0)), WEST, TOWN, UPPER
    ).outlines.keys() == {
        "west",
        "upper",
    }


def test_the_sheets_hold_lines_of_the_region_and_the_world(packages):
    one = made(packages, WEST, UPPER, TOWN)
    assert one.detail is not None
    assert one.detail.box.holds(type(one.detail.box)(*one.place(6.0, 5.0), 0, 0))
    assert all((one.detail.sea, one.detail.parts, one.world.sea, one.world.borders))
    assert [label.name for label in one.labels] == ["Westland"]
    assert [mark.location for mark in one.landmarks] == ["town"]


def test_what_is_written_reads_back_the_same(packages):
    for one in (made(packages, WEST, UPPER, TOWN, PORT, PARTS), whole_world(packages)):
        text = written(one)
        again = basemap(text.encode())
        assert written(again) == text
        assert (again.world, again.detail, again.outlines) == (one.world, one.detail, one.outlines)


def test_a_site_without_points_gets_the_world_alone(packages):
    one = made(packages, WEST)
    assert (one.detail, one.landmarks) == (None, ())
    assert one.outlines["west"].name == "Westland"


def test_the_region_is_where_most_events_are():
    far = location("far", "town", part_of="land", coordinates=(50.0, 100.0))
    near = [location(f"near-{n}", "town", part_of="land", coordinates=(5.0 + n, 10.0 + n)) for n in range(3)]
    events = [event(f"e{n}", locations="near-1") for n in range(5)]
    west, south, east, north = region(linked(far, *near, *events))
    assert (west, south, east, north) == (8.8, 3.8, 13.2, 8.2)


def test_a_region_may_lie_across_the_antimeridian():
    fiji = [
        location("west", "town", part_of="land", coordinates=(-17.0, 178.0)),
        location("east", "town", part_of="land", coordinates=(-17.0, -179.0)),
    ]
    west, _, east, _ = region(linked(*fiji))
    assert (west, east) == (176.8, 182.2)


def test_a_package_of_another_version_is_refused(tmp_path):
    folder = lay_out(tmp_path)
    (folder / "datamaps" / "package.json").write_text('{"version": "9.9.9"}')
    with pytest.raises(MissingPackage, match=r"is not version 0\.5\.10"):
        Packages(folder).check()
