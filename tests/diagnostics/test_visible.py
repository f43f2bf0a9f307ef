"""What a terminal is given is one line that moves nothing, and its width is known."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.visible import cells, drawn, encodable, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("وليد المعلم", "وليد المعلم"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("\u06dd٢٥٥", "\u06dd٢٥٥"),
        ("non\u00a0breaking", "non\u00a0breaking"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("two\nlines\r\n", r"two\nlines\r\n"),
        ("a\tb", r"a\tb"),
        ("a\x9bb\x7f", r"a\x9bb\x7f"),
        ("user\u202egpj.exe", r"user\u202egpj.exe"),
        ("\u2066x\u2069\u061c", r"\u2066x\u2069\u061c"),
        ("zero\u200bwidth\ufeff", r"zero\u200bwidth\ufeff"),
        ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("caf\udce9.md", r"caf\xe9.md"),
        ("half \ud800", r"half \ud800"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_tab_in_an_excerpt_is_four_cells() -> None:
    assert drawn("a\tb\x1b") == "a    b\\x1b"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("actors", 6),
        ("東京", 4),
        ("ｶﾅ", 2),
        ("الرقة", 5),
        ("ar\u0301", 2),
        ("عَرَبِيّ", 4),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("a\u200db", 2),
        ("\t", 4),
        ("\u202e", 6),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_lone_surrogates_can_be_encoded() -> None:
    assert encodable("caf\udce9 \ud800 é\u202e") == "caf\\xe9 \\ud800 é\u202e"


@given(st.text(st.characters()))
def test_nothing_unsafe_is_left(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    assert len(shown.splitlines()) <= 1
    assert encodable(text).encode() is not None


@given(st.text(st.characters()), st.text(st.characters()))
def test_width_adds_up(one: str, other: str) -> None:
    assert cells(one + other) == cells(one) + cells(other)
