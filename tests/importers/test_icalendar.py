"""Calendars as programs write them. What stands in them is invented."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.calendar_lines import CalendarError, read_calendars
from tests.importers.desk import Desk, codes, lines

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Nobody//Nothing//EN\r\n"


def entry(*properties: str, uid: str = "u1", kind: str = "VEVENT") -> str:
    return "\r\n".join([f"BEGIN:{kind}", f"UID:{uid}", *properties, f"END:{kind}", ""])


def calendar(*entries: str) -> str:
    return HEAD + "".join(entries) + "END:VCALENDAR\r\n"


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.mark.parametrize(
    ("lines_", "edtf"),
    [
        (["DTSTART;VALUE=DATE:20140824"], "2014-08-24"),
        (["DTSTART;VALUE=DATE:20140824", "DTEND;VALUE=DATE:20140825"], "2014-08-24"),
        (["DTSTART;VALUE=DATE:20140818", "DTEND;VALUE=DATE:20140825"], "2014-08-18/2014-08-24"),
        (["DTSTART;VALUE=DATE:20140818", "DURATION:P1W"], "2014-08-18/2014-08-24"),
        (["DTSTART:20140824T113000Z"], "2014-08-24T11:30Z"),
        (["DTSTART:20140824T143000"], "2014-08-24T14:30"),
        (
            ["DTSTART;TZID=Asia/Damascus:20140824T143000", "DTEND;TZID=Asia/Damascus:20140824T153000"],
            "2014-08-24T14:30+03:00",
        ),
        (["DTSTART;TZID=Asia/Damascus:20140124T143005"], "2014-01-24T14:30:05+02:00"),
        (["DTSTART:20140824T220000", "DURATION:PT3H"], "2014-08-24/2014-08-25"),
        (["DTSTART:20140824T220000", "DTEND:20140825T000000"], "2014-08-24T22:00"),
    ],
)
def test_dates_and_times(desk, lines_, edtf):
    settled = desk.take("icalendar", calendar(entry(*lines_, "SUMMARY:Bridge closed")), name="c.ics")
    assert codes(settled) == []
    assert [event.date.text for event in desk.graph().events] == [edtf]


@pytest.mark.parametrize(
    ("lines_", "code"),
    [
        (["SUMMARY:x"], "D706"),
        (["DTSTART:20140230", "SUMMARY:x"], "D707"),
        (["DTSTART;TZID=Nowhere/City:20140824T143000", "SUMMARY:x"], "D707"),
        (["DTSTART;TZID=../../etc/passwd:20140824T143000", "SUMMARY:x"], "D707"),
        (["DTSTART;VALUE=DATE:20140824", "DTEND;VALUE=DATE:20140820", "SUMMARY:x"], "D707"),
        (["DTSTART;VALUE=DATE:20140824", "DURATION:-P1D", "SUMMARY:x"], "D707"),
        (["DTSTART;VALUE=DATE:99991231", "DURATION:P9999W", "SUMMARY:x"], "D707"),
        (["DTSTART;VALUE=DATE:20140824"], "D706"),
        (["DTSTART;VALUE=DATE:20140824", "RRULE:FREQ=DAILY", "SUMMARY:x"], "D715"),
        (["DTSTART;VALUE=DATE:20140824", "RDATE:20150101", "SUMMARY:x"], "D715"),
        (["DTSTART;VALUE=DATE:20140824", "STATUS:CANCELLED", "SUMMARY:x"], "D718"),
    ],
)
def test_what_becomes_no_record_has_its_line(desk, lines_, code):
    settled = desk.dry_run("icalendar", calendar(entry(*lines_)), name="c.ics")
    assert (settled.made, settled.rows) == ((), 1)
    assert lines(settled, code) == [4]


def test_fields(desk):
    one = entry(
        "DTSTART;VALUE=DATE:20140824",
        "SUMMARY:Bridge closed\\, again",
        "DESCRIPTION:First line\\; and",
        "  more of it.\\n\\nSecond *paragraph*.",
        "LOCATION:Nahr bridge",
        "GEO:35.951;39.012",
        "CATEGORIES:Repairs,Air strikes",
        "STATUS:TENTATIVE",
        'ATTENDEE;CN="Somebody; private":mailto:somebody@mail.example',
    )
    settled = desk.take("icalendar", calendar(one), name="c.ics")
    assert codes(settled) == ["D705"]
    assert "ATTENDEE" in settled.findings[0].message
    assert not any("somebody" in text.lower() for text in desk.files().values())
    event = desk.text("events/2014/bridge-closed-again.md")
    assert "title: Bridge closed, again\n" in event
    assert "status: reported\n" in event
    assert "topics: [repairs, air-strikes]\n" in event
    assert event.endswith("---\nFirst line; and more of it.\n\nSecond \\*paragraph\\*.\n")
    assert "coordinates: [35.951, 39.012]\n" in desk.text("locations/nahr-bridge.md")


def test_an_entry_is_part_of_another_that_may_come_later(desk):
    part = entry("DTSTART:20140824", "SUMMARY:Part", "RELATED-TO:whole@x.example", uid="part@x.example")
    whole = entry("DTSTART:20140801", "SUMMARY:Whole", uid="whole@x.example")
    assert codes(desk.take("icalendar", calendar(part, whole), name="c.ics")) == []
    assert "part_of: whole\n" in desk.text("events/2014/part.md")


def test_a_relation_that_leads_nowhere_is_told(desk):
    part = entry("DTSTART:20140824", "SUMMARY:Part", "RELATED-TO:elsewhere")
    assert codes(desk.take("icalendar", calendar(part), name="c.ics")) == ["D716"]


def test_tasks_are_named_and_zones_are_not(desk):
    raw = calendar(entry("SUMMARY:x", kind="VTODO"), "BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n")
    settled = desk.dry_run("icalendar", raw, name="c.ics")
    assert (codes(settled), settled.rows) == (["D718"], 1)


def test_a_second_run_changes_nothing(desk):
    raw = calendar(
        entry("DTSTART:20140824", "SUMMARY:A", "LOCATION:Nahr"),
        entry("DTSTART:20140824", "SUMMARY:A", uid="u2"),
    )
    desk.take("icalendar", raw, name="c.ics")
    again = desk.take("icalendar", raw, name="another name.ics")
    assert (again.made, again.found_again, again.differing) == ((), 2, 0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT\r\nEND:VEVENT",
        "BEGIN:VCALENDAR\r\nEND:VEVENT",
        "BEGIN:VCALENDAR\r\nno colon\r\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\r\n:x\r\nEND:VCALENDAR",
        "BEGIN:A\n" * 50,
        "BEGIN:VCALENDAR\r\nX:" + "\r\n y" * 600_000 + "\r\nEND:VCALENDAR",
    ],
)
def test_what_is_no_calendar_is_refused(desk, text):
    assert codes(desk.dry_run("icalendar", text, name="c.ics")) == ["D701"]


def test_not_utf8(desk):
    assert codes(desk.dry_run("icalendar", calendar(entry("SUMMARY:é")).encode("latin-1"), name="c.ics")) == [
        "D701"
    ]


@given(st.text(alphabet='BEGIN:VCALDRT;=",\\\n x', max_size=120))
def test_no_text_makes_it_raise_anything_else(text):
    with suppress(CalendarError):
        read_calendars(text)
