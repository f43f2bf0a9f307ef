"""CSV as programs write it (RFC 4180 and what departs from it): any of four separators, any of three encodings.

UTF-8 is read with or without a mark, UTF-16 with one. Anything else must be named by the map, or is read as
Windows-1252 with a finding when most of it is Latin letters.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.importers.charsets import LABELS
from generator.importers.rows import MOST_COLUMNS, MOST_ROWS, Table, oversized, table_of, unreadable

SEPARATORS: Final = (",", ";", "\t", "|")
_LONGEST_CELL: Final = 131_072  # the csv module's own limit, in characters
_LOOKED_AT: Final = 20
_HEAD: Final = 64 * 1024
_MANY: Final = 0.2
"""Share of bytes above 0x7F from which a text is hardly in Latin letters."""
_EXCEL: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_delimited(raw: bytes, path: str, encoding: str = "") -> Table:
    """The table in these bytes. `encoding` is what the map says of it."""
    text, found = _decoded(raw, path, encoding)
    if text is None:
        return Table((), (), found)
    excel = _EXCEL.match(text)
    text, skipped = (text[excel.end() :], 1) if excel else (text, 0)
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=excel[1] if excel else separator_of(text), strict=True
    )
    lines: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if len(lines) > MOST_ROWS or len(cells) > MOST_COLUMNS:
                limit = f"{MOST_ROWS:,} rows of {MOST_COLUMNS} columns"
                return oversized(path, f"the table is larger than {limit}")
            lines.append((begins + skipped, cells))
            begins = reader.line_num + 1
    except csv.Error as fault:
        return unreadable(path, *_words(str(fault)), line=begins + skipped)
    return table_of(path, lines, found)


def separator_of(text: str) -> str:
    """The separator that splits the first lines into the most columns alike."""
    return max(
        SEPARATORS, key=lambda separator: (_alike(text[:_HEAD], separator), -SEPARATORS.index(separator))
    )


def _alike(head: str, separator: str) -> int:
    """How many columns the first rows have, weighed by how many of them have as many as the first."""
    counts: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(head, newline=""), delimiter=separator):
            counts.append(len(cells))
            if len(counts) == _LOOKED_AT:
                break
    except csv.Error:
        return 0
    whole = counts[:-1] if len(head) == _HEAD and len(counts) > 1 else counts
    return (whole[0] - 1) * sum(count == whole[0] for count in whole) if whole else 0


def _words(fault: str) -> tuple[str, str]:
    """The csv module's error in our words."""
    if "unexpected end" in fault:
        return "a quotation mark in the row that begins here is never closed", "close it, or delete it"
    if "field limit" in fault:
        return (
            f"a cell has more than {_LONGEST_CELL:,} characters; is a quotation mark never closed?",
            "close it",
        )
    return "a quotation mark ends a cell, and letters follow it", "double the quotation marks within a cell"


def _decoded(raw: bytes, path: str, encoding: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    mark = next((label for sign, label in _MARKS if raw.startswith(sign)), "")
    label = mark or (encoding.lower() if encoding.lower() in LABELS else "") or "utf-8"
    try:
        text = raw.decode(label).removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        return _guessed(raw, path, label, fault)
    if label == "utf-8" and "\0" in text:
        return None, unreadable(path, "it holds NUL bytes, so it is no text").findings
    if label == "utf-8":
        return text, ()
    message = f"it was read as {label.upper()}"
    return text, () if encoding else (Diagnostic("D703", message, Span(path), "look at the names"),)


def _guessed(
    raw: bytes, path: str, label: str, fault: UnicodeDecodeError
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    high = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    line = raw[: fault.start].count(b"\n") + 1
    if label != "utf-8" or high > _MANY * len(raw) or b"\0" in raw:
        advice = "save it as UTF-8, or name its encoding in the map: encoding: windows-1256"
        return None, unreadable(
            path, f"it is not {label.upper()} from byte {fault.start} on", advice, line
        ).findings
    message = "it is not UTF-8 and was read as Windows-1252"
    advice = "look at the names; save it as UTF-8, or name its encoding in the map"
    return raw.decode("windows-1252", "replace"), (Diagnostic("D703", message, Span(path, line), advice),)
