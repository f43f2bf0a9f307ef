"""Wikidata: the rows of a query's result, downloaded as CSV, to actors and places.

The query names the columns; those of COLUMNS are known under the names that Wikidata's own examples use. An item's
address ends in its id; coordinates are Well-Known Text, longitude first (OGC GeoSPARQL 1.0, 8.5); times are
`1914-01-01T00:00:00Z` with their precision in a column of its own, or lost (wikibase:timePrecision: 9 a year, 10 a
month, 11 a day). So 1 January without a stated precision is a year. The data is CC0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.dates import read_date
from generator.importers.delimited import read_delimited
from generator.importers.gazetteer import MOST_ALIASES, Gazetteer, Kind, aliases, gazetteer
from generator.importers.importer import Importer, Intake, Source, Value
from generator.importers.place_precision import precision_of
from generator.importers.plain_words import one_line
from generator.importers.wikidata_kinds import kind_of_class
from generator.model.records import LOCATION_KINDS, ActorKind, LocationKind
from generator.reading.excerpts import in_quotes

ORIGIN: Final = "wikidata"
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "item": ("item", "place", "person", "organization", "organisation", "actor"),
    "name": (
        "itemlabel",
        "placelabel",
        "personlabel",
        "organizationlabel",
        "organisationlabel",
        "actorlabel",
    ),
    "aliases": ("itemaltlabel", "placealtlabel", "personaltlabel", "altlabel", "aliases"),
    "class": ("instanceoflabel", "typelabel", "classlabel", "kindlabel", "instancelabel"),
    "point": ("coord", "coords", "coordinates", "coordinatelocation", "location", "point"),
    "geonames": ("geonames", "geonamesid"),
    "born": ("born", "birth", "birthdate", "dateofbirth"),
    "died": ("died", "death", "deathdate", "dateofdeath"),
    "founded": ("founded", "inception", "foundingdate"),
    "dissolved": ("dissolved", "dissolution", "dissolvedabolishedordemolisheddate"),
}
"""Field → names that its column may have, without underlines and capitals."""

_DATES: Final = ("born", "died", "founded", "dissolved")
_ITEM: Final = re.compile(r"(?:https?://www\.wikidata\.org/(?:entity|wiki)/|wd:)?(Q[1-9][0-9]{0,11})")
_POINT: Final = re.compile(
    r"Point\(\s*(-?[0-9]{1,3}(?:\.[0-9]+)?)\s+(-?[0-9]{1,3}(?:\.[0-9]+)?)\s*\)", re.IGNORECASE
)
_OTHER_LANGUAGE: Final = re.compile(r"(?:item|place|person|actor)?(?:label|name)([a-z]{2,3})")
_TIME: Final = re.compile(r"([+-]?\d{4,})-(\d\d)-(\d\d)T00:00:00Z")
_PRECISIONS: Final = {"9": 4, "10": 7, "11": 10}
"""wikibase:timePrecision → characters of an ISO date."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, by plain column name; empty cells are left out."""

    line: int
    cells: Mapping[str, str]

    def of(self, field: str) -> str:
        """The cell of a field, by any of its column's names."""
        return next((self.cells[name] for name in COLUMNS[field] if name in self.cells), "")

    @property
    def item(self) -> str:
        """The item's id, or nothing."""
        found = _ITEM.fullmatch(self.of("item"))
        return found[1] if found else ""


def _read(source: Source, graph: Graph) -> Intake:
    book = gazetteer(ORIGIN, graph)
    rows, findings, count = _rows(source)
    seen: dict[str, _Row] = {}
    for row in rows:
        span = Span(source.name, row.line)
        wrong = _wrong_with(row)
        if wrong:
            findings.append(Diagnostic(wrong[0], wrong[1], span, wrong[2]))
            continue
        first = seen.setdefault(row.item, row)
        if first is not row:
            findings.append(_repeated(row, first, source))
            continue
        _add(row, book, span)
    findings.extend(book.findings)
    return Intake(origin=ORIGIN, drafts=tuple(book.drafts), findings=tuple(findings), rows=count)


def _rows(source: Source) -> tuple[list[_Row], list[Diagnostic], int]:
    """The rows, what was found of the table, and how many rows it has."""
    table = read_delimited(source.raw, source.name)
    plain = {name: _plain(name) for name in table.columns}
    if table.columns and not set(plain.values()) & set(COLUMNS["item"]):
        advice = "query for ?item and ?itemLabel and download the result as CSV"
        return [], [Diagnostic("D701", "there is no column `item`", Span(source.name, 1), advice)], 0
    known = {name for name, short in plain.items() if short in _KNOWN or _OTHER_LANGUAGE.fullmatch(short)}
    unused = [name for name in table.columns if name not in known]
    findings = [*table.findings, *([_unused(unused, source)] if unused else ())]
    rows = [
        _Row(row.line, {plain[name]: cell for name, cell in row.cells.items() if cell}) for row in table.rows
    ]
    return rows, findings, table.count


def _plain(name: str) -> str:
    return name.strip().replace("_", "").replace(" ", "").lower()


_KNOWN: Final = frozenset(
    name
    for field, names in COLUMNS.items()
    for name in (*names, *(f"{one}precision" for one in names if field in _DATES))
)


def _unused(columns: list[str], source: Source) -> Diagnostic:
    named = ", ".join(in_quotes(name) for name in columns)
    message = f"these columns go into no record: {named}"
    advice = "known are itemLabel, itemAltLabel, instanceOfLabel, coord, geonames, born, died, founded, dissolved, label_ar …"
    return Diagnostic("D705", message, Span(source.name, 1), advice)


def _wrong_with(row: _Row) -> tuple[str, str, str] | None:
    if not row.item:
        return "D706", f"{in_quotes(row.of('item'))} is no item of Wikidata", "it looks like Q2934"
    if not row.of("name") or row.of("name") == row.item:
        advice = "give it a label, or ask for another language in the query"
        return "D706", f"{row.item} has no label", advice
    if _kind(row) is None:
        advice = "query for coordinates (?coord) or for the class (?instanceOfLabel)"
        return "D706", f"nothing says whether {row.item} is an actor or a place", advice
    return None


def _repeated(row: _Row, first: _Row, source: Source) -> Diagnostic:
    other = sorted(name for name, cell in row.cells.items() if first.cells.get(name) != cell)
    said = f", with another {', '.join(other)}" if other else ""
    message = f"{row.item} has a row already, on line {first.line}; this one is left out{said}"
    return Diagnostic(
        "D718",
        message,
        Span(source.name, row.line),
        "take over by hand what is right" if other else "",
        related=(Span(source.name, first.line),),
    )


def _kind(row: _Row) -> Kind | None:
    """Actor or place: by the class if it is a known one, else a place has coordinates and a person dates of life."""
    known = kind_of_class(row.of("class"))
    if known:
        return "location" if known in LOCATION_KINDS else "actor"
    if row.of("point"):
        return "location"
    return "actor" if any(row.of(field) for field in _DATES) or row.of("class") else None


def _add(row: _Row, book: Gazetteer, span: Span) -> None:
    kind = _kind(row)
    if kind is None:
        return
    findings: list[Diagnostic] = []
    name = one_line(row.of("name"))
    spellings = aliases(name, (one.strip() for one in row.of("aliases").split(",")))
    fields: dict[str, Value] = {
        "name": name,
        "aliases": spellings[:MOST_ALIASES],
        "names": _names(row, name),
        "wikidata": row.item,
        **(_place(row, span, findings) if kind == "location" else _actor(row, span, findings)),
    }
    if len(spellings) > MOST_ALIASES:
        message = f"{len(spellings) - MOST_ALIASES} of its {len(spellings)} other names are left out"
        findings.append(Diagnostic("D721", message, span, "add those that are written about"))
    book.findings.extend(findings)
    book.add(kind, row.item, fields, span)


def _names(row: _Row, name: str) -> dict[str, Value]:
    found = ((_OTHER_LANGUAGE.fullmatch(column), cell) for column, cell in row.cells.items())
    return {match[1]: one_line(cell) for match, cell in found if match and cell != name}


def _place(row: _Row, span: Span, findings: list[Diagnostic]) -> dict[str, Value]:
    kind = kind_of_class(row.of("class"))
    if not kind:
        message = f"what kind of place {row.item} is, {in_quotes(row.of('class') or 'nothing')} does not say"
        findings.append(Diagnostic("D721", message, span, "look at its kind and precision"))
    fields: dict[str, Value] = {"kind": kind or "site", "geonames": row.of("geonames")}
    point = _POINT.fullmatch(row.of("point"))
    if point:
        east, north = point.groups()
        fields["coordinates"] = (round(float(north), 5), round(float(east), 5))
        known = precision_of(cast("LocationKind", kind or "site"), north, east)
        # Of an unknown kind of place a point may be the middle of something large.
        fields["precision"] = known if kind else max(known, "district", key=_COARSENESS.index)
    elif row.of("point"):
        message = f"coordinates are left out: {in_quotes(row.of('point'))} is no Point(longitude latitude)"
        findings.append(Diagnostic("D716", message, span, "the query must give them as wdt:P625 does"))
    return fields


_COARSENESS: Final = ("site", "town", "district", "governorate", "country")


def _actor(row: _Row, span: Span, findings: list[Diagnostic]) -> dict[str, Value]:
    kind = cast("ActorKind", kind_of_class(row.of("class")) or _person_or_other(row))
    if kind == "other":
        message = f"what kind of actor {row.item} is, {in_quotes(row.of('class') or 'nothing')} does not say"
        findings.append(Diagnostic("D721", message, span, "look at its kind"))
    fields: dict[str, Value] = {"kind": kind}
    for field in _DATES:
        for edtf, finding in _dated(row, field, span):
            fields[field] = edtf
            findings.extend(finding)
    return fields


def _person_or_other(row: _Row) -> ActorKind:
    return "person" if row.of("born") or row.of("died") else "other"


def _dated(row: _Row, field: str, span: Span) -> Iterator[tuple[str, list[Diagnostic]]]:
    written = row.of(field)
    if not written:
        return
    time = _TIME.fullmatch(written)
    stated = next(
        (row.cells[f"{name}precision"] for name in COLUMNS[field] if f"{name}precision" in row.cells), ""
    )
    if time:
        written = written.lstrip("+").partition("T")[0]
        if stated in _PRECISIONS:
            yield written[: len(written) - 10 + _PRECISIONS[stated]], []
            return
        if time[2] == time[3] == "01":
            year = written[:-6]
            message = (
                f"{field} {in_quotes(row.of(field))} is read as the year {year}: Wikidata writes years so"
            )
            yield year, [Diagnostic("D709", message, span, "ask for wikibase:timePrecision to know")]
            return
    dated = read_date(written)
    yield (
        dated.edtf,
        ([Diagnostic(dated.code, f"{field}: {dated.message}", span, dated.help)] if dated.code else []),
    )


WIKIDATA: Final = Importer(
    name="wikidata",
    about="Actors and places from a query of Wikidata, downloaded as CSV.",
    read=_read,
)
