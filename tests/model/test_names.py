"""Names in any script: comparing, addressing, directing, and guessing them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.names import (
    bidi_controls,
    direction_of,
    fold,
    language_direction,
    nearest,
    script_of,
    slug,
)
from generator.model.nearness import edits

ALIKE = [
    ("al-Raqqa", "ar-Raqqa", "Raqqa", "al Raqqa", "RAQQA", "ar\N{EN DASH}Raqqa"),
    ("Walīd al-Muʿallim", "Walid al-Mu'allim", "walid muallim"),
    ("Deir ez-Zor", "Deir al-Zor", "Deir\N{NO-BREAK SPACE}az-Zor", "deir_ez-zor"),
    ("Bashar al-Assad", "Bashar Assad", "Bashar  Al-Assad"),
    ("Straße", "STRASSE"),
    ("İstanbul", "ISTANBUL", "ıstanbul"),
    ("Ærø", "aero"),
    ("café", "cafe\u0301", "CAFE"),
    ("ﬁeld", "field"),
    ("２０１４", "2014", "٢٠١٤", "۲۰۱۴"),
    ("الرَّقَّة", "الرقة", "الرقه", "رقة", "الـرقـة"),
    ("أحمد", "احمد", "إحمد", "آحمد", "ٱحمد"),
    ("مصطفى", "مصطفي", "مصطفی"),
    ("مؤمن", "مومن"),
    ("رئيس", "رييس"),
    ("می‌خواهم", "میخواهم"),
    ("کرکوک", "كركوك"),
    ("שָׁלוֹם", "שלום"),
    ("Ёлка", "елка"),
    ("Моско́ва", "москова"),
    ("Ἀθῆναι", "αθηναι"),
]
APART = [
    ("Raqqa", "Raqqah"),
    ("Homs", "Hims"),
    ("Алексей", "Алексеи"),
    ("Київ", "Киів"),
    ("الله", "له"),
    ("Alps", "ps"),
    ("हिन्दी", "हनद"),
    ("alba", "ba"),
]


@pytest.mark.parametrize("spellings", ALIKE)
def test_spellings_that_are_one(spellings):
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_spellings_that_stay_apart(one, other):
    assert fold(one) != fold(other)


@given(st.one_of(st.text(), st.text(alphabet="alnrseI-' _\u064bالرقةأ\u0301İıßЙё\u0345", max_size=12)))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert fold(text) == " ".join(fold(text).split())


@pytest.mark.parametrize(
    ("text", "script", "direction"),
    [
        ("al-Raqqa", "Latn", "ltr"),
        ("الرقة", "Arab", "rtl"),
        ("الرقة (Raqqa)", "Arab", "rtl"),
        ("Raqqa (الرقة)", "Latn", "ltr"),
        ("שלום", "Hebr", "rtl"),
        ("Москва", "Cyrl", "ltr"),
        ("東京", "Hani", "ltr"),
        ("2014!", "Zyyy", "ltr"),
        ("", "Zyyy", "ltr"),
    ],
)
def test_scripts_and_their_direction(text, script, direction):
    assert script_of(text) == script
    assert direction_of(text) == direction


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        *((tag, "rtl") for tag in ("ar", "AR-sy", "fa", "he", "ckb", "ku-Arab")),
        *((tag, "ltr") for tag in ("en", "ku", "ar-Latn", "tr", "")),
    ],
)
def test_direction_of_a_language(tag, direction):
    assert language_direction(tag) == direction


def test_controls_of_direction_are_found():
    assert bidi_controls("a\u202eb\u2066c\u2069\u200f") == [1, 3, 5, 6]
    assert bidi_controls("الرقة\u200d\u200c") == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Tabqa airbase falls", "tabqa-airbase-falls"),
        ("Walīd al-Muʿallim’s offer", "walid-al-muallims-offer"),
        ("Straße & Œuvre", "strasse-oeuvre"),
        ("İstanbul, ısparta", "istanbul-isparta"),
        ("الرَّقَّة", "al-rqa"),
        ("٢٤ آب ٢٠١٤", "24-ab-2014"),
        ("Москва", "moskva"),
        ("  --  ", "untitled"),
        ("東京", "untitled"),
        ("", "untitled"),
        ("a" * 300, "a" * 100),
        ("word " * 60, "word-" * 19 + "word"),
    ],
)
def test_slugs(title, expected):
    assert slug(title) == expected


@given(st.text())
def test_every_slug_is_an_id_and_its_own_slug(text):
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= 100
    assert slug(made) == made


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("islamic-stat", ["islamic-state"]),
        ("Islamic-State", ["islamic-state"]),
        ("sorh", ["sohr"]),
        ("tabqa", ["tabqa-airbase", "tabqa-falls-2014-08-24"]),
        ("raqa", ["raqqa"]),
        ("xyzzy", []),
        ("", []),
    ],
)
def test_what_was_meant(word, expected):
    candidates = [
        "sohr",
        "tabqa-falls-2014-08-24",
        "islamic-state",
        "raqqa",
        "tabqa-airbase",
        "islamic-front",
    ]
    assert nearest(word, candidates)[:2] == expected
    assert nearest(word, reversed(candidates)) == nearest(word, candidates)


def test_no_more_than_asked_for():
    assert nearest("aab", ["aaa", "aac", "aad", "aae"], limit=2) == ["aaa", "aac"]


def test_the_nearest_of_ten_thousand_candidates():
    candidates = [f"tabqa-army-front-{number}" for number in range(10_000)]
    assert nearest("tabqa-army-fornt-77", candidates)[0] == "tabqa-army-front-77"


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 6))
def test_the_limit_of_edits_changes_no_distance_within_it(one, other, most):
    assert edits(one, other, most) == min(edits(one, other, 12), most + 1)
    assert edits(one, other, 12) == edits(other, one, 12)
    assert (edits(one, other, 12) == 0) == (one == other)


def test_swapped_neighbours_are_one_edit():
    assert edits("raqqa", "arqqa", 3) == 1
