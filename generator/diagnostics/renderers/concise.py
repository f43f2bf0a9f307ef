"""`concise`: one line for each finding, for grep and for editors that read compilers' output.

content/events/tabqa-falls.md:7:14: error[D201] unknown-actor: no actor is called "islamic-stat"
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.diagnostics.code import Code
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.sources import SourceLines
from generator.diagnostics.style import PLAIN, Style
from generator.diagnostics.visible import visible


def render(
    findings: Sequence[Diagnostic],
    _sources: SourceLines,
    style: Style = PLAIN,
    codes: Mapping[str, Code] = BY_CODE,
    /,
) -> str:
    """One line for each finding."""
    return "".join(f"{headline(finding, style, codes[finding.code])}\n" for finding in findings)


def headline(finding: Diagnostic, style: Style, code: Code) -> str:
    """Where, how grave, which code, what: on one line."""
    place = style.paint(f"{location(finding.span)}:", "place")
    grade = style.paint(f"{code.severity}[{code.code}]", code.severity)
    return f"{place} {grade} {code.name}: {visible(finding.message)}"


def location(span: Span) -> str:
    """`path:line:column` as far as known; `dateline` for what stands in no file."""
    path = visible(span.path) or "dateline"
    if not span.line:
        return path
    return f"{path}:{span.line}:{span.column}" if span.column else f"{path}:{span.line}"
