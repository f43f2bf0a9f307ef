"""GeoNames: the rows of a dump (`SY.txt`, `cities500.txt`) to places.

Source: the readme of the dumps, https://download.geonames.org/export/dump/readme.txt ("the main 'geoname' table"):
tab-delimited UTF-8 without a heading and without quotation marks, nineteen columns. Feature codes:
https://www.geonames.org/export/codes.html. The data is CC BY 4.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.gazetteer import MOST_ALIASES, Gazetteer, aliases, gazetteer
from generator.importers.importer import Importer, Intake, Source, Value
from generator.importers.place_precision import precision_of
from generator.model.records import LocationKind
from generator.reading.excerpts import in_quotes

ORIGIN: Final = "geonames"
COLUMNS: Final = (
    *("geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class"),
    *("feature code", "country code", "cc2", "admin1 code", "admin2 code", "admin3 code", "admin4 code"),
    *("population", "elevation", "dem", "timezone", "modification date"),
)

_KINDS: Final[Mapping[str, LocationKind]] = {
    **dict.fromkeys(("PCLI", "PCL", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR"), "country"),
    "ADM1": "governorate",
    **dict.fromkeys(("ADM2", "ADM3", "ADM4", "ADM5", "ADMD"), "district"),
    **dict.fromkeys(("PPLC", "PPLA"), "city"),
    **dict.fromkeys(("PPL", "PPLA2", "PPLA3", "PPLA4", "PPLS", "PPLG"), "town"),
    **dict.fromkeys(("PPLL", "PPLF", "PPLR"), "village"),
    **dict.fromkeys(("AIRB", "MILB", "INSM", "FT", "NVB"), "base"),
    **dict.fromkeys(("PSTB", "CSTM", "FY"), "crossing"),
    **dict.fromkeys(("RGN", "RGNE", "RGNH", "AREA", "ZN", "ISL", "PEN", "DSRT"), "region"),
    **dict.fromkeys(("STM", "STMI", "STMX", "WAD", "CNL"), "river"),
    **dict.fromkeys(("LK", "LKI", "RSV", "SEA", "GULF", "BAY", "OCN"), "body-of-water"),
}
"""Feature code → kind of place; a code that is not here is a `site`, with a finding unless GeoNames calls it a spot."""
_SPOTS: Final = ("S", "R", "T", "V", "U")
_ID: Final = re.compile(r"[1-9][0-9]{0,11}")
_DEGREES: Final = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?")
_NO_NAME: Final = re.compile(r"https?://|^[A-Z]{3,4}$|^\d+$")
"""Alternate names that are addresses, airport codes or postal codes."""
_NO_DIVISION: Final = ("", "00")


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the dump, by column."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def within(self) -> tuple[str, ...]:
        """Country, first and second division, as far as they are given."""
        parts = (self["country code"], self["admin1 code"], self["admin2 code"])
        return tuple(part for part in parts if part not in _NO_DIVISION)


_Divisions: TypeAlias = Mapping[tuple[str, ...], tuple[_Row, Mapping[str, Value]]]


def _read(source: Source, graph: Graph) -> Intake:
    text = source.raw.decode("utf-8-sig", "replace")
    lines = text.split("\n")
    numbered = [(number, line.rstrip("\r")) for number, line in enumerate(lines, start=1) if line.strip()]
    book = gazetteer(ORIGIN, graph)
    rows = list(_rows(source, numbered, book))
    divisions = {where: (row, _fields(row)) for row in rows if (where := _division(row))}
    for row in rows:
        span = Span(source.name, row.line)
        book.findings.extend(_remarks(row, span))
        fields = {**_fields(row), "part_of": _part_of(row, divisions, book, span)}
        book.add("location", row["geonameid"], fields, span)
    return Intake(origin=ORIGIN, drafts=tuple(book.drafts), findings=tuple(book.findings), rows=len(numbered))


def _rows(source: Source, lines: list[tuple[int, str]], book: Gazetteer) -> Iterator[_Row]:
    seen: dict[str, int] = {}
    for number, line in lines:
        row = _Row(number, dict(zip(COLUMNS, line.split("\t"), strict=False)))
        wrong = _wrong_with(line, row)
        if wrong:
            book.findings.append(Diagnostic(wrong[0], wrong[1], Span(source.name, number), wrong[2]))
        elif seen.setdefault(row["geonameid"], number) != number:
            message = f"{row['geonameid']} has a row already, on line {seen[row['geonameid']]}"
            advice = "delete one of the two"
            book.findings.append(Diagnostic("D711", message, Span(source.name, number), advice))
        else:
            yield row


def _wrong_with(line: str, row: _Row) -> tuple[str, str, str] | None:
    columns = line.count("\t") + 1
    if columns != len(COLUMNS):
        advice = "the dumps of GeoNames have 19 columns with tabs between them and no heading"
        return "D719", f"the row has {columns} columns, not {len(COLUMNS)}", advice
    if not _ID.fullmatch(row["geonameid"]):
        return "D706", f"{in_quotes(row['geonameid'])} is no id of GeoNames", "look at the first column"
    if not row["name"].strip():
        return "D706", "no location can be made without name", "fill in the name"
    return None


def _division(row: _Row) -> tuple[str, ...]:
    """The country and codes that this row is itself the record of; empty for any other place."""
    depth = {"PCLI": 1, "PCL": 1, "PCLD": 1, "PCLF": 1, "PCLS": 1, "ADM1": 2, "ADM2": 3}.get(
        row["feature code"], 0
    )
    return row.within[:depth] if len(row.within) >= depth else ()


def _part_of(row: _Row, divisions: _Divisions, book: Gazetteer, span: Span) -> str:
    """The id of the finest division around a place that is in the dump."""
    if _KINDS.get(row["feature code"]) == "country":
        return ""
    own = _division(row)
    around = row.within[:-1] if own else row.within
    for depth in range(len(around), 0, -1):
        parent, fields = divisions.get(around[:depth], (row, {}))
        if parent is not row:
            return book.id_for("location", parent["geonameid"], fields)
    if around and _KINDS.get(row["feature code"]) != "region":
        message = f"what {in_quotes(row['name'])} lies in ({' '.join(around)}) is not in the source"
        book.findings.append(Diagnostic("D721", message, span, "write its part_of by hand"))
    return ""


def _fields(row: _Row) -> dict[str, Value]:
    kind = _kind(row)
    spellings = (one.strip() for one in (row["asciiname"], *row["alternatenames"].split(",")))
    fields: dict[str, Value] = {
        "name": row["name"].strip(),
        "kind": kind,
        "aliases": aliases(row["name"], (one for one in spellings if not _NO_NAME.search(one)))[
            :MOST_ALIASES
        ],
        "geonames": row["geonameid"],
    }
    if _DEGREES.fullmatch(row["latitude"]) and _DEGREES.fullmatch(row["longitude"]):
        fields["coordinates"] = (float(row["latitude"]), float(row["longitude"]))
        fields["precision"] = precision_of(kind, row["latitude"], row["longitude"])
    return fields


def _kind(row: _Row) -> LocationKind:
    return _KINDS.get(row["feature code"].removesuffix("H"), "site")


def _remarks(row: _Row, span: Span) -> Iterator[Diagnostic]:
    """What a row says that its record cannot hold, or holds with a doubt."""
    code = row["feature code"]
    if code.removesuffix("H") not in _KINDS and row["feature class"] not in _SPOTS:
        message = f"the feature code {in_quotes(code)} has no kind of place here: it becomes a site"
        yield Diagnostic("D721", message, span, "look at its kind and precision")
    if code.endswith("H") and code not in _KINDS:
        yield Diagnostic("D721", f"{in_quotes(row['name'])} is a place of the past ({code})", span, "say so")
    if not (_DEGREES.fullmatch(row["latitude"]) and _DEGREES.fullmatch(row["longitude"])):
        message = f"coordinates are left out: {in_quotes(row['latitude'])}, {in_quotes(row['longitude'])}"
        yield Diagnostic("D716", message, span, "write latitude and longitude in decimal degrees")
    spellings = [one for one in row["alternatenames"].split(",") if not _NO_NAME.search(one.strip())]
    kept = aliases(row["name"], iter((row["asciiname"], *spellings)))
    if len(kept) > MOST_ALIASES:
        message = f"{len(kept) - MOST_ALIASES} of its {len(kept)} other names are left out"
        yield Diagnostic("D721", message, span, "add those that are written about")


GEONAMES: Final = Importer(
    name="geonames",
    about="Places from a dump of GeoNames (tab-separated, 19 columns).",
    read=_read,
    largest=64 * 1024 * 1024,
)
