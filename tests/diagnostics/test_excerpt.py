"""Carets stand under the span, whatever the line is written in and however long it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.excerpt import Excerpt, excerpt
from generator.diagnostics.visible import cells

ROOM = 40


@pytest.mark.parametrize(
    ("line", "column", "length", "expected"),
    [
        ("title: x", 8, 1, Excerpt("title: x", 7, 1)),
        ("title: 東京が", 9, 1, Excerpt("title: 東京が", 9, 2)),
        ("title: 東京が", 8, 3, Excerpt("title: 東京が", 7, 6)),
        ("name: عَرَبِيّ x", 15, 1, Excerpt("name: عَرَبِيّ x", 10, 1)),
        ("e\u0301a", 3, 1, Excerpt("e\u0301a", 1, 1)),
        ("e\u0301a", 2, 1, Excerpt("e\u0301a", 0, 1)),
        ("\tkey: v", 2, 3, Excerpt("    key: v", 4, 3)),
        ("a\x1bb", 2, 1, Excerpt("a\\x1bb", 1, 4)),
        ("title:", 7, 1, Excerpt("title:", 6, 1)),
        ("title:", 99, 9, Excerpt("title:", 6, 1)),
        ("title:", 6, 99, Excerpt("title:", 5, 1)),
        ("title:", 1, 0, Excerpt("title:", 0, 1)),
        ("", 1, 1, Excerpt("", 0, 1)),
    ],
)
def test_carets(line: str, column: int, length: int, expected: Excerpt) -> None:
    assert excerpt(line, column, length, ROOM) == expected


def test_a_long_line_is_clipped_around_the_span() -> None:
    line = "a" * 100 + "FAULT" + "b" * 100
    shown = excerpt(line, 101, 5, ROOM)
    assert shown == Excerpt("…" + "a" * 12 + "FAULT" + "b" * 21 + "…", 13, 5)


def test_a_span_near_the_start_keeps_the_start() -> None:
    shown = excerpt("key: FAULT" + "b" * 100, 6, 5, ROOM)
    assert shown == Excerpt("key: FAULT" + "b" * 28 + "…", 5, 5)


def test_a_span_near_the_end_fills_the_room_before_it() -> None:
    shown = excerpt("a" * 100 + "FAULT", 101, 5, ROOM)
    assert shown == Excerpt("…" + "a" * 33 + "FAULT", 34, 5)


def test_a_span_longer_than_the_room_shows_its_beginning() -> None:
    shown = excerpt("a" * 50 + "F" * 100, 51, 100, ROOM)
    assert shown == Excerpt("…" + "a" * 12 + "F" * 26 + "…", 13, 26)


def test_a_long_line_is_not_read_through() -> None:
    shown = excerpt("東\u0301" * 5_000_000, 5_000_001, 1, ROOM)
    assert shown.text.startswith("…東\u0301")
    assert cells(shown.text) <= ROOM


_LETTERS = st.text(st.characters(codec="utf-8") | st.sampled_from("a東\u0301\u202e\t"), max_size=200)


@given(_LETTERS, st.integers(-5, 300), st.integers(-5, 300), st.integers(20, 120))
def test_carets_and_text_keep_to_the_room(line: str, column: int, length: int, room: int) -> None:
    shown = excerpt(line, column, length, room)
    assert cells(shown.text) <= room
    assert shown.indent >= 0
    assert shown.length >= 1
    # One caret may stand behind the last letter.
    assert shown.indent + shown.length <= cells(shown.text) + 1
