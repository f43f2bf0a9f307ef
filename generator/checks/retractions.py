"""D321, D325, D326: is what was taken back taken back everywhere, and is it said why?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.finding import finding
from generator.checks.shelf import every_record
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.graph.references import Reference, references
from generator.graph.withdrawal import WITHDRAWN, is_withdrawn
from generator.model.records import AnyRecord, Event, Kind, kind_of, label_of


def retractions(graph: Graph) -> Iterator[Diagnostic]:
    """D321: an event that stands although it is part of a withdrawn one, or whose ledger and status disagree.

    D325: a retracted event whose ledger does not say why. D326: a record that stands and names a withdrawn one; its
    prose may, because words can say that it was withdrawn.
    """
    gone = {(kind_of(record), record.id): record for record in graph.withdrawn()}
    for record in every_record(graph) if gone else ():
        if is_withdrawn(record):
            yield from _disagreeing(graph, record)
        else:
            yield from _leaning(graph, record, gone)


def _disagreeing(graph: Graph, record: AnyRecord) -> Iterator[Diagnostic]:
    if not isinstance(record, Event):
        return
    said = [correction.what for correction in record.corrections]
    if WITHDRAWN not in said:
        message = "the event is retracted, but its corrections do not say when and why"
        advice = "add a line with its date, `what: withdrawn` and `why`: the page that stays says just that"
        yield finding(graph, "D325", record, "status", message, advice)
    elif record.status != "retracted":
        yield finding(
            graph,
            "D321",
            record,
            f"corrections.{said.index(WITHDRAWN)}.what",
            f"the event was withdrawn, but its status is {record.status}",
            "set `status: retracted`, or say in the correction what was changed instead",
            (graph.span(record, "status"),),
        )


def _leaning(
    graph: Graph, record: AnyRecord, gone: Mapping[tuple[Kind, str], AnyRecord]
) -> Iterator[Diagnostic]:
    for reference in references(record):
        named = gone.get((reference.kind, reference.id))
        if named is None:
            continue
        if isinstance(record, Event) and reference.path == "part_of":
            yield _orphaned(graph, record, named)
        elif not reference.path.startswith("corrections."):
            yield _resting(graph, record, reference, named)


def _orphaned(graph: Graph, event: Event, whole: AnyRecord) -> Diagnostic:
    return finding(
        graph,
        "D321",
        event,
        "part_of",
        f"{whole.id}, of which this is part, is withdrawn, but this event stands and is still counted",
        "retract this event too, or take it out of the whole; if it stands by itself, accept D321 and say why",
        (graph.span(whole, "corrections"),),
    )


def _resting(graph: Graph, record: AnyRecord, reference: Reference, named: AnyRecord) -> Diagnostic:
    return finding(
        graph,
        "D326",
        record,
        reference.path,
        f"the {reference.kind} {reference.id} ({label_of(named)}) has been withdrawn",
        "name what stands instead, or leave it out; if it has to be named, accept D326 and say why",
        (graph.span(named, "corrections"),),
    )
