"""D310: is an event placed more exactly than its place is known?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.records import PRECISIONS, Event, Location, LocationKind, Precision

PRECISION_OF_KIND: Final[dict[LocationKind, Precision]] = {
    "country": "country",
    "governorate": "governorate",
    "district": "district",
}
"""How exactly naming a place of such a kind says where, if its record does not say. A region may be of any size."""


def overfine_places(graph: Graph) -> Iterator[Diagnostic]:
    """An event whose `location_precision` is finer than its main (first) location's `precision`, or than its kind
    for an area that has none.
    """
    for event in graph.events:
        place = graph.find("location", event.locations[0]) if event.locations else None
        known = _precision(place) if isinstance(place, Location) else None
        if known and event.location_precision and _is_finer(event.location_precision, known):
            yield _finding(graph, event, event.location_precision, known)


def _precision(place: Location) -> Precision | None:
    return place.precision or PRECISION_OF_KIND.get(place.kind)


def _is_finer(one: Precision, other: Precision) -> bool:
    return PRECISIONS.index(one) < PRECISIONS.index(other)


def _finding(graph: Graph, event: Event, said: Precision, known: Precision) -> Diagnostic:
    return finding(
        graph,
        "D310",
        event,
        "location_precision",
        f"the event is placed to the {said}, but {event.locations[0]} is known only to the {known}",
        f"say `location_precision: {known}`, name the finer place first in `locations`, "
        "or give this one its exact coordinates and `precision`",
        (graph.span(event, "locations.0"),),
    )
