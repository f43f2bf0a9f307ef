"""`dateline.sqlite`: everything as one database (SQLite 3, https://sqlite.org/fileformat2.html), with foreign keys,
full-text indexes (FTS5) and views; `metadata.json` beside it lets Datasette serve it well.

The same content gives the same bytes: rows go in in the order of the graph, nothing is deleted, and the file never
touches a disk. The three places of the header where SQLite counts changes and notes its own version are set to fixed
values. Another version of SQLite may lay out pages otherwise; the rows are the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from generator.exports.database.tables import TABLES, VIEWS
from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.languages.message import message
from generator.model.records import KINDS

LAYOUT = 1
"""`user_version` of the file: raised when a table or column changes its meaning or goes."""

APPLICATION = 0x44415445
"""`application_id` of the file: `DATE`."""

PAGE = 4096

HEADER = 100
"""Bytes."""

HEADER_FIELDS = {24: 1, 92: 1, 96: 3_040_000}
"""Offset in the header to a number of four bytes: changes of the file, the change that the version is valid for (the
same, or the size in the header would not count), and the version of SQLite that wrote it.
"""


def record_total(graph: Graph) -> int:
    """How many records the file holds."""
    return len(standing(graph).ids)


SQLITE = Download(
    address="data/dateline.sqlite",
    name=message("Database (SQLite)"),
    media_type="application/vnd.sqlite3",
    fields=message(
        "Everything in tables with foreign keys, full-text search and views: timeline, claims side by side, "
        "appearances, sources of events. For SQL, DB Browser, Datasette (with metadata.json)."
    ),
    records=record_total,
    bodies=KINDS,
)
DOWNLOADS = (SQLITE,)


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield from published(graph, SQLITE, write)


def write(graph: Graph, _subject: str) -> bytes:
    """The database."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        _fill(database, graph)
        content = database.serialize()
    return _settled(content)


def _fill(database: sqlite3.Connection, graph: Graph) -> None:
    """All in one transaction: references are looked at when all rows are there."""
    database.execute(f"PRAGMA page_size = {PAGE}")
    database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute(f"PRAGMA user_version = {LAYOUT}")
    database.execute("PRAGMA foreign_keys = ON")
    for statement in (*TABLES, *VIEWS):
        database.executescript(statement.sql)
    database.execute("BEGIN")
    for table in TABLES:
        database.executemany(table.insert, table.rows(graph))
    database.execute("COMMIT")
    for table in TABLES:
        if table.searched:
            database.execute(table.fill_search)


def _settled(content: bytes) -> bytes:
    """The file with its header's counters at fixed values."""
    header = bytearray(content[:HEADER])
    for offset, number in HEADER_FIELDS.items():
        header[offset : offset + 4] = number.to_bytes(4, "big")
    return b"".join((header, memoryview(content)[HEADER:]))
