"""A finding about a field of a record."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.model.records import AnyRecord, kind_of


def finding(
    graph: Graph,
    code: str,
    record: AnyRecord,
    field: str,
    message: str,
    advice: str,
    related: tuple[Span, ...] = (),
) -> Diagnostic:
    """A finding at the place of a dotted field path (or of its nearest parent), which the record's `accept:` can answer."""
    return Diagnostic(
        code=code,
        message=message,
        span=graph.span(record, field),
        help=advice,
        record=reference(record),
        related=related,
    )


def reference(record: AnyRecord) -> str:
    """`event/tabqa-falls`: how findings and acceptances name a record."""
    return f"{kind_of(record)}/{record.id}"
