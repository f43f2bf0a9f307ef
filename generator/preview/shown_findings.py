"""Findings as the browser is told of them: plain values, every control and direction mark made visible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.diagnostics.codes import BY_CODE, severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.order import counts
from generator.diagnostics.visible import visible
from generator.preview.editor import editor_pattern, editor_url
from generator.preview.snapshot import Snapshot

ELSEWHERE: Final = 5
"""Errors of other records that are named over a page; the panel has all of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A finding to be shown: what it says, and the address that opens its place in an editor."""

    code: str
    name: str
    severity: str
    place: str
    message: str
    help: str
    url: str


def rows(findings: Iterable[Diagnostic], snapshot: Snapshot, root: Path) -> list[Row]:
    """Findings in the order given."""
    pattern = editor_pattern(snapshot.reading.site)
    return [
        Row(
            code=finding.code,
            name=BY_CODE[finding.code].name,
            severity=severity_of(finding),
            place=visible(
                f"{finding.span.path}:{finding.span.line}" if finding.span.line else finding.span.path
            ),
            message=visible(finding.message),
            help=visible(finding.help),
            url=editor_url(pattern, root, finding.span),
        )
        for finding in findings
    ]


def told(snapshot: Snapshot, address: str, faults: Iterable[Diagnostic], root: Path) -> dict[str, Any]:
    """What is said over a page: how many findings there are, those of its own record, and errors elsewhere."""
    record = _record_at(snapshot, address)
    here = [*faults, *(finding for finding in snapshot.findings if record and finding.record == record)]
    errors = [
        finding for finding in snapshot.findings if severity_of(finding) == "error" and finding not in here
    ]
    found = counts([*faults, *snapshot.findings])
    return {
        "counts": dict(zip(("errors", "warnings", "infos"), found, strict=True)),
        "here": [_plain(row) for row in rows(here, snapshot, root)],
        "elsewhere": [_plain(row) for row in rows(errors[:ELSEWHERE], snapshot, root)],
        "held": snapshot.held or bool(snapshot.reading.kept),
        "checked": snapshot.proofread,
    }


def _record_at(snapshot: Snapshot, address: str) -> str:
    output = snapshot.outputs.get(address) if snapshot.outputs else None
    return output.record if output else ""


def _plain(row: Row) -> dict[str, str]:
    return {name: getattr(row, name) for name in Row.__dataclass_fields__}
