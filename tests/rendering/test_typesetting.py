"""Text in lines: where they break, how type shrinks, which way they run."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.theme import theme_folder
from generator.rendering.typesetting import ELLIPSIS, typecase

CASE = typecase((theme_folder(),))
TITLE = "Islamic State captures Tabqa air base"


def test_a_short_text_is_one_line_of_full_size():
    lines = CASE.fitted("ISIL captures Mosul", "serif-600", 74, 40, 1000, 3)
    assert (lines.lines, lines.size) == (("ISIL captures Mosul",), 74)


def test_a_long_text_is_broken_into_even_lines():
    lines = CASE.fitted(TITLE, "serif-600", 74, 40, 1000, 3)
    assert (lines.lines, lines.size) == (("Islamic State captures", "Tabqa air base"), 74)


def test_a_longer_text_is_set_smaller():
    lines = CASE.fitted(
        f"{TITLE}, the last base of the army in the whole of the governorate", "serif-600", 74, 40, 1000, 3
    )
    assert len(lines.lines) == 3
    assert 40 <= lines.size < 74


def test_what_does_not_fit_at_all_is_cut_visibly():
    lines = CASE.fitted(TITLE * 20, "serif-600", 74, 40, 1000, 3)
    assert (len(lines.lines), lines.size, lines.is_cut) == (3, 40, True)
    assert lines.lines[-1].endswith(ELLIPSIS)


def test_a_word_wider_than_a_line_is_broken():
    lines = CASE.fitted("x" * 60, "serif-600", 74, 40, 1000, 3)
    assert "".join(lines.lines) == "x" * 60
    assert len(lines.lines) == 3


def test_a_right_to_left_text_is_turned_line_by_line():
    lines = CASE.fitted(
        "سقوط مطار الطبقة العسكري بيد تنظيم الدولة (2014).", "serif-600", 74, 40, 700, 3
    ).lines
    assert len(lines) > 1
    assert all((line[0], line[-1]) == ("\u202b", "\u202c") for line in lines)


def test_marks_of_direction_that_were_written_are_dropped():
    assert CASE.fitted("a\u202eb\u2067c", "serif-600", 74, 40, 700, 1).lines == ("abc",)


def test_letters_without_a_font_are_named_once():
    assert CASE.missing("東京 Tokyo 東 \u200d e\u0301") == "東京"


@given(st.text(max_size=120), st.integers(1, 4))
def test_nothing_is_wider_than_its_room_and_nothing_is_lost(text, most):
    lines = CASE.fitted(text, "sans-400", 40, 20, 600, most)
    assert len(lines.lines) <= most
    assert 20 <= lines.size <= 40
    whole = "".join(line.strip("\u202b\u202c") for line in lines.lines)
    if not lines.is_cut:
        assert lines.width <= 600 + 1e-6
        assert sorted(whole.replace(" ", "")) == sorted(
            CASE.fitted(text, "sans-400", 20, 20, 10**9, 1).lines[0].strip("\u202b\u202c").replace(" ", "")
            if whole
            else ""
        )
