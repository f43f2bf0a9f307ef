"""A column of a CSV file (RFC 4180) and what its cells may hold.

A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break as a formula (OWASP, "CSV
Injection"), also after spaces, and some take the wide forms of these signs. Such a text is given an apostrophe in front.
So that it can be taken away again without doubt, a text that begins with apostrophes and then such a sign gets one more.
Numbers and dates are never text: they stay as they are, the minus of a longitude too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.exports.records.values import iso_day
from generator.graph.graph import Graph
from generator.model.moment import Moment

Row = TypeVar("Row")

Cell = str | int | float | bool | Moment | None

BETWEEN = ";"
"""Between the ids of one cell; no id holds it."""

_FORMULA = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠]")


class Plain(str):
    """Text that is no text of an editor and cannot be a formula: a date or a figure's bound."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its header, what it means, and the cell of a row."""

    name: str
    meaning: str
    cell: Callable[[Graph, Row], Cell]


def table(graph: Graph, columns: Sequence[Column[Row]], rows: Iterable[Row]) -> bytes:
    """The file: UTF-8, a header, CRLF after every row."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([written(column.cell(graph, row)) for column in columns] for row in rows)
    return file.getvalue().encode()


def written(cell: Cell) -> str:
    """The text of a cell; nothing for what is not known."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float() | Moment() | Plain():
            return str(cell)
        case str():
            return f"'{cell}" if _FORMULA.match(cell) else cell


def first_day(moment: Moment | None) -> Plain | None:
    """The first day that it may be."""
    return None if moment is None else civil_day(moment.first_day)


def last_day(moment: Moment | None) -> Plain | None:
    """The last day that it may be."""
    return None if moment is None else civil_day(moment.last_day)


def civil_day(day: int | None) -> Plain | None:
    """A civil day as ISO 8601 writes it."""
    text = iso_day(day)
    return None if text is None else Plain(text)


def ids(found: Iterable[str]) -> str:
    """Ids in one cell."""
    return BETWEEN.join(found)
