"""`json`: one array, one object per finding, each on its own line, in ASCII.

The shape is stable: fields are added, never renamed, removed or given another type.

    code      string   "D201"
    name      string   "unknown-actor"
    severity  string   "error", "warning" or "info"
    message   string   what is wrong
    help      string   what would mend it, or ""
    path      string   the file, from the site's folder, with "/"; "" for what stands in no file
    line      integer  1-based; 0 for the whole file
    column    integer  1-based, in characters (code points); 0 for the whole line
    length    integer  in characters, on that line
    record    string   "event/tabqa-falls", or ""
    related   array    of {path, line, column, length}: other places that belong to the finding
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.diagnostics.code import Code
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.sources import SourceLines
from generator.diagnostics.style import PLAIN, Style
from generator.diagnostics.visible import encodable


def render(
    findings: Sequence[Diagnostic],
    _sources: SourceLines,
    _style: Style = PLAIN,
    codes: Mapping[str, Code] = BY_CODE,
    /,
) -> str:
    """The array, and nothing else."""
    lines = ",\n".join(f"  {json.dumps(_finding(finding, codes[finding.code]))}" for finding in findings)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def _finding(finding: Diagnostic, code: Code) -> dict[str, object]:
    return {
        "code": code.code,
        "name": code.name,
        "severity": code.severity,
        "message": encodable(finding.message),
        "help": encodable(finding.help),
        **_place(finding.span),
        "record": encodable(finding.record),
        "related": [_place(span) for span in finding.related],
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "path": encodable(span.path),
        "line": span.line,
        "column": span.column,
        "length": span.length,
    }
