"""Cells that tables share: dates, figures, links, references to records that the file holds."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.database.table import Cell, Row
from generator.exports.links import record_link
from generator.exports.permanent import legal
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.model.civil import civil_of, year_text
from generator.model.figure import Number
from generator.model.moment import Moment
from generator.model.records import Actor, AnyRecord, Kind, Location
from generator.pages.prose import summary_text


def words(text: str) -> Cell:
    """A text without what XML and SQLite's tools cannot carry (NUL among them); null for none."""
    return legal(text) or None


def day(number: int | None) -> Cell:
    """A civil day as ISO 8601 writes it; years before 0 keep their sign."""
    if number is None:
        return None
    year, month, day_of_month = civil_of(number)
    return f"{year_text(year)}-{month:02d}-{day_of_month:02d}"


def moment(date: Moment | None) -> Row:
    """The cells of `moment_columns`."""
    if date is None:
        return (None, None, None, None)
    return (date.text, day(date.first_day), day(date.last_day), date.words())


def number(value: Number | None) -> Cell:
    """A bound of a figure: whole where it is whole."""
    return value if value is None or isinstance(value, int) else float(value)


def reference(graph: Graph, kind: Kind, record_id: str) -> Cell:
    """The id of a record that the file holds; null for any other."""
    return record_id if standing(graph).has(kind, record_id) else None


def held(graph: Graph, kind: Kind, ids: Iterable[str]) -> list[str]:
    """Those of the ids whose records the file holds, each once."""
    return [record_id for record_id in dict.fromkeys(ids) if standing(graph).has(kind, record_id)]


def summary(graph: Graph, record: AnyRecord, on: Moment | None = None) -> Cell:
    """The summary in plain words."""
    return words(summary_text(graph, record, on))


def link(graph: Graph, record: AnyRecord) -> Cell:
    """The address of the record's page."""
    return record_link(graph, record)


def all_names(record: Actor | Location) -> Cell:
    """Every name but the first, for the search."""
    names = [
        *(name.text for name in record.names),
        *record.aliases,
        *(former.name for former in record.former_names),
    ]
    return words(" · ".join(names))


def name_rows(record: Actor | Location) -> Iterable[Row]:
    """Every name of a record with its sort, its language and the days of its use."""
    rows: list[Row] = [(record.name, "main", None, *moment(None), *moment(None))]
    rows += [(name.text, "language", name.language, *moment(None), *moment(None)) for name in record.names]
    rows += [(alias, "alias", None, *moment(None), *moment(None)) for alias in record.aliases]
    rows += [
        (former.name, "former", None, *moment(former.since), *moment(former.until))
        for former in record.former_names
    ]
    return [(record.id, position, words(str(name)), *rest) for position, (name, *rest) in enumerate(rows, 1)]
