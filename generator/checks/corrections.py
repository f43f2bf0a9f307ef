"""D322, D323: does the ledger make sense?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from generator.checks.days import earliest, latest
from generator.checks.finding import finding
from generator.checks.shelf import every_record
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.moment import Moment
from generator.model.names import nearest
from generator.model.record_parts import Correction
from generator.model.records import AnyRecord, Article, Event, kind_of

WORDS: Final = frozenset({"wording", "withdrawn", "body"})
"""What a correction may be about besides a field."""

NOT_FIELDS: Final = frozenset({"id", "path", "translations"})
"""Of a record, and not of its front matter."""


def corrections_in_order(graph: Graph) -> Iterator[Diagnostic]:
    """D322: a correction dated before the event it corrects began, or before the article came out.

    D323: a correction of a field that such a record does not have. `what` may go into a field (`claims.0.figure`);
    only its first part is looked at, because the ledger outlives the claim that it tells of.
    """
    for record in every_record(graph):
        for index, correction in enumerate(record.corrections):
            yield from _too_early(graph, record, index, correction)
            yield from _nowhere(graph, record, index, correction)


def _too_early(graph: Graph, record: AnyRecord, index: int, correction: Correction) -> Iterator[Diagnostic]:
    field = "date" if isinstance(record, Event) else "published"
    start: Moment | None = getattr(record, field) if isinstance(record, Event | Article) else None
    corrected = latest(correction.date)
    first = earliest(start) if start else None
    if start and first is not None and corrected is not None and corrected < first:
        yield finding(
            graph,
            "D322",
            record,
            f"corrections.{index}.date",
            f"corrected {correction.date.words()}, before there was anything to correct ({start.words()})",
            "give the day on which this site was corrected",
            (graph.span(record, field),),
        )


def _nowhere(graph: Graph, record: AnyRecord, index: int, correction: Correction) -> Iterator[Diagnostic]:
    known = WORDS | {field.name for field in fields(record)} - NOT_FIELDS
    first = correction.what.partition(".")[0].partition("[")[0].strip()
    if first in known:
        return
    near = nearest(first, sorted(known))
    advice = f'did you mean "{near[0]}"? ' if near else ""
    yield finding(
        graph,
        "D323",
        record,
        f"corrections.{index}.what",
        f'no field of {kind_of(record)} records is called "{first}"',
        f"{advice}Name the field that was corrected, or say `wording` or `withdrawn`",
    )
