"""The ACLED-like table, read back by the csv module as a spreadsheet would."""

from __future__ import annotations

import csv
import io

import pytest

from generator.exports import acled
from generator.model.site_settings import Role
from tests.exports.compiled import compiled
from tests.graph.story import SITE, actor, article, claim, event, linked, location

FIRST = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
]  # fmt: skip
"""ACLED's columns in ACLED's order."""


def rows(graph) -> list[dict[str, str]]:
    text = acled.write(graph, "").decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def row(day: str = "2014-08-24", *others, **fields) -> dict[str, str]:
    found = rows(linked(event("falls", day, **fields), *others))
    return next(one for one in found if one["event_id_cnty"] == "falls")


@pytest.mark.parametrize("site", ["model", "ours"])
def test_every_event_is_a_row_with_its_key_fields(site):
    graph = compiled(site)
    found = rows(graph)
    assert list(found[0])[: len(FIRST)] == FIRST
    assert [one["event_id_cnty"] for one in found] == [record.id for record in graph.events]
    for record, one in zip(graph.events, found, strict=True):
        assert (one["date_edtf"], one["status"]) == (record.date.text, record.status)
        assert one["time_precision"] in {"1", "2", "3", ""}
        assert one["geo_precision"] in {"1", "2", "3", ""}
        assert bool(one["latitude"]) <= bool(one["geo_precision"])


@pytest.mark.parametrize(
    ("day", "event_date", "code", "year"),
    [
        ("2014-08-24", "2014-08-24", "1", "2014"),
        ("2014-08-24T14:30Z", "2014-08-24", "1", "2014"),
        ("2014-08-18/2014-08-24", "2014-08-18", "1", "2014"),
        ("2014-08-18/..", "2014-08-18", "1", ""),
        ("2014-08-24~", "2014-08-24", "2", "2014"),
        ("[2014-08-22,2014-08-24]", "2014-08-23", "2", "2014"),
        ("2014-08", "2014-08-16", "3", "2014"),
        ("2014-08-1X", "2014-08-14", "3", "2014"),
        ("2014", "", "", "2014"),
        ("2014-21", "", "", "2014"),
        ("2013-12/2014-01", "", "", ""),
        ("-0043", "", "", ""),
    ],
)
def test_the_date_and_its_code(day, event_date, code, year):
    found = row(day)
    assert (found["event_date"], found["time_precision"], found["year"]) == (event_date, code, year)


@pytest.mark.parametrize(
    ("kind", "precision", "event_precision", "code"),
    [
        ("base", "site", None, "1"),
        ("town", "town", None, "1"),
        ("town", "town", "district", "2"),
        ("district", None, None, "2"),
        ("river", "site", None, "2"),
        ("governorate", None, None, "3"),
        ("governorate", None, "site", "3"),
        ("town", "town", "country", ""),
        ("country", None, None, ""),
    ],
)
def test_the_place_and_its_code(kind, precision, event_precision, code):
    part_of = "" if kind == "country" else "land"
    place = location("place", kind, precision=precision, coordinates=(35.5, 38.25), part_of=part_of)
    found = row("2014-08-24", place, location("land"), locations="place", location_precision=event_precision)
    assert found["geo_precision"] == code
    assert (found["latitude"], found["longitude"]) == (("35.5", "38.25") if code else ("", ""))


def test_the_places_around():
    found = row(
        "2014-08-24",
        location("base", "base", name="The base", part_of="north"),
        location("north", "district", name="North", part_of="coast"),
        location("coast", "governorate", name="Coast", part_of="land"),
        location("land", name="Land"),
        locations="base",
    )
    assert [found[name] for name in ("country", "admin1", "admin2", "admin3", "location")] == [
        "Land", "Coast", "North", "", "The base",
    ]  # fmt: skip


def test_the_sides_are_those_who_did_and_those_to_whom_it_was_done():
    site = SITE.__class__(
        title="Dateline",
        roles=(
            Role("attacker", "attacker", list="did"),
            Role("target", "target", list="was-hit"),
            Role("critic", "c"),
        ),
    )
    battle = event("falls", actors="a:attacker b:attacker c:target d:critic")
    (found,) = rows(linked(battle, *(actor(name, name=name.upper()) for name in "abcd"), site=site))
    assert [found[name] for name in ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")] == [
        "A",
        "B",
        "C",
        "",
    ]


@pytest.mark.parametrize(
    ("figures", "fatalities"),
    [
        (["at least 346", "170"], "170"),
        (["up to 50"], ""),
        (["unknown"], ""),
        (["none"], "0"),
        ([], ""),
    ],
)
def test_fatalities_are_the_least_that_anybody_gives(figures, fatalities):
    assert row(claims=tuple(claim(figure) for figure in figures))["fatalities"] == fatalities


def test_of_several_groups_the_largest_least_number_counts():
    claims = (claim("170"), claim("346", group="fighters"), claim("9", measure="wounded"))
    assert row(claims=claims)["fatalities"] == "346"


def test_sources_are_outlets_and_the_last_change_is_a_time():
    report = article("report", "2014-08-25", publisher="herald")
    found = row("2014-08-24", report, actor("herald", name="The Herald"), sources="report")
    assert (found["source"], found["timestamp"]) == ("The Herald", "1408924800")


def test_no_cell_is_a_formula():
    site = location("place", "country", name="=cmd|' /C calc'!A0", coordinates=(-35.5, -38.25))
    found = row("2014-08-24", site, locations="place", title="@SUM(A1)")
    assert found["location"] == "'=cmd|' /C calc'!A0"
    assert found["notes"] == "'@SUM(A1)."


def test_an_event_says_what_it_is_part_of_so_that_nothing_is_counted_twice():
    assert row(part_of="campaign")["part_of"] == "campaign"
    assert row("2014-08-24", event("campaign", status="retracted"), part_of="campaign")["part_of"] == ""
