"""What every site's files keep to, whatever is written in it: an independent reader takes each, and finds every record."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import icalendar
import jsonschema
from hypothesis import given, settings
from pybtex.database import parse_string

from generator.exports import acled, bibtex, calendar, csl, followthemoney, ninjs, sqlite, timelinejs
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.graph.link import link
from generator.reading.content import read_content
from tests.exports.csl_schema import CSL_SCHEMA
from tests.exports.ninjs_schema import NINJS_SCHEMA
from tests.site.generated_sites import DRAFT, NOTES, GeneratedSite, sites

EVERY = (acled, bibtex, calendar, csl, followthemoney, ninjs, sqlite, timelinejs)


def linked(generated: GeneratedSite, *, drafts: bool = False) -> Graph:
    with tempfile.TemporaryDirectory() as folder:
        content, _ = read_content(generated.lay_out(Path(folder) / "site").root)
    return link(content, drafts=drafts)[0]


@settings(max_examples=40)
@given(sites())
def test_every_reader_finds_every_record(generated):
    graph = linked(generated)
    known = standing(graph)
    events, articles = [event.id for event in known.events], [article.id for article in known.articles]
    entries = icalendar.Calendar.from_ical(calendar.write(graph, "")).events
    writable = [event for event in known.events if calendar.timing(event.date)]
    assert [(str(entry["SUMMARY"]), entry.errors) for entry in entries] == [
        (" ".join(event.title.split()), []) for event in writable
    ]
    found = json.loads(csl.write(graph, ""))
    jsonschema.validate(found, CSL_SCHEMA)
    assert [entry["id"] for entry in found] == articles
    assert list(parse_string(bibtex.write(graph, "").decode(), "bibtex").entries) == articles
    rows = csv.DictReader(io.StringIO(acled.write(graph, "").decode(), newline=""), strict=True)
    assert [row["event_id_cnty"] for row in rows] == events
    slides = json.loads(timelinejs.write(graph, ""))["events"]
    assert [slide["unique_id"] for slide in slides] == [event.id for event in timelinejs.shown(graph)]
    for event_id in events:
        jsonschema.validate(json.loads(ninjs.write(graph, event_id)), NINJS_SCHEMA)


@settings(max_examples=40)
@given(sites())
def test_references_lead_somewhere(generated):
    graph = linked(generated)
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(sqlite.write(graph, ""))
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        (counted,) = database.execute("SELECT count(*) FROM events").fetchone()
        assert counted == len(standing(graph).events)
    entities = [json.loads(line) for line in followthemoney.write(graph, "").decode().splitlines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities) == followthemoney.entity_total(graph)
    for entity in entities:
        for name in ("subject", "object", "member", "organization", "involved", "addressEntity", "proof"):
            assert set(entity["properties"].get(name, [])) <= ids


@settings(max_examples=40)
@given(sites())
def test_nothing_that_is_withheld_is_in_any_of_them(generated):
    for drafts in (False, True):
        graph = linked(generated, drafts=drafts)
        for export in EVERY:
            for output in export.outputs(graph):
                content = output.write(graph, output.subject).replace(b"\r\n ", b"")
                assert NOTES.encode() not in content, output.address
                assert drafts or DRAFT.encode() not in content, output.address
