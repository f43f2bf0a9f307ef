"""D321: does anything still count that was taken back?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.records import Event


def retractions(graph: Graph) -> Iterator[Diagnostic]:
    """An event that stands and counts although it is part of a retracted one, or although its own ledger says that
    it was withdrawn.

    Totals leave a retracted event out, and only that one: its parts, and an event that is withdrawn in words but not
    in `status`, go on being added.
    """
    withdrawn = {record.id for record in graph.withdrawn() if isinstance(record, Event)}
    for event in graph.events:
        if event.status == "retracted":
            continue
        if event.id in withdrawn:
            yield _withdrawn(graph, event)
        whole = next((graph.event(of) for of in graph.relations.parts.ancestors(event.id)), None)
        if whole is not None and whole.status == "retracted":
            yield _orphaned(graph, event, whole)


def _withdrawn(graph: Graph, event: Event) -> Diagnostic:
    index = [correction.what for correction in event.corrections].index("withdrawn")
    return finding(
        graph,
        "D321",
        event,
        f"corrections.{index}.what",
        f"the event was withdrawn, but its status is {event.status}: it is still counted",
        "set `status: retracted`, or say in the correction what was changed instead",
        (graph.span(event, "status"),),
    )


def _orphaned(graph: Graph, event: Event, whole: Event) -> Diagnostic:
    return finding(
        graph,
        "D321",
        event,
        "part_of",
        f"{whole.id}, of which this is part, is retracted, but this event stands and is still counted",
        "retract this event too, or take it out of the whole; if it stands by itself, accept D321 and say why",
        (graph.span(whole, "status"),),
    )
