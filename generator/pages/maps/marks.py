"""All events as marks on one map: those at one point share a ring, those known only to be in an area share that area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.graph.extents import Area, Extent, Ring, event_extents
from generator.graph.graph import Graph
from generator.model.records import Event, Location

Key = tuple[str, str]
"""How it is known and where: `("ring", "tabqa-airbase")`. What is only known to be in the district is apart."""


@dataclass(slots=True)
class PlaceMark:
    """A place on the map and the events that count there, by their number in the list that was asked about."""

    place: Location
    extent: Extent
    events: list[int] = field(default_factory=list)


def place_marks(graph: Graph, events: Iterable[Event]) -> tuple[list[PlaceMark], list[int]]:
    """Marks with the most events first, areas before rings of as many; and the events that are nowhere on a map."""
    found: dict[Key, PlaceMark] = {}
    nowhere = []
    for number, event in enumerate(events):
        placed = [(place, extent) for place, extent in event_extents(graph, event) if extent]
        for place, extent in placed:
            mark = _mark(found, place, extent)
            if not mark.events or mark.events[-1] != number:
                mark.events.append(number)
        if not placed:
            nowhere.append(number)
    marks = sorted(found.values(), key=lambda mark: (-len(mark.events), mark.extent.shape, mark.place.id))
    return marks, nowhere


def _mark(found: dict[Key, PlaceMark], place: Location, extent: Extent) -> PlaceMark:
    """The mark of an extent."""
    whose = extent.place if isinstance(extent, Area) else place
    how = "district" if isinstance(extent, Ring) and extent.precision == "district" else extent.shape
    return found.setdefault((how, whose.id), PlaceMark(whose, extent))
