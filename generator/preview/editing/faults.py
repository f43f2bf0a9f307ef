"""Findings at the fields that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from generator.diagnostics.codes import BY_CODE, severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.visible import visible
from generator.forms.control import Control, record_controls
from generator.forms.reading import Manuscript
from generator.forms.values import Value, part, rows
from generator.forms.whereabouts import field_of
from generator.model.records import Kind
from generator.pages.html import Html

_CODE: Final = re.compile(r"`([^`]*)`")


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding as a form shows it. `path` is that of the field, rows by their number; empty for the whole."""

    path: str
    severity: str
    code: str
    name: str
    message: Html
    help: Html
    place: str = ""


def faults_of(
    findings: Iterable[Diagnostic], file: Manuscript, kind: Kind, values: Mapping[str, Value]
) -> list[Fault]:
    """Findings about a record whose file says what the form says, at the innermost field that the form shows."""
    controls = record_controls(kind)
    shown = set(paths_of(controls, values)) | {"body"}
    return [
        _fault(finding, _shown(field_of(finding, file, controls), shown), file.source.path)
        for finding in findings
    ]


def plain_faults(findings: Iterable[Diagnostic]) -> list[Fault]:
    """Findings about other records."""
    return [_fault(finding, "", "") for finding in findings]


def _fault(finding: Diagnostic, path: str, own: str) -> Fault:
    span = finding.span
    place = f"{span.path}:{span.line}" if span.line else span.path
    return Fault(
        path=path,
        severity=severity_of(finding),
        code=finding.code,
        name=BY_CODE[finding.code].name,
        message=marked(visible(finding.message)),
        help=marked(visible(finding.help)),
        place="" if span.path == own else visible(place),
    )


def marked(words: str) -> Html:
    """Words as HTML, what stands between backticks as code."""
    return Html(_CODE.sub(r"<code>\1</code>", escape(words)))


def _shown(path: str, shown: set[str]) -> str:
    while path and path not in shown:
        path = path.rpartition(".")[0]
    return path


def paths_of(controls: Sequence[Control], values: Mapping[str, Value], prefix: str = "") -> Iterator[str]:
    """The path of every field, row and field of a row, rows by their number."""
    for control in controls:
        path = f"{prefix}{control.key}"
        yield path
        yield from _inner(control, values.get(control.key, ""), path)


def _inner(control: Control, value: Value, path: str) -> Iterator[str]:
    if control.of is not None:
        for at, row in enumerate(rows(value)):
            yield f"{path}.{at}"
            yield from _inner(control.of, row.value, f"{path}.{at}")
        return
    for field in control.fields:
        yield f"{path}.{field.key}"
        yield from _inner(field, part(value, field.key), f"{path}.{field.key}")
