"""What reading one file came to."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic
from generator.model.parsed import Parsed
from generator.model.record_parts import Translation
from generator.model.records import AnyRecord
from generator.reading.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What one file gave. `parsed` is None when it makes no record; then a finding says why, or the file has gone.
    `digest` is the SHA-256 (hex) of the bytes that were read; empty when none could be.
    """

    file: SourceFile
    parsed: Parsed[AnyRecord] | Translation | None
    findings: tuple[Diagnostic, ...]
    digest: str
