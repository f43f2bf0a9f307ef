"""Rows of a table, from whichever file they came: CSV or a workbook. Cells are text; an empty cell is an empty text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.model.names import slug

MOST_ROWS = 200_000
MOST_COLUMNS = 500

_FORMULA = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠]")
"""OWASP, "CSV Injection"; the tables that we publish guard the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column. `line` is the line of the text, or the row of the sheet, on which it begins."""

    line: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """The cell; empty for a column that is not there."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns in order. `findings` are about rows that are none, and about the whole."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Diagnostic, ...] = ()
    count: int = 0
    """Rows that are there, those with a finding among them."""


def unreadable(path: str, message: str, help_: str = "", line: int = 0) -> Table:
    """No table, and why."""
    return Table((), (), (Diagnostic("D701", message, Span(path, line), help_),))


def oversized(path: str, message: str) -> Table:
    """No table, because it is too large."""
    advice = "split it, for instance by year"
    return Table((), (), (Diagnostic("D702", message, Span(path), advice),))


def table_of(path: str, lines: list[tuple[int, list[str]]], findings: tuple[Diagnostic, ...] = ()) -> Table:
    """A table out of numbered lines of cells, of which the first names the columns. Empty lines are none."""
    numbered = [
        (line, [_plain(cell) for cell in cells]) for line, cells in lines if any(map(str.strip, cells))
    ]
    if not numbered:
        return unreadable(path, "there is no table in it")
    columns = _columns(numbered[0][1])
    rows: list[Row] = []
    found = list(findings)
    for line, cells in numbered[1:]:
        if any(cell for cell in cells[len(columns) :]):
            message = f"the row has {len(cells)} cells, the table {len(columns)} columns"
            found.append(
                Diagnostic("D719", message, Span(path, line), "quote the cell that holds the separator")
            )
            continue
        rows.append(Row(line, dict(zip(columns, cells, strict=False))))
    return Table(columns, tuple(rows), tuple(found), len(numbered) - 1)


def digest_of(*texts: str) -> str:
    """An id for a row that has none: the same for the same words, and 16 letters short."""
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).hexdigest()[:16]


def origin_of(form: str, path: str) -> str:
    """What a file without a name of its own is called in `imported`: `csv/incidents`."""
    return f"{form}/{slug(path.replace(chr(92), '/').rpartition('/')[2].partition('.')[0])}"


def _columns(cells: list[str]) -> tuple[str, ...]:
    """Names of columns: a nameless one after its place, a repeated one with a number."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    columns: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        name = plain = " ".join(cell.split()) or f"column {number}"
        again = 1
        while name in columns:
            again += 1
            name = f"{plain} ({again})"
        columns[name] = None
    return tuple(columns)


def _plain(cell: str) -> str:
    """The cell's text. An apostrophe before what a spreadsheet runs as a formula is a guard, not a letter."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
