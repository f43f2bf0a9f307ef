"""What was withdrawn. A withdrawn record is in no list of the graph but `Graph.withdrawn`: what is told, counted and
found is what stands. It still resolves by its id, so that whatever names it leads to its tombstone.
"""

from __future__ import annotations

from generator.model.record_parts import Correction
from generator.model.records import AnyRecord, Event

WITHDRAWN = "withdrawn"
"""What a correction says in `what` when the record no longer stands."""


def is_withdrawn(record: AnyRecord) -> bool:
    """Whether the ledger says that the record was withdrawn, or an event's grade that its report was."""
    if isinstance(record, Event) and record.status == "retracted":
        return True
    return any(correction.what == WITHDRAWN for correction in record.corrections)


def withdrawal(record: AnyRecord) -> Correction | None:
    """The newest line that says so, the last of those of one date; None for an event that is only graded retracted."""
    lines = [correction for correction in record.corrections if correction.what == WITHDRAWN]
    return max(reversed(lines), key=lambda line: line.date.sort_key, default=None)
