"""Dates and figures in words, against the tables of `words.md`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.languages.language import language
from generator.model.figure import Figure, span
from generator.model.moment import Moment
from tests.model.test_moment_words import WORDS

ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (Path(__file__).parent / "words.md").read_text("utf-8").splitlines()
    if line.startswith("| `")
]
DATES = [row for row in ROWS if len(row) == 5]
FIGURES = [row for row in ROWS if len(row) == 4]

ENGLISH, ARABIC, SYRIAN = language("en"), language("ar"), language("ar-SY")


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_dates(row):
    moment = Moment.parse(row[0].strip("`"))
    assert [
        moment.words(ENGLISH),
        moment.short(ENGLISH),
        moment.words(ARABIC),
        moment.words(SYRIAN),
    ] == row[1:]


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row[0])
def test_figures(row):
    figure = Figure.parse(row[0].strip("`"))
    assert [figure.words(one) for one in (ENGLISH, ARABIC, SYRIAN)] == row[1:]


def test_the_table_has_every_date_that_is_tested_in_english():
    assert [row[0].strip("`") for row in DATES] == list(WORDS)


def test_no_latin_word_is_left_in_arabic():
    said = " ".join(row[3] for row in DATES) + " ".join(row[2] for row in FIGURES)
    assert {word for word in said.split() if word.isascii() and word.isalpha()} == set()


def test_what_several_reports_span():
    figure = span([Figure.parse("78"), Figure.parse("at least 346")])
    assert figure is not None
    assert figure.words(ARABIC) == "78 إلى 346 أو أكثر"


def test_a_language_that_writes_dates_in_another_order_writes_them_whole():
    german, japanese = language("de"), language("ja")
    interval = Moment.parse("2014-08-18/2014-08-24")
    assert interval.words(german) == "from 18. August 2014 to 24. August 2014"
    assert Moment.parse("2014-08").words(japanese) == "2014年8月"
    assert german.number(1700) == "1.700"


def test_digits_that_a_tag_asks_for():
    day = Moment.parse("2014-08-24")
    assert day.words(language("ar-SY-u-nu-latn")) == "24 آب 2014"
    assert day.words(language("ar-u-nu-arab")) == "٢٤ أغسطس ٢٠١٤"


def test_lists_join_as_the_language_does():
    assert ENGLISH.listed(["a", "b", "c"], "{others} and {last}") == "a, b and c"
    assert ARABIC.listed(["أ", "ب", "ج"], "{others} and {last}") == "أ، ب وج"
