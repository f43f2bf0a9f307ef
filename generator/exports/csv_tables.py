"""`data/events.csv` and its sisters (RFC 4180): a header, a row for each record, cells that no spreadsheet runs.

The cells that hold lists hold ids, with `;` between; what a table cannot hold without loss stands in the JSON files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.standing import actor_total, article_total, event_total, location_total, standing
from generator.exports.tables import actors, articles, claims, events, locations, relations
from generator.exports.tables.column import Column, table
from generator.graph.graph import Graph
from generator.languages.message import message


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: its columns and what its rows are."""

    columns: tuple[Column[Any], ...]
    rows: Callable[[Graph], Iterable[Any]]


SHEETS: dict[str, Sheet] = {
    "events": Sheet(events.COLUMNS, lambda graph: standing(graph).events),
    "claims": Sheet(claims.COLUMNS, claims.rows),
    "actors": Sheet(actors.COLUMNS, lambda graph: standing(graph).actors),
    "locations": Sheet(locations.COLUMNS, lambda graph: standing(graph).locations),
    "articles": Sheet(articles.COLUMNS, lambda graph: standing(graph).articles),
    "relations": Sheet(relations.COLUMNS, relations.rows),
}


def _download(name: str, title: str, records: Callable[[Graph], int], fields: str) -> Download:
    return Download(
        address=f"data/{name}.csv",
        name=title,
        media_type="text/csv; charset=utf-8; header=present",
        fields=fields,
        records=records,
    )


DOWNLOADS = (
    _download(
        "events",
        message("Events (CSV)"),
        event_total,
        message(
            "A row for each event: date as EDTF and as earliest and latest day, grade, place and how exactly it is known, "
            "actors with roles, sources."
        ),
    ),
    _download(
        "claims",
        message("Figures (CSV)"),
        claims.total,
        message(
            "A row for each figure that somebody gave: measure, group, lower and upper bound, who says so, in which report, "
            "whether it stands."
        ),
    ),
    _download(
        "actors",
        message("Actors (CSV)"),
        actor_total,
        message("A row for each actor: names in languages and of the past, kind, dates, counts."),
    ),
    _download(
        "locations",
        message("Places (CSV)"),
        location_total,
        message(
            "A row for each place: names, coordinates and how exactly they are meant, what it lies in, counts."
        ),
    ),
    _download(
        "articles",
        message("Sources (CSV)"),
        article_total,
        message(
            "A row for each report: headline, outlet, date, agency, language, addresses, events that rest on it."
        ),
    ),
    _download(
        "relations",
        message("Relations (CSV)"),
        relations.total,
        message(
            "A row for each tie between two records: who took part in which role, what is part of what, what answers what, "
            "offices with dates."
        ),
    ),
)


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """A file for each sheet."""
    for name, download in zip(SHEETS, DOWNLOADS, strict=True):
        yield from published(graph, download, write, name)


def write(graph: Graph, subject: str) -> bytes:
    """The file of the sheet `subject`."""
    sheet = SHEETS[subject]
    return table(graph, sheet.columns, sheet.rows(graph))
