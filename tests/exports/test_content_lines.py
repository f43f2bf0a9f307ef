"""Escaping and folding of iCalendar lines, for any text, read back by icalendar."""

from __future__ import annotations

import re

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.content_lines import folded, text

anything = st.text(st.characters(codec=None), max_size=400)


def read(value: str) -> str:
    """The value as a calendar program takes it from an entry with this summary."""
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{text(value)}", "END:VEVENT", "END:VCALENDAR"]
    calendar = icalendar.Calendar.from_ical(b"".join(map(folded, lines)))
    (event,) = calendar.events
    return str(event.get("SUMMARY", ""))


@given(anything)
def test_any_text_is_read_back_without_what_it_may_not_hold(value):
    lines = re.sub("\r\n?|[\u2028\u2029]", "\n", value)
    assert read(value) == re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", "", lines)


@given(anything.map(text))
def test_no_line_is_longer_than_75_octets_and_every_one_is_whole_utf8(value):
    octets = folded(f"DESCRIPTION:{value}")
    assert octets.endswith(b"\r\n")
    lines = octets.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() is not None for line in lines)
    assert all(line.startswith(b" ") for line in lines[1:])
    assert b"".join([lines[0], *(line[1:] for line in lines[1:])]).decode() == f"DESCRIPTION:{value}"


@pytest.mark.parametrize(
    ("plain", "escaped"),
    [
        ("a, b; c", r"a\, b\; c"),
        ("back\\slash", r"back\\slash"),
        ("two\r\nlines", r"two\nlines"),
        ("END:VEVENT\nBEGIN:VEVENT", r"END:VEVENT\nBEGIN:VEVENT"),
    ],
)
def test_characters_that_mean_something_mean_themselves(plain, escaped):
    assert text(plain) == escaped


def test_a_line_of_75_octets_is_not_folded_and_one_of_76_is():
    assert folded("x" * 75) == b"x" * 75 + b"\r\n"
    assert folded("x" * 76) == b"x" * 75 + b"\r\n x\r\n"
