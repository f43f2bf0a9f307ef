"""The database, opened by SQLite, and its metadata."""

# ruff: noqa: S608 - the names of tables are our own

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from generator.exports import datasette, sqlite
from generator.exports.database.tables import TABLES, VIEWS
from tests.exports.compiled import CHECKOUT, compiled
from tests.graph.story import (
    SITE,
    actor,
    article,
    claim,
    correction,
    event,
    former,
    linked,
    location,
    named,
    office,
    said,
    topic,
)

SITES = ["model", "ours"]
SHADOWS = ("data", "idx", "docsize", "config")


@pytest.fixture
def opened(tmp_path):
    """Opens the database of a graph as a reader would: from a file, which it may not change."""
    connections = []

    def open_(graph):
        file = tmp_path / f"{len(connections)}.sqlite"
        file.write_bytes(sqlite.write(graph, ""))
        connections.append(sqlite3.connect(f"file:{file}?mode=ro", uri=True))
        return connections[-1]

    yield open_
    for connection in connections:
        connection.close()


def column(database, query, *values):
    return [row[0] for row in database.execute(query, values)]


@pytest.mark.parametrize("site", SITES)
def test_it_is_whole_and_every_reference_leads_somewhere(opened, site):
    database = opened(compiled(site))
    assert column(database, "PRAGMA integrity_check") == ["ok"]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    references = [
        row for table in TABLES for row in database.execute(f"PRAGMA foreign_key_list({table.name})")
    ]
    assert len(references) == sum(bool(one.references) for table in TABLES for one in table.columns)


@pytest.mark.parametrize("site", SITES)
def test_every_record_is_in_it(opened, site):
    graph = compiled(site)
    database = opened(graph)
    for table in ("events", "articles", "actors", "locations", "topics"):
        records = getattr(graph, table)
        assert sorted(column(database, f"SELECT id FROM {table}")) == sorted(record.id for record in records)
    assert column(database, "SELECT title FROM events ORDER BY position") == [
        one.title for one in graph.events
    ]
    assert column(database, "SELECT date FROM events ORDER BY position") == [
        one.date.text for one in graph.events
    ]
    assert column(database, "SELECT count(*) FROM claims") == [sum(len(one.claims) for one in graph.events)]
    assert column(database, "SELECT count(*) FROM statements") == [
        sum(len(one.statements) for one in graph.events)
    ]
    assert column(database, "SELECT sum(reports) FROM events") == column(
        database, "SELECT count(*) FROM event_sources"
    )


@pytest.mark.parametrize("view", [view.name for view in VIEWS])
def test_every_view_answers(opened, view):
    database = opened(compiled("ours"))
    assert database.execute(f"SELECT * FROM {view}").fetchall()


def test_the_index_finds_words_and_names_in_every_script(opened):
    database = opened(
        linked(
            event("falls", title="Tabqa air base falls", body="The garrison withdrew."),
            event("other"),
            actor("isil", name="Islamic State", names=(named("ar", "تنظيم الدولة الإسلامية"),)),
        )
    )
    find = "SELECT {0}.id FROM {0}_fts JOIN {0} ON {0}.rowid = {0}_fts.rowid WHERE {0}_fts MATCH ?"
    assert column(database, find.format("events"), "garrison") == ["falls"]
    assert column(database, find.format("events"), "TABQA") == ["falls"]
    assert column(database, find.format("actors"), "الدولة") == ["isil"]


@pytest.mark.parametrize("table", [table for table in TABLES if table.searched])
def test_every_index_agrees_with_its_table(tmp_path, table):
    file = tmp_path / "copy.sqlite"
    file.write_bytes(sqlite.write(compiled("model"), ""))
    with closing(sqlite3.connect(file)) as database:
        name = f"{table.name}_fts"
        database.execute(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")


def test_figures_claims_and_what_stands(opened):
    database = opened(
        linked(
            event(
                "falls",
                claims=(
                    claim("at least 346", by="sohr", as_of="2014-08-24"),
                    claim("78", by="army"),
                    claim("about 500", by="sohr", as_of="2014-08-26", stance="revises"),
                ),
            )
        )
    )
    assert database.execute("SELECT least, most, claimants FROM figures").fetchall() == [(78, 500, 2)]
    assert database.execute("SELECT figure, stands FROM claims ORDER BY id").fetchall() == [
        ("at least 346", 0),
        ("78", 1),
        ("about 500", 1),
    ]
    assert column(database, "SELECT claimed_by FROM claims_side_by_side WHERE stands") == ["army", "sohr"]


def test_everything_an_event_says(opened):
    database = opened(
        linked(
            event(
                "falls",
                "2014-08-18/2014-08-24~",
                actors="isil:attacker army:defender isil:attacker",
                locations="base land",
                topics="war",
                sources="first second",
                responds_to="siege",
                part_of="siege",
                statements=(said("ann", "It fell.", to="press"),),
                corrections=(correction("2014-09-02", "date"),),
            ),
            article("first"),
            article("second", based_on="first"),
            location("base", "base", part_of="land"),
            topic("war", "War"),
        )
    )
    assert database.execute(
        "SELECT date, date_from, date_until, date_words, location_id, part_of_id, reports, independent, first_reported"
        " FROM events WHERE id = 'falls'"
    ).fetchone() == (
        "2014-08-18/2014-08-24~", "2014-08-18", "2014-08-24", "from 18 August to about 24 August 2014", "base", "siege", 3, 2,
        "2014-08-25",
    )  # fmt: skip
    assert database.execute("SELECT actor_id, role FROM event_actors").fetchall() == [
        ("isil", "attacker"),
        ("army", "defender"),
    ]
    assert database.execute("SELECT article_id, chain FROM event_sources ORDER BY position").fetchall() == [
        ("first", 1),
        ("second", 1),
        ("report", 2),
    ]
    assert database.execute("SELECT * FROM event_relations").fetchall() == [("falls", "responds to", "siege")]
    assert database.execute("SELECT speaker_id, text FROM statements").fetchall() == [("ann", "It fell.")]
    assert column(database, "SELECT actor_id FROM statement_addressees") == ["press"]
    assert database.execute("SELECT event_id, actor_id, what FROM corrections").fetchall() == [
        ("falls", None, "date")
    ]


def test_names_and_offices(opened):
    database = opened(
        linked(
            actor(
                "isil",
                name="Islamic State",
                aliases=("Daesh",),
                former_names=(former("ISIL", until="2014-06-29"),),
                roles=(office("network", "branch", since="2004"),),
            )
        )
    )
    assert database.execute(
        "SELECT name, sort, until FROM actor_names WHERE actor_id = 'isil' ORDER BY position"
    ).fetchall() == [
        ("Islamic State", "main", None),
        ("Daesh", "alias", None),
        ("ISIL", "former", "2014-06-29"),
    ]
    assert database.execute("SELECT actor_id, body_id, title, since_from FROM actor_offices").fetchall() == [
        ("isil", "network", "branch", "2004-01-01")
    ]


def test_what_does_not_stand_is_not_in_it_and_nothing_refers_to_it(opened):
    graph = linked(
        event("open", part_of="gone", follows="secret", actors="spy", sources="leak"),
        event("gone", status="retracted"),
        event("secret", draft=True),
        actor("spy", draft=True),
        article("leak", draft=True),
        drafts=True,
    )
    database = opened(graph)
    assert database.execute("SELECT id, part_of_id FROM events").fetchall() == [("open", None)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    content = sqlite.write(graph, "")
    assert not [word for word in (b"gone", b"secret", b"spy", b"leak") if word in content]


def test_hostile_text_is_text(opened):
    title = "'); DROP TABLE events; -- \x00 \ud800"
    database = opened(linked(event("falls", title=title)))
    assert column(database, "SELECT title FROM events") == ["'); DROP TABLE events; --  "]


def test_the_bytes_are_the_same_in_another_process_with_another_hash_seed():
    script = (
        "import hashlib, sys\nfrom tests.exports.compiled import compiled\nfrom generator.exports import sqlite\n"
        "print(hashlib.sha256(sqlite.write(compiled('model'), '')).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_header_says_nothing_of_the_machine():
    content = sqlite.write(compiled("model"), "")
    assert content[:16] == b"SQLite format 3\0"
    assert [int.from_bytes(content[at : at + 4]) for at in (24, 60, 68, 92, 96)] == [
        1, sqlite.LAYOUT, sqlite.APPLICATION, 1, 3_040_000,
    ]  # fmt: skip


# Metadata


def metadata(graph=None):
    return json.loads(datasette.write(graph or compiled("model"), ""))


def test_the_metadata_tells_of_every_table_and_column_there_is(opened):
    database = opened(compiled("model"))
    told = metadata()["databases"]["dateline"]["tables"]
    there = set(column(database, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"))
    shadows = {f"{table.name}_fts_{shadow}" for table in TABLES for shadow in SHADOWS}
    assert told.keys() == there - shadows
    for table in TABLES:
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table.name})")]
        assert list(told[table.name]["columns"]) == columns
        assert {*table.facets, *filter(None, [table.label])} <= set(columns)


def test_every_question_of_the_metadata_has_an_answer(opened):
    database = opened(compiled("ours"))
    values = {"words": "Tabqa", "day": "2014-08-24"}
    for query in metadata()["databases"]["dateline"]["queries"].values():
        assert database.execute(query["sql"], values).fetchall(), query["title"]


def test_the_metadata_names_the_site_and_its_licence():
    site = replace(SITE, base_url="https://example.org/news", licence="CC BY 4.0", author="The desk")
    found = metadata(linked(site=site))
    assert found["source_url"] == "https://example.org/news/"
    assert (found["title"], found["license"], found["source"]) == ("Dateline", "CC BY 4.0", "The desk")
