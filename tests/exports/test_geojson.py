"""The GeoJSON files, read back by geojson-pydantic, which holds them against RFC 7946."""

from __future__ import annotations

import json

import pytest
from geojson_pydantic import FeatureCollection

from generator.exports import geojson
from generator.exports.geojson import box_of
from generator.graph.places import COARSE_KINDS, COARSE_PRECISIONS
from tests.exports.compiled import compiled, files
from tests.graph.story import event, linked, location

SITES = ["model", "ours"]
RAQQA = location("raqqa", "city", part_of="syria", coordinates=(35.95, 39.01))
PROVINCE = location("province", "governorate", part_of="syria", coordinates=(35.9, 38.9))


def read(graph, name="events"):
    text = files(graph, geojson)[f"data/{name}.geojson"]
    collection = FeatureCollection.model_validate_json(text)
    assert collection.model_dump(mode="json")["features"]
    return collection


def feature(*records, wanted, name="events"):
    return next(found for found in read(linked(*records), name).features if found.id == wanted)


@pytest.mark.parametrize("site", SITES)
def test_there_is_a_feature_for_every_record(site):
    graph = compiled(site)
    for name in ("events", "locations"):
        features = read(graph, name).features
        assert [found.id for found in features] == [record.id for record in getattr(graph, name)]
        assert [found.properties["id"] for found in features] == [found.id for found in features]


def test_longitude_comes_first():
    point = feature(event("falls", locations="raqqa"), RAQQA, wanted="falls").geometry
    assert (point.type, point.coordinates.longitude, point.coordinates.latitude) == ("Point", 39.01, 35.95)


def test_several_points_are_one_geometry():
    tabqa = location("tabqa", "town", part_of="syria", coordinates=(35.83, 38.54))
    found = feature(event("march", locations="raqqa tabqa province"), RAQQA, tabqa, PROVINCE, wanted="march")
    assert found.geometry.type == "MultiPoint"
    assert [tuple(position) for position in found.geometry.coordinates] == [(39.01, 35.95), (38.54, 35.83)]


@pytest.mark.parametrize(
    "place",
    [
        PROVINCE,
        location("syria", "country", coordinates=(35, 38)),
        location("euphrates", "river", part_of="syria", coordinates=(35, 40)),
        location("village", "village", part_of="syria", coordinates=(35, 40), precision="governorate"),
        location("hamlet", "village", part_of="syria"),
    ],
    ids=lambda place: place.record.id,
)
def test_no_point_where_only_an_area_is_known(place):
    placed = event("clash", locations=place.record.id)
    found = feature(placed, place, wanted="clash")
    assert found.geometry is None
    assert found.properties["location_ids"] == [place.record.id]
    assert feature(placed, place, wanted=place.record.id, name="locations").geometry is None


@pytest.mark.parametrize("precision", ["district", "governorate", "country"])
def test_no_point_for_an_event_that_was_somewhere_around(precision):
    found = feature(event("clash", locations="raqqa", location_precision=precision), RAQQA, wanted="clash")
    assert (found.geometry, found.properties["precision"]) == (None, precision)


def test_the_precision_of_a_place_is_that_of_its_event():
    raqqa = location("raqqa", "city", part_of="syria", coordinates=(35.95, 39.01), precision="town")
    found = feature(event("falls", locations="raqqa"), raqqa, wanted="falls")
    assert found.properties["precision"] == "town"


@pytest.mark.parametrize("site", SITES)
def test_no_false_point_anywhere(site):
    graph = compiled(site)
    for found in read(graph).features:
        record = graph.event(found.id)
        exact = [
            place
            for place in map(graph.location, record.locations)
            if place.coordinates
            and place.kind not in COARSE_KINDS
            and place.precision not in COARSE_PRECISIONS
        ]
        if found.geometry is not None:
            assert exact
            assert record.location_precision not in COARSE_PRECISIONS


def test_the_box_holds_every_point():
    for name in ("events", "locations"):
        collection = read(compiled("ours"), name)
        west, south, east, north = collection.bbox
        for found in collection.features:
            if found.geometry is None:
                continue
            positions = (
                [found.geometry.coordinates] if found.geometry.type == "Point" else found.geometry.coordinates
            )
            for longitude, latitude in positions:
                assert west <= longitude <= east
                assert south <= latitude <= north


def test_the_narrowest_box_may_cross_the_antimeridian():
    fiji = [(-17.8, 178.4), (-16.5, -179.9)]
    assert box_of(fiji) == [178.4, -17.8, -179.9, -16.5]
    assert box_of([(35.0, 38.0)]) == [38.0, 35.0, 38.0, 35.0]
    assert box_of([(0, -77.1), (1, 44.4)]) == [-77.1, 0, 44.4, 1]


def test_no_points_no_box():
    text = json.loads(geojson.write_events(linked(event("falls")), ""))
    assert "bbox" not in text
    assert json.loads(geojson.write_events(linked(), ""))["features"] == []
