"""The calendar, read back by icalendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest

from generator.exports import calendar
from tests.exports.compiled import compiled
from tests.graph.story import SITE, article, correction, event, linked, location, topic

HOST = replace(SITE, base_url="https://example.org/news", description="What happened, in order.")


def read(graph) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(calendar.write(graph, ""))


def entry(day: str, **fields):
    """The entry of one event."""
    (found,) = read(linked(event("falls", day, **fields), site=HOST)).events
    return found


def days(day: str) -> tuple[date, date]:
    found = entry(day)
    return found.start, found.end


@pytest.mark.parametrize("site", ["model", "ours"])
def test_every_event_is_in_it_with_its_key_fields(site):
    graph = compiled(site)
    found = {str(one["UID"]): one for one in read(graph).events}
    assert len(found) == len(graph.events)
    for record in graph.events:
        one = found[f"{graph.site.base_url}events/{(*record.former_ids, record.id)[0]}/"]
        assert str(one["SUMMARY"]) == record.title
        assert record.date.words() in str(one["DESCRIPTION"])
        assert str(one["URL"]) == f"{graph.site.base_url}events/{record.id}/"
        assert not one.errors


@pytest.mark.parametrize(
    ("edtf", "first", "day_after"),
    [
        ("2014-08-24", date(2014, 8, 24), date(2014, 8, 25)),
        ("2014-08-18/2014-08-24", date(2014, 8, 18), date(2014, 8, 25)),
        ("2014-08", date(2014, 8, 1), date(2014, 9, 1)),
        ("2014", date(2014, 1, 1), date(2015, 1, 1)),
        ("2014-08-24~", date(2014, 8, 24), date(2014, 8, 25)),
        ("[2014-08-23,2014-08-24]", date(2014, 8, 23), date(2014, 8, 25)),
        ("2014-08-XX", date(2014, 8, 1), date(2014, 9, 1)),
        ("2014-08-18/..", date(2014, 8, 18), date(2014, 8, 19)),
        ("../2014-08-24", date(2014, 8, 24), date(2014, 8, 25)),
    ],
)
def test_a_date_covers_the_days_that_it_may_have_been(edtf, first, day_after):
    assert days(edtf) == (first, day_after)


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2014-08", "August 2014 (known to the month only). This entry covers every day"),
        ("2014-08-24~", "about 24 August 2014 (approximate)."),
        ("[2014-08-23,2014-08-24]", "This entry covers every day that it may have been."),
        ("2014-08-18/..", "The end is not known: this entry stands on the first day only."),
        ("../2014-08-24", "The start is not known: this entry stands on the last day only."),
        ("2014-08-24T14:30", "The time zone is not known."),
    ],
)
def test_a_doubt_about_the_date_is_said(edtf, said):
    assert said in str(entry(edtf)["DESCRIPTION"])


@pytest.mark.parametrize("edtf", ["2014-08-24", "2014-08-24T14:30Z", "2014-08-18/2014-08-24"])
def test_an_exact_date_is_said_without_a_remark(edtf):
    assert "entry" not in str(entry(edtf)["DESCRIPTION"])


def test_a_time_is_an_instant_in_utc():
    assert entry("2014-08-24T14:30+03:00").start == datetime(2014, 8, 24, 11, 30, tzinfo=UTC)


def test_a_time_of_an_unknown_zone_floats():
    assert entry("2014-08-24T14:30:05").start == datetime(2014, 8, 24, 14, 30, 5)  # noqa: DTZ001 - floating


def test_years_that_no_calendar_has_are_left_out_and_counted():
    found = read(linked(event("old", "-0043"), event("far", "Y170000002"), event("falls"), site=HOST))
    assert [str(one["SUMMARY"]) for one in found.events] == ["falls"]
    assert "Not in this calendar: 2 events outside the years 1 to 9999." in str(found["DESCRIPTION"])


def test_stamps_come_from_the_content():
    graph = linked(
        event("falls", sources="report", corrections=(correction("2014-09-02"),)),
        article("report", "2014-08-25"),
        site=HOST,
    )
    (found,) = read(graph).events
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == datetime(2014, 9, 2, tzinfo=UTC)
    assert found["SEQUENCE"] == 1


def test_the_id_outlives_a_new_id_of_the_record():
    assert (
        str(entry("2014-08-24", former_ids="old-name")["UID"]) == "https://example.org/news/events/old-name/"
    )


def test_a_grade_that_is_no_confirmation_is_tentative_and_said():
    found = entry("2014-08-24", status="disputed")
    assert found["STATUS"] == "TENTATIVE"
    assert "Disputed: was reported, and is disputed." in str(found["DESCRIPTION"])


def test_places_topics_and_wholes():
    graph = linked(
        event("battle", locations="base", topics="war-at-sea", part_of="campaign"),
        event("campaign", "2014-08"),
        location("base", "base", name="The base", part_of="land", coordinates=(35.7547, 38.5668)),
        location("land", name="Land"),
        topic("war-at-sea", "War, at sea"),
        site=HOST,
    )
    found = {str(one["SUMMARY"]): one for one in read(graph).events}["battle"]
    assert str(found["LOCATION"]) == "The base, Land"
    assert (found["GEO"].latitude, found["GEO"].longitude) == (35.7547, 38.5668)
    assert [str(one) for one in found["CATEGORIES"].cats] == ["War, at sea"]
    assert str(found["RELATED-TO"]) == "https://example.org/news/events/campaign/"


@pytest.mark.parametrize("precision", ["district", "governorate", "country"])
def test_there_is_no_point_where_only_an_area_is_known(precision):
    base = location("base", "base", part_of="land", coordinates=(35.7, 38.5))
    graph = linked(event("battle", locations="base", location_precision=precision), base, site=HOST)
    (found,) = read(graph).events
    assert "GEO" not in found


def test_a_site_without_an_address_has_stable_ids_and_no_links():
    first, second = (read(linked(event("falls"))).events[0] for _ in range(2))
    assert first["UID"] == second["UID"]
    assert "URL" not in first


def test_drafts_are_not_in_it_even_in_a_preview():
    graph = linked(event("secret", draft=True), event("open"), drafts=True, site=HOST)
    assert [str(one["SUMMARY"]) for one in read(graph).events] == ["open"]
