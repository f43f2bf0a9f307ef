"""`github`: workflow commands, which GitHub Actions turns into annotations on the changed lines.

    ::error file=content/events/a.md,line=7,col=12,title=D201 unknown-actor::no actor is called "x"

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands; the escapes are those of
`@actions/core`: `%`, CR and LF everywhere, `:` and `,` in properties too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics.code import Code
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic, Severity, Span
from generator.diagnostics.sources import SourceLines
from generator.diagnostics.style import PLAIN, Style
from generator.diagnostics.visible import visible

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_MESSAGE, ord(":"): "%3A", ord(","): "%2C"}


def render(
    findings: Sequence[Diagnostic],
    _sources: SourceLines,
    _style: Style = PLAIN,
    codes: Mapping[str, Code] = BY_CODE,
    /,
) -> str:
    """One command per finding, each on its own line."""
    return "".join(f"{_command(finding, codes[finding.code])}\n" for finding in findings)


def _command(finding: Diagnostic, code: Code) -> str:
    properties = (*_place(finding.span), ("title", f"{code.code} {code.name}"))
    written = ",".join(f"{key}={text.translate(_IN_PROPERTY)}" for key, text in properties)
    return f"::{COMMANDS[code.severity]} {written}::{_message(finding).translate(_IN_MESSAGE)}"


def _message(finding: Diagnostic) -> str:
    parts = (visible(finding.message), f"help: {visible(finding.help)}" if finding.help else "")
    return "\n".join(part for part in parts if part)


def _place(span: Span) -> Iterator[tuple[str, str]]:
    """Only what is known: GitHub reads line 0 as a mistake."""
    if span.path:
        yield "file", visible(span.path)
    if span.path and span.line:
        yield "line", str(span.line)
    if span.path and span.line and span.column:
        yield "col", str(span.column)
