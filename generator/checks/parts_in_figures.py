"""D308: does a part of an event count more than the whole?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.figures import key_of
from generator.graph.graph import Graph
from generator.graph.values import Comparison
from generator.model.figure import Number
from generator.model.records import Event


def parts_in_figures(graph: Graph) -> Iterator[Diagnostic]:
    """A figure of a part whose least is above the most that anybody says of the whole, for the same measure and group.

    The whole is every event that this one is part of, however far up. Only its figures whose scope takes in that of
    the part's are compared: a count of the first two days says nothing about the third. Where one of them has no
    upper bound, nothing can be above it.
    """
    for part in graph.events:
        wholes = [graph.event(whole) for whole in graph.relations.parts.ancestors(part.id)]
        for comparison in graph.comparisons(part) if wholes else ():
            yield from _above(graph, part, comparison, wholes)


def _above(graph: Graph, part: Event, comparison: Comparison, wholes: list[Event]) -> Iterator[Diagnostic]:
    least = comparison.span.lower
    for whole in wholes:
        most = _most(graph, whole, comparison)
        if least is None or most is None or least <= most:
            continue
        field = _claim_field(part, comparison)
        yield finding(
            graph,
            "D308",
            part,
            field,
            f"{comparison.measure}, {comparison.group}: {comparison.span.words()} here, "
            f"but at most {most:,} in {whole.id}, of which this is part",
            "correct one of the two figures, add to the whole the later claim that takes this one in, "
            "or give the whole's claim the `scope` that it covered",
            (graph.span(whole, "claims"),),
        )
        return


def _most(graph: Graph, whole: Event, part: Comparison) -> Number | None:
    """The most that is said of the whole; None where nothing is, or where a figure is open above."""
    most: list[Number] = []
    for comparison in graph.comparisons(whole):
        if (
            key_of(comparison) == key_of(part)
            and comparison.scope.contains(part.scope)
            and comparison.span.known
        ):
            if comparison.span.upper is None:
                return None
            most.append(comparison.span.upper)
    return max(most, default=None)


def _claim_field(event: Event, comparison: Comparison) -> str:
    """The figure of the first claim that belongs to the comparison."""
    for index, claim in enumerate(event.claims):
        if claim.measure == comparison.measure and claim.group == comparison.group:
            return f"claims.{index}.figure"
    return "claims"
