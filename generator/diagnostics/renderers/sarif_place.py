"""A span as SARIF states it: a URI and a region in UTF-16 columns."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.diagnostics.diagnostic import Span
from generator.diagnostics.sources import SourceLines

ROOT = "%SRCROOT%"

_NOT_A_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Lone surrogates that stand for no byte of a file name."""


def located(span: Span, sources: SourceLines) -> dict[str, object]:
    """A `location`: the file, and the region where a line is known."""
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(span.path), "uriBaseId": ROOT}}
    if span.line:
        physical["region"] = _region(span, sources(span.path, span.line))
    return {"physicalLocation": physical}


def uri(path: str) -> str:
    """A relative URI for a path; the bytes of a name that is not UTF-8 are kept."""
    return quote(_NOT_A_BYTE.sub("\ufffd", path).encode("utf-8", "surrogateescape"), safe="/")


def _region(span: Span, line: str | None) -> dict[str, int]:
    """`endColumn` is the column after the last; without the source line, columns count characters."""
    if not span.column:
        return {"startLine": span.line}
    first, last = span.column - 1, span.column - 1 + max(span.length, 1)
    return {
        "startLine": span.line,
        "startColumn": 1 + _units_before(first, line),
        "endColumn": 1 + _units_before(last, line),
    }


def _units_before(index: int, line: str | None) -> int:
    """UTF-16 code units before the character at `index`: one more for each letter outside the BMP."""
    return index + sum(letter > "\uffff" for letter in (line or "")[:index])
