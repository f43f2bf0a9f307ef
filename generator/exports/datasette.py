"""`metadata.json`: what Datasette shows beside `dateline.sqlite` (https://docs.datasette.io/en/stable/metadata.html):
title, licence, what each table and column means, which column names a row, facets, and questions to start from.

    datasette dateline.sqlite --metadata metadata.json
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.exports.database.table import Table
from generator.exports.database.tables import TABLES, VIEWS
from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.permanent import base_of
from generator.graph.graph import Graph
from generator.languages.message import message

METADATA = Download(
    address="data/metadata.json",
    name=message("Metadata for Datasette"),
    media_type="application/json",
    fields=message(
        "For Datasette, beside the database: what tables and columns mean, facets, labels, queries to start from."
    ),
)
DOWNLOADS = (METADATA,)

QUERIES = {
    "search_events": {
        "title": "Search the events",
        "sql": "SELECT events.date_words AS date, events.title, events.summary, events.link FROM events_fts "
        "JOIN events ON events.rowid = events_fts.rowid WHERE events_fts MATCH :words ORDER BY events_fts.rank",
    },
    "on_a_day": {
        "title": "What may have happened on a day",
        "sql": "SELECT date_words AS date, title, status, link FROM events WHERE date_from <= :day "
        "AND coalesce(date_until, '9999') >= :day ORDER BY position",
    },
    "as_known_on": {
        "title": "What had been reported by a day",
        "sql": "SELECT date_words AS date, title, first_reported, link FROM events WHERE first_reported <= :day "
        "ORDER BY position",
    },
    "disputed_figures": {
        "title": "Figures that parties disagree about",
        "sql": "SELECT events.title, measures.label AS measure, figures.counted, figures.span, figures.claimants, "
        "events.link FROM figures JOIN events ON events.id = figures.event_id "
        "JOIN measures ON measures.slug = figures.measure WHERE figures.claimants > 1 ORDER BY events.position",
    },
}


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield from published(graph, METADATA, write)


def write(graph: Graph, _subject: str) -> bytes:
    """The metadata."""
    site, base = graph.site, base_of(graph)
    about = {
        "title": site.title,
        "description": site.description,
        "license": site.licence,
        "license_url": site.licence if site.licence.startswith("https://") else "",
        "source": site.author or site.title,
        "source_url": base,
        "about": "How to read dates, grades and figures" if base else "",
        "about_url": f"{base}methodology/" if base and graph.find("page", "methodology") else "",
    }
    views = {view.name: {"description": view.meaning} for view in VIEWS}
    tables = {table.name: _table(table) for table in TABLES}
    hidden = {f"{table.name}_fts": {"hidden": True} for table in TABLES if table.searched}
    database = {"tables": {**tables, **views, **hidden}, "queries": QUERIES}
    document = {name: text for name, text in about.items() if text} | {"databases": {"dateline": database}}
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _table(table: Table) -> dict[str, object]:
    shown = {"label_column": table.label, "facets": list(table.facets)}
    return {
        "description": table.meaning,
        "columns": {column.name: column.meaning for column in table.columns},
        **{name: value for name, value in shown.items() if value},
        **({"sort": "position"} if table.name == "events" else {}),
    }
