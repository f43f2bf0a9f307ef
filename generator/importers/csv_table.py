"""Tables of events, .csv or .xlsx, by a column map of the editor's own or by a preset for a data set of the field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.column_map import (
    FIELDS,
    NOTHING,
    ActorColumn,
    Cell,
    ColumnMap,
    PlaceColumn,
    read_column_map,
)
from generator.importers.delimited import read_delimited
from generator.importers.event_rows import Chain, EventRow
from generator.importers.importer import Draft, Importer, Intake, Source, Value
from generator.importers.rows import Table, origin_of
from generator.importers.workbook import is_workbook, read_workbook
from generator.model.names import nearest, slug
from generator.reading.excerpts import in_quotes

_LARGEST: Final = 256 * 1024 * 1024
_MOST_SHOWN: Final = 20


def _reader(preset: str) -> Callable[[Source, Graph], Intake]:
    def read(source: Source, graph: Graph) -> Intake:
        return _read(source, graph, preset)

    return read


def _read(source: Source, graph: Graph, preset: str) -> Intake:
    columns, findings = read_column_map(source, preset)
    if columns is None:
        return Intake(origin="csv", findings=findings)
    table = (
        read_workbook(source.raw, source.name)
        if is_workbook(source.raw)
        else read_delimited(source.raw, source.name, columns.encoding)
    )
    columns = _named_alike(columns, table)
    missing = tuple(_missing(columns, table, source, preset)) if table.columns else ()
    found = [*findings, *table.findings, *missing, *_unknown_choices(columns, source, graph)]
    faulty = any(severity_of(finding) == "error" for finding in findings)
    if missing or faulty:  # a map with faults is not half a map
        return Intake(origin="csv", findings=tuple(found), rows=table.count)
    if table.columns:
        found += [*_unused(columns, table, source), *_undated(columns, table, source)]
    drafts, told = _drafts(columns, table, source.name)
    return Intake(
        origin=columns.origin or origin_of("csv", source.name),
        drafts=tuple(drafts),
        findings=(*found, *told),
        rows=table.count,
        choices=columns.choices(),
    )


def _drafts(columns: ColumnMap, table: Table, path: str) -> tuple[list[Draft], list[Diagnostic]]:
    """The event of each row, and what was found of the rows."""
    drafts: list[Draft] = []
    found: list[Diagnostic] = []
    points = _points(columns, table)
    for row in table.rows:
        event = EventRow(row, columns, Span(path, row.line), points)
        draft = event.draft()
        found += event.findings
        if draft is not None:
            drafts.append(draft)
    return drafts, found


def _points(columns: ColumnMap, table: Table) -> dict[Chain, tuple[Value, ...]]:
    """Where places are: by the first row that knows it exactly, whether it comes before the others or after."""
    points: dict[Chain, tuple[Value, ...]] = {}
    for row in table.rows:
        event = EventRow(row, columns, Span(""))
        point = event.point()
        if point:
            points.setdefault(event.chain(), point)
    return points


def _importer(name: str, preset: str, about: str) -> Importer:
    return Importer(
        name=name, about=about, read=_reader(preset), endings=(".csv", ".tsv", ".xlsx"), largest=_LARGEST
    )


CSV: Final = _importer(
    "csv", "", "A table of events, .csv or .xlsx, by a map (--map) or columns named like our fields."
)
ACLED: Final = _importer("acled", "acled", "ACLED event data, .csv.")
UCDP_GED: Final = _importer("ucdp-ged", "ucdp-ged", "UCDP Georeferenced Event Dataset, .csv.")
AIRWARS: Final = _importer("airwars", "airwars", "Tables with columns like those of Airwars, .csv.")


def _named_alike(columns: ColumnMap, table: Table) -> ColumnMap:
    """Without `fields` in any map, columns that are called like a field are that field."""
    if columns.fields:
        return columns
    by_name = {slug(column).replace("-", "_"): column for column in table.columns}
    fields: dict[str, Cell] = {name: Cell(by_name[name]) for name in FIELDS if name in by_name}
    place = next((by_name[name] for name in ("location", "place") if name in by_name), "")
    actors = by_name.get("actors", "")
    return replace(
        columns,
        fields=fields,
        places=columns.places or ((PlaceColumn(name=Cell(place)),) if place else ()),
        actors=columns.actors or ((ActorColumn(name=Cell(actors)),) if actors else ()),
    )


def _missing(columns: ColumnMap, table: Table, source: Source, preset: str) -> Iterator[Diagnostic]:
    """Columns that the map names and the table lacks; of a preset, those alone that no event can do without."""
    needed = [
        column for name in ("title", "date") if (cell := columns.fields.get(name)) for column in cell.columns
    ]
    named = needed if preset and not source.map_name else columns.columns()
    for column in dict.fromkeys(named):
        if column not in table.columns and not (preset and column not in needed):
            near = nearest(column, table.columns, 1)
            advice = (
                f'did you mean "{near[0]}"?' if near else f"it has {', '.join(table.columns[:_MOST_SHOWN])}"
            )
            yield Diagnostic(
                "D704",
                f"there is no column {in_quotes(column)}",
                Span(source.map_name or source.name, 1),
                advice,
            )
    for name in ("title", "date"):
        if name not in columns.fields:
            advice = f"write a map with fields: {{{name}: …}}, and name it with --map"
            yield Diagnostic(
                "D704", f"no column is the {name}", Span(source.map_name or source.name, 1), advice
            )


def _unused(columns: ColumnMap, table: Table, source: Source) -> Iterator[Diagnostic]:
    used = {*columns.columns(), *columns.ignore}
    left = [column for column in table.columns if column not in used]
    if {"latitude", "longitude"} & set(columns.fields) and not columns.places:
        message = "coordinates go into no record without the name of a place"
        yield Diagnostic(
            "D705", message, Span(source.name, 1), "name the column of the place in the map, under `places`"
        )
    if left:
        more = ", …" if len(left) > _MOST_SHOWN else ""
        message = f"these columns go into no record: {', '.join(left[:_MOST_SHOWN])}{more}"
        yield Diagnostic(
            "D705", message, Span(source.name, 1), "name them in the map, or list them there under `ignore`"
        )


def _undated(columns: ColumnMap, table: Table, source: Source) -> Iterator[Diagnostic]:
    """Claims need a dated report: without one they are left out, which is told once."""
    report = columns.source
    if not columns.claims:
        return
    published = report.published if report else NOTHING
    states_it = published != NOTHING and published.text.startswith("=")
    if not states_it and not set(published.columns) & set(table.columns):
        message = "no figure of this table becomes a claim: its source has no date"
        advice = "say in a map when it was published: source: {title: =…, publisher: =…, published: =2024-06}"
        yield Diagnostic("D716", message, Span(source.map_name or source.name, 1), advice)


def _unknown_choices(columns: ColumnMap, source: Source, graph: Graph) -> Iterator[Diagnostic]:
    known = {**graph.shelves["actor"], **graph.shelves["location"]}
    for name, meant in columns.names.items():
        record_id = meant.rpartition(":")[2]
        if record_id not in known:
            near = nearest(record_id, known, 1)
            advice = (
                f'did you mean "{near[0]}"?' if near else "write the id of an actor or a place of the site"
            )
            message = f"{in_quotes(name)} is to be {in_quotes(meant)}, which the site does not have"
            yield Diagnostic("D716", message, Span(source.map_name, 1), advice)
