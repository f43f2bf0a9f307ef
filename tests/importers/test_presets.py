"""Data sets of the field, by their columns. The events in these fixtures are invented."""

from __future__ import annotations

import time

import pytest

from generator.importers.column_map import Cell
from generator.importers.rows import Row
from tests.importers.desk import Desk, codes, lines

ACLED = """\
event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
XXX1,24 August 2014,2014,1,Political violence,Battles,Armed clash,Northern Guard (invented),Reserve (invented); Scouts (invented),2,Southern Guard (invented),,2,22,,0,Nowhere,Examplia,North,Upper North,,Bridgeton,35.95,39.01,1,Courier,National,Words of the data set.,7,,1408924800
XXX2,13 August 2014,2014,2,Political violence,Battles,Armed clash,Northern Guard (invented),,2,,,0,20,,0,Nowhere,Examplia,North,Upper North,,Bridgeton,35.95,39.01,2,Courier,National,,0,,1408924800
XXX3,15 August 2014,2014,3,Demonstrations,Protests,Peaceful protest,Protesters (invented),,6,,,0,60,,0,Nowhere,Examplia,North,,,North,35.1,39.1,3,Courier,National,,0,,1408924800
"""
GED = """\
id,year,side_a,side_b,source_office,source_date,source_headline,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,deaths_civilians,best,high,low
7001,2014,Side A (invented),Side B (invented),Courier; Herald,2014-08-25; 2014-08-26,Bridge taken; Bridge lost,1,Bridgeton town,near the bridge,North province,Upper North district,35.95,39.01,Examplia,1,2014-08-24 00:00:00.000,2014-08-24 00:00:00.000,1,5,9,3
7002,2014,Side A (invented),Side B (invented),,,,4,North province,,North province,,35.1,39.1,Examplia,4,2014-08-01 00:00:00.000,2014-08-31 00:00:00.000,0,2,2,2
"""
AIRWARS = """\
unique_reference_code,incident_date,location_name,governorate,country,latitude,longitude,geolocation_accuracy,civilian_harm_status,strike_status,belligerent,civilians_killed_min,civilians_killed_max,civilians_injured_min,civilians_injured_max,children_killed_min,children_killed_max,assessment_date,url
XX001,2014-08-24,Bridgeton,North,Examplia,35.95,39.01,Town,Fair,Declared strike,Sky Force (invented),2,5,4,4,0,1,2015-02-01,https://assessments.example/xx001
"""


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_acled(desk):
    settled = desk.take("acled", ACLED)
    assert codes(settled) == []
    assert desk.text("events/2014/xxx1.md") == (
        "---\n"
        "title: Armed clash in Bridgeton\n"
        "date: 2014-08-24\n"
        "status: reported\n"
        "locations: [bridgeton]\n"
        "location_precision: town\n"
        "actors: [northern-guard-invented, reserve-invented, scouts-invented, southern-guard-invented]\n"
        "topics: [battles]\n"
        "sources: [acled-2014-08-25-acled-event-data]\n"
        "claims:\n"
        "  - measure: killed\n"
        "    group: people\n"
        "    figure: 7\n"
        "    claimed_by: acled\n"
        "    source: acled-2014-08-25-acled-event-data\n"
        "draft: true\n"
        "notes: Words of the data set.\n"
        "imported: {from: acled, id: XXX1}\n"
        "---\n"
    )
    dates = {event.id: event.date.text for event in desk.graph().events}
    assert dates == {"xxx1": "2014-08-24", "xxx2": "2014-08-13~", "xxx3": "2014-08"}


def test_coordinates_of_a_region_are_no_point_of_a_place(desk):
    header, exact, vague, region = ACLED.splitlines()
    desk.take("acled", f"{header}\n{vague}\n{region}\n{exact}\n")
    assert {(place.name, place.kind): place.coordinates for place in desk.graph().locations} == {
        ("Bridgeton", "town"): (35.95, 39.01),
        ("Examplia", "country"): None,
        ("North", "governorate"): None,
        ("North", "town"): None,
        ("Upper North", "district"): None,
    }


def test_ucdp(desk):
    settled = desk.take("ucdp-ged", GED)
    assert codes(settled) == ["D716"]  # the data set has no date: no claims
    events = {event.id: event for event in desk.graph().events}
    first, second = (event for event in events.values() if "upper" in event.title.lower()), events
    taken = next(first)
    assert taken.date.text == "2014-08-24"
    assert [source.article for source in taken.sources] == [
        "courier-2014-08-25-bridge-taken",
        "herald-2014-08-26-bridge-lost",
    ]
    vague = next(event for event in second.values() if event is not taken)
    assert vague.date.text == "[2014-08-01..2014-08-31]"
    assert vague.location_precision == "governorate"


def test_ucdp_with_a_date_of_the_data_set(desk):
    settled = desk.take(
        "ucdp-ged", GED, map_="source: {title: =UCDP GED, publisher: =UCDP, published: =2024-06}\n"
    )
    assert codes(settled) == []
    figures = [str(claim.figure) for event in desk.graph().events for claim in event.claims]
    assert sorted(figures) == ["1", "2", "3 to 9", "none"]


def test_airwars(desk):
    settled = desk.take("airwars", AIRWARS)
    assert codes(settled) == []
    (event,) = desk.graph().events
    assert [(claim.measure, str(claim.figure)) for claim in event.claims] == [
        ("killed", "2 to 5"),
        ("wounded", "4"),
    ]
    (article,) = desk.graph().articles
    assert (article.type, article.published.text) == ("ngo", "2015-02-01")


@pytest.mark.parametrize(("form", "raw"), [("acled", ACLED), ("ucdp-ged", GED), ("airwars", AIRWARS)])
def test_a_second_run_changes_nothing(desk, form, raw):
    desk.take(form, raw)
    again = desk.take(form, raw)
    assert again.made == ()
    assert lines(again, "D712") == []


def test_a_preset_without_its_columns_says_so(desk):
    settled = desk.dry_run("acled", "date,title\n2014,x\n")
    assert set(codes(settled)) == {"D704"}


def test_cells():
    row = Row(2, {"a": "1", "b": "", "c d": "2"})
    assert [
        Cell(text).of(row) for text in ("a", "b", "=a", "{a} of {c d}", "only {b}", "{a}{b}", "nowhere")
    ] == [
        "1",
        "",
        "a",
        "1 of 2",
        "",
        "1",
        "",
    ]


def test_time_grows_with_the_rows(desk):
    """Twice the rows take about twice the time; four times would be a square. The ratio, not the seconds, is tested."""

    def measured(count: int) -> float:
        header, first, *_ = ACLED.splitlines()
        rows = (
            first.replace("XXX1", f"X{at}")
            .replace("Bridgeton", f"Town {at % 300}")
            .replace("Southern", f"Army {at % 900}")
            for at in range(count)
        )
        raw = "\n".join([header, *rows])
        begun = time.process_time()
        settled = desk.dry_run("acled", raw)
        assert settled.rows == count
        return time.process_time() - begun

    measured(100)
    small = min(measured(1_000) for _ in range(2))
    assert measured(8_000) < 24 * small
