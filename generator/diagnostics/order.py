"""Findings in the one order in which they are shown, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.diagnostics.code import Code
from generator.diagnostics.codes import BY_CODE
from generator.diagnostics.diagnostic import Diagnostic, Span

_Sort = tuple[str, int, int, str, str, int, str, str, tuple[tuple[str, int, int, int], ...]]


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings by path, line, column, code and message, each once.

    The other fields break ties, so the order does not depend on the order in which findings were made.
    Only findings alike in every field count as one.
    """
    return tuple(sorted(set(findings), key=_sort_key))


def counts(findings: Iterable[Diagnostic], codes: Mapping[str, Code] = BY_CODE) -> tuple[int, int, int]:
    """How many errors, warnings and infos."""
    by_severity = Counter(codes[finding.code].severity for finding in findings)
    return by_severity["error"], by_severity["warning"], by_severity["info"]


def summary_line(
    findings: Iterable[Diagnostic], accepted: int = 0, codes: Mapping[str, Code] = BY_CODE
) -> str:
    """`2 errors, 1 warning, 3 accepted`, or `no findings`; `accepted` is the number that editors accept."""
    errors, warnings, infos = counts(findings, codes)
    words = (
        _counted(errors, "error"),
        _counted(warnings, "warning"),
        _counted(infos, "info"),
        f"{accepted} accepted" if accepted else "",
    )
    return ", ".join(word for word in words if word) or "no findings"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""


def _sort_key(finding: Diagnostic) -> _Sort:
    span = finding.span
    return (
        span.path,
        span.line,
        span.column,
        finding.code,
        finding.message,
        span.length,
        finding.record,
        finding.help,
        tuple(map(_place, finding.related)),
    )


def _place(span: Span) -> tuple[str, int, int, int]:
    return span.path, span.line, span.column, span.length
