"""Which column of a table goes into which field of an event: the map of `dateline import csv`.

What a cell says is written three ways. `event_date` is the cell of that column; `"{event_type} in {location}"` puts cells
into words; `=reported` is the word itself, whatever the row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.importers.dates import DATE_ORDERS, DateOrder
from generator.importers.importer import Source
from generator.importers.maps import Pairs, decided, read_map
from generator.importers.rows import Row
from generator.model.names import nearest
from generator.model.records import LOCATION_KINDS, Kind
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import Field, table
from generator.reading.fields.ids import Id
from generator.reading.fields.lists import ListOf
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import wrong_type
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Line
from generator.reading.fields.words import Choice
from generator.reading.nodes import Mapping as MappingNode
from generator.reading.nodes import Node

PRESETS: Final = Path(__file__).parent / "presets"
FIELDS: Final = (
    *("title", "summary", "body", "notes", "date", "end", "time", "date_precision", "date_basis", "status"),
    *("significance", "topics", "location_precision", "latitude", "longitude"),
)
"""What `fields` may name."""

_IN_BRACES: Final = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A column, words with columns in braces, or a constant."""

    text: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it reads."""
        if self.text.startswith("="):
            return ()
        return tuple(_IN_BRACES.findall(self.text)) or (self.text,)

    def of(self, row: Row) -> str:
        """What it says of a row; words around empty cells alone say nothing."""
        if self.text.startswith("="):
            return self.text[1:].strip()
        if not _IN_BRACES.search(self.text):
            return row.get(self.text)
        if not any(row.get(column) for column in self.columns):
            return ""
        return _IN_BRACES.sub(lambda found: row.get(found[1]), self.text).strip()


NOTHING: Final = Cell("=")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorColumn:
    """Who took part."""

    name: Cell
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceColumn:
    """A place, from the largest to the smallest."""

    name: Cell
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimColumns:
    """One figure: as one cell, or as its least and its most."""

    measure: str
    group: Cell
    claimed_by: Cell
    figure: Cell = NOTHING
    low: Cell = NOTHING
    high: Cell = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportColumns:
    """The report that a row rests on."""

    title: Cell
    publisher: Cell
    published: Cell = NOTHING
    url: Cell = NOTHING
    type: Cell = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """All that the map says. `choices` are `names`; `words` put a source's codes into our words, field by field."""

    origin: str = ""
    id: Cell = NOTHING
    encoding: str = ""
    date_order: DateOrder = ""
    separator: str = ";"
    fields: Mapping[str, Cell]
    words: Mapping[str, Mapping[str, str]]
    places: tuple[PlaceColumn, ...] = ()
    actors: tuple[ActorColumn, ...] = ()
    claims: tuple[ClaimColumns, ...] = ()
    source: ReportColumns | None = None
    reports: tuple[ReportColumns, ...] = ()
    names: Mapping[str, str]
    ignore: tuple[str, ...] = ()

    def columns(self) -> Iterator[str]:
        """Every column that the map reads, as often as it does."""
        for part in (*self.fields.values(), self.id, *_cells((*self.places, *self.actors, *self.claims))):
            yield from part.columns
        for part in _cells((*((self.source,) if self.source else ()), *self.reports)):
            yield from part.columns

    def choices(self) -> dict[tuple[Kind, str], str]:
        """`names` as decisions."""
        return decided(self.names)


def _cells(structures: Iterable[Any]) -> Iterator[Cell]:
    for structure in structures:
        values = (getattr(structure, field.name) for field in fields(structure))
        yield from (value for value in values if isinstance(value, Cell))


@dataclass(frozen=True, slots=True)
class _CellReader(Line):
    """A cell as the map writes it."""

    def words(self) -> str:
        return 'column, `"{column} and words"`, or `=word`'


def _cell(key: str, about: str, *, required: bool = False) -> Field:
    return Field(key, _CellReader(), about, required=required)


_PLACE = Structure(
    table(
        "place",
        _cell("name", "Its name.", required=True),
        Field("kind", Choice(LOCATION_KINDS), "What it is."),
    ),
    lambda name, kind="": PlaceColumn(name=Cell(name), kind=kind),
    short="name",
)
_ACTOR = Structure(
    table("actor column", _cell("name", "Who.", required=True), Field("role", Id("role"), "As what.")),
    lambda name, role="": ActorColumn(name=Cell(name), role=role),
    short="name",
)
_CLAIM = Structure(
    table(
        "claim",
        Field("measure", Id("measure"), "What is counted.", required=True),
        _cell("group", "Whom it counts.", required=True),
        _cell("claimed_by", "Who says so.", required=True),
        _cell("figure", "How many."),
        _cell("low", "The least, where the source gives a range."),
        _cell("high", "The most."),
    ),
    lambda measure, **cells: ClaimColumns(measure=measure, **_made(cells)),
)
_REPORT = Structure(
    table(
        "report",
        _cell("title", "Its headline.", required=True),
        _cell("publisher", "Who published it.", required=True),
        _cell("published", "When."),
        _cell("url", "Where it stands."),
        _cell("type", "What it is."),
    ),
    lambda **cells: ReportColumns(**_made(cells)),
)


def _made(cells: Mapping[str, str]) -> dict[str, Cell]:
    return {key: Cell(text) for key, text in cells.items()}


@dataclass(frozen=True, slots=True)
class _Words:
    """`words`: for each field a mapping of what the source says to what we say."""

    def read(self, node: Node, path: str, reading: Reading) -> Mapping[str, Mapping[str, str]] | None:
        """The words, field by field."""
        if not isinstance(node, MappingNode):
            wrong_type(node, reading, "a mapping of fields")
            return None
        one = Pairs("a mapping of words")
        return {key.text: one.read(value, f"{path}.{key.text}", reading) or {} for key, value in node.entries}

    def words(self) -> str:
        return "mapping field → mapping word → word"

    def schema(self) -> dict[str, Any]:
        return {"type": "object"}


TABLE: Final = table(
    "map",
    Field(
        "origin",
        Line(),
        "What the source is called in `imported`. Default: the format and the file's name.",
    ),
    _cell("id", "The row's own id. Default: made from what the row says."),
    Field("encoding", Line(), "Of a CSV that is not UTF-8: `windows-1256`."),
    Field("date_order", Choice(DATE_ORDERS), "How the source means 3/4/2014."),
    Field("separator", Line(), "Between several names in one cell. Default `;`."),
    Field("fields", Pairs("a mapping of field and column"), "Field → cell."),
    Field("words", _Words(), "The source's words or codes in ours, by field."),
    Field("places", ListOf(_PLACE, "places"), "Columns of places, the largest first."),
    Field("actors", ListOf(_ACTOR, "actor columns"), "Columns of actors."),
    Field("claims", ListOf(_CLAIM, "claims"), "Figures."),
    Field("source", _REPORT, "The data set itself as a report; claims rest on it."),
    Field(
        "reports",
        ListOf(_REPORT, "reports"),
        "Reports that the row names; several in one cell are told apart.",
    ),
    Field("names", Pairs("a mapping of name and id"), "Whom a name means: `Rakka: raqqa`."),
    Field("ignore", ListOf(Line(), "columns"), "Columns that are left out on purpose."),
)


def read_column_map(source: Source, preset: str = "") -> tuple[ColumnMap | None, tuple[Diagnostic, ...]]:
    """The map of the editor over that of the preset: what both say, the editor decides, field by field."""
    values: dict[str, Any] = {}
    if preset:
        values, _ = _values((PRESETS / f"{preset}.yaml").read_bytes(), f"{preset}.yaml")
    own, findings = _values(source.map_raw, source.map_name) if source.map_name else ({}, ())
    if own is None or values is None:
        return None, findings
    merged = {**values, **own}
    for key in ("fields", "words", "names"):
        merged[key] = {**values.get(key, {}), **own.get(key, {})}
    base, over = values.get("source"), own.get("source")
    if base and over:
        stated = {field.name: getattr(over, field.name) for field in fields(over)}
        merged["source"] = replace(base, **{key: cell for key, cell in stated.items() if cell != NOTHING})
    merged["fields"] = {key: Cell(text) for key, text in merged["fields"].items()}
    if "id" in merged:
        merged["id"] = Cell(merged["id"])
    return ColumnMap(**merged), (*findings, *_unknown_fields(merged["fields"], source.map_name))


def _values(raw: bytes, path: str) -> tuple[Any, tuple[Diagnostic, ...]]:
    return read_map(raw, path, TABLE)


def _unknown_fields(named: Iterable[str], path: str) -> Iterator[Diagnostic]:
    for field in named:
        if field not in FIELDS:
            near = nearest(field, FIELDS, 1)
            advice = f'did you mean "{near[0]}"?' if near else f"fields are {', '.join(FIELDS)}"
            yield Diagnostic("D101", f"a map has no field {in_quotes(field)}", Span(path), advice)
