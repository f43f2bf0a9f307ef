"""What YAML 1.1 would turn into booleans, numbers, dates and nothing, and what editors mean by it."""

from __future__ import annotations

import unicodedata

import pytest

from generator.model.moment import Moment
from generator.model.parsed import Parsed
from generator.reading.parse import parse_bytes
from generator.reading.source_file import SourceFile


def parsed(kind: str, front_matter: str) -> Parsed:
    file = SourceFile(f"content/{kind}s/a.md", kind, "a")
    result = parse_bytes(f"---\n{front_matter}---\n".encode(), file)
    assert result.findings == ()
    assert isinstance(result.parsed, Parsed)
    return result.parsed


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "off",
        "null",
        "Null",
        "true",
        "12:30",
        "190:20:30",
        "010",
        "0o17",
        "0x1F",
        "1e3",
        "1_000",
        ".5",
        ".inf",
        ".nan",
        "2014-08",
        "2014-08-24",
        "2014-02-30",
        "1.10",
        "+1",
        "N",
        "y",
        "=",
    ],
)
def test_a_title_is_what_is_written(text):
    assert parsed("topic", f"title: {text}\n").record.title == text


def test_norway_is_a_language_and_a_topic():
    assert (
        parsed("article", "title: A\npublisher: no\npublished: 2014\nlanguage: no\n").record.language == "no"
    )
    assert parsed("event", "title: A\ndate: 2014\ntopics: [no, on, yes, 2014, 0755]\n").record.topics == (
        "no",
        "on",
        "yes",
        "2014",
        "0755",
    )


def test_an_alias_that_looks_like_a_number():
    assert parsed("actor", "name: 47\naliases: [0047, 1e3, ~47]\n").record.aliases == ("0047", "1e3", "~47")


@pytest.mark.parametrize(
    "text",
    [
        "2014",
        "2014-08",
        "2014-08-24",
        '"2014-08-24"',
        "2014-08-24T14:30:00+03:00",
        "2014-08-24T14:30:00Z",
        "2014-08-24T10:00+14:00",
        "0000",
        "-0753",
        "0999-12-31",
        "1984?",
        "2024-XX",
        "2014-08-18/2014-08-24",
        "2014-08-18/..",
        "2014-21",
        "Y10000",
    ],
)
def test_dates_that_edtf_allows(text):
    assert parsed("event", f"title: A\ndate: {text}\n").record.date == Moment.parse(text.strip('"'))


def test_a_set_of_dates_is_not_a_list():
    with_quotes = parsed("event", 'title: A\ndate: "[2014-08-23,2014-08-24]"\n').record.date
    assert parsed("event", "title: A\ndate: [2014-08-23,2014-08-24]\n").record.date == with_quotes
    assert parsed("event", "title: A\ndate: [2014-08-23, 2014-08-24]\n").record.date == with_quotes
    assert (
        parsed("event", "title: A\ndate: {2014-08-23,2014-08-24}\n").record.date.text
        == "{2014-08-23,2014-08-24}"
    )


def test_text_is_composed():
    decomposed = unicodedata.normalize("NFD", "Qusayr Café")
    assert parsed("topic", f"title: {decomposed}\n").record.title == "Qusayr Café"


def test_lines_of_a_title_are_joined_and_those_of_notes_kept():
    record = parsed("topic", "title: |\n  The  fall\n  of Tabqa\nnotes: |\n  One\n  Two\n").record
    assert (record.title, record.notes) == ("The fall of Tabqa", "One\nTwo")
