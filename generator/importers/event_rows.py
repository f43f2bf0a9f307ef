"""A row of a table to the draft of an event, by a column map."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.importers.column_map import Cell, ClaimColumns, ColumnMap, ReportColumns
from generator.importers.dates import Dated, read_date, read_span
from generator.importers.foreign_text import markdown_from, words_of
from generator.importers.importer import Draft, Named, Value
from generator.importers.matching import AREAS
from generator.importers.rows import Row, digest_of
from generator.model.civil import SECONDS_PER_DAY
from generator.model.moment import Moment

_POINTS: Final = frozenset({"", "site", "town"})
"""Precisions at which the coordinates of a row are those of its place."""
_UNIX: Final = re.compile(r"\d{10}")
_PLAIN_FIELDS: Final = ("status", "significance", "location_precision")


Chain = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class EventRow:
    """One row while it is read. `points` are the coordinates of places by their chains, from whichever row has them."""

    row: Row
    map: ColumnMap
    span: Span
    points: Mapping[Chain, tuple[Value, ...]] = field(default_factory=dict)
    findings: list[Diagnostic] = field(default_factory=list)

    def draft(self) -> Draft | None:
        """The event; none, with a finding, where the date cannot be read."""
        dated = self._date()
        if dated.code:
            self.findings.append(Diagnostic(dated.code, dated.message, self.span, dated.help))
        if not dated.edtf:
            if not dated.code:
                self._tell("D706", "no event can be made without a date", "fill in the date")
            return None
        plain: dict[str, Value] = {name: self._word(name) for name in _PLAIN_FIELDS}
        fields: dict[str, Value] = {
            **plain,
            "title": words_of(self._cell("title")),
            "summary": markdown_from(self._cell("summary")).replace("\n", " "),
            "date": dated.edtf,
            "date_basis": self._cell("date_basis"),
            "topics": tuple(Named(kind="topic", name=name) for name in self._several(self._cell("topics"))),
            "notes": self._cell("notes"),
            "locations": self._places(),
            "actors": tuple(self._actors()),
            "sources": self._sources(),
            "claims": tuple(self._claims()),
        }
        key = self.map.id.of(self.row) or digest_of(*self.row.cells.values())
        wish = key if self.map.id.of(self.row) and not key.isdigit() else ""
        body = markdown_from(self._cell("body"))
        return Draft(kind="event", key=key, fields=fields, span=self.span, body=body, wish=wish)

    def _cell(self, name: str) -> str:
        cell = self.map.fields.get(name)
        return cell.of(self.row) if cell else ""

    def _word(self, name: str) -> str:
        """The cell in our words."""
        text = self._cell(name)
        return self.map.words.get(name, {}).get(text, text)

    def _several(self, text: str) -> list[str]:
        parts = (part.strip() for part in text.split(self.map.separator))
        return list(dict.fromkeys(part for part in parts if part))

    def _tell(self, code: str, message: str, advice: str) -> None:
        self.findings.append(Diagnostic(code, message, self.span, advice))

    def _date(self) -> Dated:
        order, precision = self.map.date_order, self._word("date_precision")
        start, end = f"{self._cell('date')} {self._cell('time')}".strip(), self._cell("end")
        if precision in ("", "day"):
            return read_span(start, end, order)
        begin, last = read_date(start, order), read_date(end, order)
        if not begin.edtf or begin.code not in ("", "D710"):
            return begin
        return Dated(_less_exact(begin.edtf, last.edtf or begin.edtf, precision))

    def chain(self) -> tuple[tuple[str, str], ...]:
        """Name and kind of each place that the row names, the largest first."""
        named = ((column.name.of(self.row), column.kind) for column in self.map.places)
        return tuple((name, kind) for name, kind in named if name)

    def point(self) -> tuple[Value, ...]:
        """The coordinates of the smallest place; nothing where they stand for the middle of an area."""
        chain = self.chain()
        if not chain or chain[-1][1] in AREAS or self._word("location_precision") not in _POINTS:
            return ()
        return self._point()

    def _places(self) -> tuple[Value, ...]:
        """The smallest place that the row names, within the larger ones."""
        within: Named | None = None
        chain = self.chain()
        for place, (name, kind) in enumerate(chain, 1):
            fields: dict[str, Value] = {"kind": kind, **({"part_of": within} if within else {})}
            if place == len(chain):
                fields["coordinates"] = self.points.get(chain, ())
            within = Named(kind="location", name=name, fields={k: v for k, v in fields.items() if v})
        return (within,) if within else ()

    def _point(self) -> tuple[Value, ...]:
        north, east = self._cell("latitude"), self._cell("longitude")
        if not (north or east):
            return ()
        try:
            return (float(north), float(east))
        except ValueError:
            return (north, east)  # for its finding

    def _actors(self) -> Iterator[Value]:
        for column in self.map.actors:
            for name in self._several(column.name.of(self.row)):
                yield {"actor": Named(kind="actor", name=name), "role": column.role}

    def _claims(self) -> Iterator[Value]:
        """Figures; none without a dated report that has them."""
        report = self._report(self.map.source)
        for columns in self.map.claims if report else ():
            figure, group = _figure(columns, self.row), columns.group.of(self.row)
            if figure and group and report:
                yield {
                    "measure": columns.measure,
                    "group": group,
                    "figure": figure,
                    "claimed_by": Named(kind="actor", name=columns.claimed_by.of(self.row)),
                    "source": report,
                }

    def _sources(self) -> tuple[Value, ...]:
        own = self._report(self.map.source)
        return (
            *((own,) if own else ()),
            *(named for columns in self.map.reports for named in self._reports(columns)),
        )

    def _reports(self, columns: ReportColumns) -> Iterator[Named]:
        """Reports of a row; several stand in the same cells, in the same order."""
        cells = (columns.title, columns.publisher, columns.published, columns.url)
        listed = [[part.strip() for part in cell.of(self.row).split(self.map.separator)] for cell in cells]
        for title, publisher, published, url in zip_longest(*listed, fillvalue=""):
            one = ReportColumns(
                title=Cell(f"={title}"),
                publisher=Cell(f"={publisher}"),
                published=Cell(f"={published}"),
                url=Cell(f"={url}"),
            )
            named = self._report(replace(one, type=columns.type))
            if named:
                yield named

    def _report(self, columns: ReportColumns | None) -> Named | None:
        """The report; none without a title, a publisher and a day."""
        if columns is None:
            return None
        title, publisher = words_of(columns.title.of(self.row)), words_of(columns.publisher.of(self.row))
        published = _published(columns.published.of(self.row), self.map)
        if not (title and publisher and published):
            return None
        url = columns.url.of(self.row)
        fields: dict[str, Value] = {
            "publisher": Named(kind="actor", name=publisher, fields={"kind": "other"}),
            "published": published,
            "url": url,
            "type": columns.type.of(self.row),
        }
        key = url or f"article:{publisher}:{published}:{title}"
        kept = {name: value for name, value in fields.items() if value}
        return Named(
            kind="article", name=title, fields=kept, key=key, wish=f"{publisher} {published} {title}"[:80]
        )


def _published(text: str, columns: ColumnMap) -> str:
    """The day of a report; ten digits are seconds since 1970 (Unix)."""
    if _UNIX.fullmatch(text):
        return Moment.from_civil_day(int(text) // SECONDS_PER_DAY).text
    return read_date(text, columns.date_order).edtf


def _figure(columns: ClaimColumns, row: Row) -> str:
    """One figure, or `low to high`."""
    figure, low, high = columns.figure.of(row), columns.low.of(row), columns.high.of(row)
    if figure or not (low or high):
        return figure
    if low == high or not high:
        return low
    return f"{low} to {high}" if low else f"up to {high}"


def _less_exact(start: str, end: str, precision: str) -> str:
    """A date that is not known to the day: by its precision, as EDTF says it without inventing bounds."""
    if precision == "month":
        return start[:7]
    if precision == "year":
        return start[:4]
    if precision == "span" and start != end:
        return f"[{start}..{end}]"
    return f"{start}~"
