"""One file → one record with places. Looks at no other file, and no bytes make it raise."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic
from generator.markdown.body import parse_body
from generator.model.parsed import Parsed
from generator.model.prose import EMPTY, Prose
from generator.model.record_parts import Translation
from generator.model.records import AnyRecord, Kind
from generator.reading.fields.field import Table, read_fields
from generator.reading.fields.reading import Reading
from generator.reading.front_matter import read_yaml
from generator.reading.load import load
from generator.reading.parsed_file import ParsedFile
from generator.reading.records.tables import RECORDS, translation_table
from generator.reading.source_file import SourceFile
from generator.reading.split import Division, split
from generator.reading.text import SourceText, decode


def parse_file(root: Path, file: SourceFile, language: str = "en") -> ParsedFile:
    """Read a record or a translation. `language` is the site's, for the typography of bodies."""
    raw = load(root, file.path)
    if not isinstance(raw, bytes):
        findings = () if raw is None else (replace(raw, record=file.subject),)
        return ParsedFile(file, None, findings, "")
    return parse_bytes(raw, file, language)


def parse_bytes(raw: bytes, file: SourceFile, language: str = "en") -> ParsedFile:
    """The same for bytes that were read already."""
    digest = sha256(raw).hexdigest()
    if file.record_kind is None:
        return ParsedFile(file, None, (), digest)
    source, findings = decode(raw, file.path)
    parsed: Parsed[AnyRecord] | Translation | None = None
    if source is not None:
        parsed, found = _parse_text(source, file, file.record_kind, file.language or language)
        findings += found
    return ParsedFile(file, parsed, tuple(_about(finding, file) for finding in findings), digest)


def _parse_text(
    source: SourceText, file: SourceFile, kind: Kind, language: str
) -> tuple[Parsed[AnyRecord] | Translation | None, tuple[Diagnostic, ...]]:
    division, findings = split(source)
    if division is None:
        return None, findings
    table = translation_table(kind) if file.language else RECORDS[kind].fields
    reading = Reading(source, file.subject)
    is_body_alone = bool(file.language) and not source.text[division.start : division.end].strip()
    values, of_yaml = ({}, ()) if is_body_alone else _read_fields(division, table, reading)
    body, of_body = _read_body(division, source, language)
    findings += (*of_yaml, *reading.findings, *of_body)
    if values is None:
        return None, findings
    if file.language:
        return Translation(language=file.language, body=body, **values), findings
    return Parsed(RECORDS[kind].make(id=file.id, path=file.path, **values), body, reading.places), findings


def _read_fields(
    division: Division, table: Table, reading: Reading
) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
    mapping, findings = read_yaml(reading.source, division.start, division.end)
    return (None if mapping is None else read_fields(mapping, table, "", reading)), findings


def _read_body(division: Division, source: SourceText, language: str) -> tuple[Prose, tuple[Diagnostic, ...]]:
    text = source.text[division.body :]
    if not text or text.isspace():
        return EMPTY, ()
    first_line = source.place(division.body, division.body)[0]
    return parse_body(text, path=source.path, first_line=first_line, language=language)


def _about(finding: Diagnostic, file: SourceFile) -> Diagnostic:
    return finding if finding.record else replace(finding, record=file.subject)
