"""The first sheet of an Excel workbook (ECMA-376), values alone: formulas are not computed and never run.

A workbook is a zip of XML from anybody. Before openpyxl sees it, its parts are counted, their unpacked size is added up and
every one is refused that declares a document type, the way in for entities.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import date, datetime, time
from typing import Any, Final

from generator.importers.libraries import library
from generator.importers.rows import MOST_COLUMNS, MOST_ROWS, Table, oversized, table_of, unreadable

SIGNATURE: Final = b"PK\x03\x04"
LARGEST_UNPACKED: Final = 512 * 1024 * 1024
MOST_PARTS: Final = 5_000
_DOCUMENT_TYPE: Final = (b"<!DOCTYPE", b"<!ENTITY")
_PROLOGUE: Final = 4096


def is_workbook(raw: bytes) -> bool:
    """Whether the bytes are a zip, as every workbook is."""
    return raw.startswith(SIGNATURE)


def read_workbook(raw: bytes, path: str) -> Table:
    """The table on the first sheet."""
    fault = _refusal(raw, path)
    if fault is not None:
        return fault
    openpyxl = library("openpyxl")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that do not matter to values
            lines = _lines(openpyxl, raw)
    except Exception:  # noqa: BLE001 - the library raises whatever the part that is broken makes it raise
        return unreadable(path, "it is no workbook that can be read", "save it again as .xlsx or .csv")
    if len(lines) > MOST_ROWS:
        return oversized(path, f"the sheet has more than {MOST_ROWS:,} rows")
    return table_of(path, lines)


def _lines(openpyxl: Any, raw: bytes) -> list[tuple[int, list[str]]]:
    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is not trusted
        rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
        return [(number, list(map(cell_text, cells))) for number, cells in enumerate(rows, 1)]
    finally:
        book.close()


def cell_text(value: object) -> str:
    """A cell's value as it would be written: midnight is no time of day, and 7.0 is 7."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat("T", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def _refusal(raw: bytes, path: str) -> Table | None:
    """Why the workbook is not opened at all, if so."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                return oversized(path, f"it unpacks to more than {LARGEST_UNPACKED // 1024**2} MB")
            if any(_declares_entities(archive, part) for part in parts):
                return unreadable(path, "a part of it declares a document type, which no workbook needs")
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return unreadable(path, "it is cut short, locked with a password, or no workbook", "save it again")
    return None


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if not part.filename.endswith((".xml", ".rels", ".vml")):
        return False
    with archive.open(part) as stream:
        beginning = stream.read(_PROLOGUE)
    return any(sign in beginning.replace(b"\0", b"") for sign in _DOCUMENT_TYPE)
