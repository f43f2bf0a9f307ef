"""The tables of a Dateline site (`/data/*.csv`), brought into another: a folder with `events.csv` and, as far as they are there,
`articles.csv`, `actors.csv`, `locations.csv`, `claims.csv` and `relations.csv`, or one of these files.

What the tables do not carry stays behind: bodies, statements, media, corrections word for word, notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.dateline_rows import Ties, record_fields
from generator.importers.delimited import read_delimited
from generator.importers.importer import Draft, Importer, Intake, Source
from generator.importers.row_order import in_row_order
from generator.importers.rows import Row, Table
from generator.model.names import slug
from generator.model.records import Kind
from generator.reading.records.tables import RECORDS

_KINDS: Final[Mapping[str, Kind]] = {
    "actors": "actor",
    "locations": "location",
    "articles": "article",
    "events": "event",
}
"""Tables of records, in the order in which they are read."""
_TIES: Final = ("claims", "relations")


@dataclass(slots=True)
class _Tables:
    """The tables while they are read; not seen outside."""

    tables: dict[str, tuple[str, Table]] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def add(self, path: str, raw: bytes) -> None:
        """Read one file, if it is one of the tables."""
        name = PurePosixPath(path.replace("\\", "/")).stem
        if name not in _KINDS and name not in _TIES:
            advice = "the tables are " + ", ".join(f"{table}.csv" for table in (*_KINDS, *_TIES))
            self.findings.append(Diagnostic("D718", "this file becomes no record", Span(path), advice))
            return
        table = read_delimited(raw, path)
        self.findings.extend(table.findings)
        key = "from_id" if name == "relations" else "event_id" if name == "claims" else "id"
        if table.columns and key not in table.columns:
            advice = "is it a table of a Dateline site?"
            self.findings.append(Diagnostic("D701", f"it has no column {key}", Span(path, 1), advice))
            return
        self.tables[name] = path, table

    def rows(self, name: str) -> Iterator[tuple[Row, Span]]:
        """The rows of a table, each with its place."""
        if name in self.tables:
            path, table = self.tables[name]
            yield from ((row, Span(path, row.line)) for row in table.rows)


def read(source: Source, _graph: Graph) -> Intake:
    """The records of the tables."""
    tables = _Tables()
    for path, raw in source.files:
        tables.add(f"{source.name.rstrip('/')}/{path}", raw)
    if not source.files:
        tables.add(source.name, source.raw)
    ties = Ties.of((row for row, _ in tables.rows("claims")), (row for row, _ in tables.rows("relations")))
    drafts: list[Draft] = []
    for name, kind in _KINDS.items():
        for row, span in tables.rows(name):
            if row.get("id"):
                fields = record_fields(kind, row, ties)
                drafts.append(
                    Draft(kind=kind, key=row.get("id"), fields=fields, span=span, wish=row.get("id"))
                )
            else:
                message = f"no {kind} can be found again without an id"
                tables.findings.append(Diagnostic("D706", message, span, "fill in the id"))
    tables.findings.extend(_lost_ties(tables, drafts))
    count = sum(table.count for name, (_, table) in tables.tables.items() if name in _KINDS)
    origin = f"dateline/{_host(tables) or slug(PurePosixPath(source.name).stem)}"
    return Intake(origin=origin, drafts=in_row_order(drafts), findings=tuple(tables.findings), rows=count)


IMPORTER = Importer(
    name="dateline",
    about="The tables of another Dateline site: a folder with its data/*.csv.",
    read=read,
    takes=("folder", "file"),
    endings=(".csv",),
    largest=256 * 1024 * 1024,
)


def _host(tables: _Tables) -> str:
    """The host of the site that the tables are of, by the first record's page."""
    links = (row.get("link") for name in _KINDS for row, _ in tables.rows(name))
    try:
        return urlsplit(next(links, "")).hostname or ""
    except ValueError:
        return ""


def _lost_ties(tables: _Tables, drafts: list[Draft]) -> Iterator[Diagnostic]:
    """Claims and relations of records that no table has."""
    known = {(draft.kind, draft.key) for draft in drafts}
    kinds = set(RECORDS)
    for row, span in tables.rows("claims"):
        if ("event", row.get("event_id")) not in known:
            yield _lost("event", row.get("event_id"), span)
    for row, span in tables.rows("relations"):
        kind = next((kind for kind in kinds if kind == row.get("from_kind")), None)
        if kind is None or (kind, row.get("from_id")) not in known:
            yield _lost(row.get("from_kind"), row.get("from_id"), span)


def _lost(kind: str, record_id: str, span: Span) -> Diagnostic:
    message = f"the row is about the {kind} {record_id}, which no table has"
    return Diagnostic("D706", message, span, "import the tables of one site together")
