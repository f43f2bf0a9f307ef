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
from generator.model.records import KINDS
from generator.preview.editor import editor_pattern, editor_url
from generator.preview.own_files import OWN
from generator.preview.snapshot import Snapshot
from generator.reading.file_names import is_id

ELSEWHERE: Final = 5
"""Errors of other records that are named over a page; the panel has all of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A finding to be shown: what it says, the address that opens its place in an editor, and that of its field in a form."""

    code: str
    name: str
    severity: str
    place: str
    message: str
    help: str
    url: str
    form: str = ""


def rows(findings: Iterable[Diagnostic], snapshot: Snapshot, root: Path, *, edits: bool = False) -> list[Row]:
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
            form=_form_of(finding) if edits else "",
        )
        for finding in findings
    ]


def form_address(record: str) -> str:
    """Where the form of a record (`event/tabqa-falls`) is; empty for what is no record."""
    kind, _, record_id = record.partition("/")
    return f"/{OWN}edit/{kind}/{record_id}" if kind in KINDS and is_id(record_id) else ""


def _form_of(finding: Diagnostic) -> str:
    """The form of the record that a finding is about, at the field of its place; none for a translation's."""
    address, span = form_address(finding.record), finding.span
    own = span.path.endswith(f"/{finding.record.partition('/')[2]}.md")
    return f"{address}?line={span.line}&column={span.column}" if address and own else ""


def told(
    snapshot: Snapshot, address: str, faults: Iterable[Diagnostic], root: Path, *, edits: bool = False
) -> dict[str, Any]:
    """What is said over a page: how many findings there are, those of its own record, errors elsewhere, and where the
    record is edited.
    """
    record = _record_at(snapshot, address)
    here = [*faults, *(finding for finding in snapshot.findings if record and finding.record == record)]
    errors = [
        finding for finding in snapshot.findings if severity_of(finding) == "error" and finding not in here
    ]
    found = counts([*faults, *snapshot.findings])
    return {
        "counts": dict(zip(("errors", "warnings", "infos"), found, strict=True)),
        "here": [_plain(row) for row in rows(here, snapshot, root, edits=edits)],
        "elsewhere": [_plain(row) for row in rows(errors[:ELSEWHERE], snapshot, root, edits=edits)],
        "held": snapshot.held or bool(snapshot.reading.kept),
        "checked": snapshot.proofread,
        "edit": form_address(record) if edits else "",
    }


def _record_at(snapshot: Snapshot, address: str) -> str:
    output = snapshot.outputs.get(address) if snapshot.outputs else None
    return output.record if output else ""


def _plain(row: Row) -> dict[str, str]:
    return {name: getattr(row, name) for name in Row.__dataclass_fields__}
