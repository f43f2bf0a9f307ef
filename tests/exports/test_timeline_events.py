"""What the time axis is told: days and doubts of dates, who and where by number, and nothing that is withheld."""

from __future__ import annotations

import json

import pytest

from tests.site.model_site import Site


def received(site, address):
    assert site.build().published is not None
    return json.loads(site.published().files[address].decode().partition(",")[2].removesuffix(");\n"))


def event(date, *more):
    return "\n".join(
        ["---", "title: Bridge closed", f"date: {date}", "sources: [wire-bridge]", *more, "---", ""]
    )


@pytest.fixture
def site(tmp_path):
    return Site.golden(tmp_path)


@pytest.mark.parametrize(
    ("date", "first", "last", "words", "shape"),
    [
        ("2014-08-24", 16306, 16306, "24 Aug 2014", 0),
        ("2014-08-18/2014-08-24", 16300, 16306, "18–24 Aug 2014", 1),
        ("2014-08", 16283, 16313, "Aug 2014", 2),
        ("2014-08-24~", 16306, 16306, "c. 24 Aug 2014", 2),
        ("2014-08-18~/2014-08-24", 16300, 16306, "from c. 18 Aug to 24 Aug 2014", 4),
        ("2014-08-18/..", 16300, None, "from 18 Aug 2014", 1),
    ],
)
def test_dates_with_their_doubts(site, date, first, last, words, shape):
    site.write("content/events/shut.md", event(date))
    rows = received(site, "timeline/events.js")["event"]
    row = next(row for row in rows if row[0] == "shut")
    assert row[:6] == ["shut", "Bridge closed", first, last, words, shape]


def test_who_and_where_by_number(site):
    site.write("content/locations/land.md", "---\nname: Land\nkind: country\n---\n")
    site.write("content/locations/town.md", "---\nname: Town\nkind: town\npart_of: land\n---\n")
    site.write(
        "content/events/shut.md",
        event(
            "2014-08-24", "locations: [town]", "significance: key", "status: reported", "topics: [bridges]"
        ),
    )
    value = received(site, "timeline/events.js")
    row = next(row for row in value["event"] if row[0] == "shut")
    place = value["place"][row[8][0]]
    assert place[:2] == ["town", "Town"]
    assert value["place"][place[2]][0] == "land"
    assert [value["topic"][number][0] for number in row[10]] == ["bridges"]
    assert row[6:8] == [0, 1]


def test_places_and_actors_of_no_event_are_left_out(site):
    site.write("content/locations/nowhere.md", "---\nname: Nowhere\nkind: country\n---\n")
    value = received(site, "timeline/events.js")
    assert "nowhere" not in {row[0] for row in value["place"]}
    named = {number for row in value["event"] for number in row[9]}
    assert named == set(range(len(value["actor"])))


def test_a_changed_body_leaves_the_file_alone(site):
    site.write("content/events/shut.md", event("2014-08-24"))
    site.build()
    site.write("content/events/shut.md", event("2014-08-24") + "It was shut.\n")
    site.build()
    stood = (site.output / "timeline/events.js").stat().st_mtime_ns
    site.write("content/events/shut.md", event("2014-08-24") + "It was closed.\n")
    site.build()
    assert (site.output / "timeline/events.js").stat().st_mtime_ns == stood
