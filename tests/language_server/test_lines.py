"""Positions as editors count them, against the encodings themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language_server.lines import Encoding, Lines, Position, width

ALPHABET = "aé \u2028\u0085\u200dلِ🙂🏴\U000e0067\n\r字"
CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
UNIT = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@given(st.text(ALPHABET), st.sampled_from(sorted(CODECS)), st.data())
def test_offsets_and_positions_are_two_ways_to_say_the_same(
    text: str, encoding: Encoding, data: st.DataObject
) -> None:
    lines = Lines(text, encoding)
    offset = data.draw(st.integers(0, len(lines.text)))
    position = lines.position(offset)
    before = lines.text[:offset]
    assert position.line == before.count("\n")
    last = before.rpartition("\n")[2]
    assert position.column == len(last.encode(CODECS[encoding])) // UNIT[encoding]
    assert lines.offset(position) == offset


@given(st.text(ALPHABET), st.text(ALPHABET), st.data())
def test_a_change_is_a_replacement(text: str, new: str, data: st.DataObject) -> None:
    lines = Lines(text)
    start = data.draw(st.integers(0, len(lines.text)))
    end = data.draw(st.integers(start, len(lines.text)))
    changed = lines.changed(lines.position(start), lines.position(end), new)
    assert changed.text == Lines(lines.text[:start] + new + lines.text[end:]).text


@pytest.mark.parametrize(
    ("text", "position", "offset"),
    [
        ("ab\ncd", (0, 9), 2),
        ("ab\ncd", (7, 0), 5),
        ("a🙂b", (0, 3), 2),
        ("a🙂b", (0, 2), 2),
        ("", (0, 0), 0),
        ("a\r\nb\rc", (2, 1), 5),
    ],
)
def test_positions_that_are_not_there(text: str, position: tuple[int, int], offset: int) -> None:
    assert Lines(text).offset(Position(*position)) == offset


def test_units() -> None:
    assert [width("🙂", encoding) for encoding in ("utf-8", "utf-16", "utf-32")] == [4, 2, 1]
    assert [width("ل", encoding) for encoding in ("utf-8", "utf-16", "utf-32")] == [2, 1, 1]
