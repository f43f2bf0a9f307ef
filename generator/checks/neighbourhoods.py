"""D309: is every place near the others of its parent?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median
from typing import Final, NamedTuple

from generator.checks.distance import Point, kilometres, middle, swapped
from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.records import Location, LocationKind

SIBLINGS: Final = 3
"""Other parts with coordinates that it takes to say where a parent's neighbourhood is."""

SPREAD: Final = 5
"""A part farther from the middle than so many median distances stands apart from the others."""

SWAP_SPREAD: Final = 2
SWAP_FLOOR_KM: Final = 200
"""Less is enough for a suspicion that latitude and longitude were exchanged, when exchanging them brings the place
back into the inner half: twice the median distance, and so far that no other place on the diagonal is meant."""

REACH_KM: Final[Mapping[LocationKind, float]] = {
    "site": 10,
    "base": 10,
    "crossing": 10,
    "village": 10,
    "town": 30,
    "city": 60,
    "district": 150,
    "governorate": 300,
    "region": 1500,
    "country": 3000,
    "river": 1500,
    "body-of-water": 1500,
}
"""How far from the middle of its parts a part of such a parent may always be: more than most of the kind measure
across, so that a lonely outpost of an ordinary province is no finding."""

OWN_REACH_KM: Final[Mapping[LocationKind, float]] = {"district": 200, "governorate": 500, "region": 2000}
"""How far from the point given for the parent itself, which may be its capital at one edge. For other kinds, the
parts say more than the point does."""


class Neighbourhood(NamedTuple):
    """Where the parts of a parent are: their middle, their median distance from it, and how far one may be."""

    parent: Location
    centre: Point
    median_km: float
    reach_km: float


def strays(graph: Graph) -> Iterator[Diagnostic]:
    """A place that is far from its siblings, or from the point of its own district, governorate or region.

    From its siblings: farther from their middle (`distance.middle`, the place included) than both `REACH_KM` of the
    parent's kind and `SPREAD` median distances. Not judged with fewer than `SIBLINGS`, nor where the median distance
    itself is more than the reach: such a parent is not what its kind says, and has no neighbourhood to be outside of.
    """
    for parent in graph.locations:
        parts = [part for part in graph.children(parent.id) if part.coordinates]
        around = _neighbourhoods(parent, [part.coordinates for part in parts if part.coordinates])
        for part in parts:
            stray = part.coordinates and _first_stray(part.coordinates, around)
            if stray:
                yield _finding(graph, part, *stray)


def _neighbourhoods(parent: Location, points: list[Point]) -> list[Neighbourhood]:
    around: list[Neighbourhood] = []
    if parent.coordinates and parent.kind in OWN_REACH_KM:
        reach = OWN_REACH_KM[parent.kind]
        around.append(Neighbourhood(parent, parent.coordinates, reach, reach))
    if len(points) > SIBLINGS:
        centre = middle(points)
        typical = median(kilometres(centre, point) for point in points)
        floor = REACH_KM[parent.kind]
        if typical <= floor:
            around.append(Neighbourhood(parent, centre, typical, max(floor, SPREAD * typical)))
    return around


def _first_stray(point: Point, around: list[Neighbourhood]) -> tuple[Neighbourhood, Point | None] | None:
    """The first neighbourhood that the point is outside of, and the point that it would be the other way round."""
    for near in around:
        away = kilometres(near.centre, point)
        other = swapped(point)
        comes_back = other is not None and kilometres(near.centre, other) <= near.median_km
        exchanged = comes_back and away > max(SWAP_FLOOR_KM, SWAP_SPREAD * near.median_km)
        if exchanged or away > near.reach_km:
            return near, other if comes_back else None
    return None


def _finding(graph: Graph, place: Location, near: Neighbourhood, other: Point | None) -> Diagnostic:
    away = kilometres(near.centre, place.coordinates or near.centre)
    of = "its own point" if near.centre == near.parent.coordinates else "the middle of its parts"
    return finding(
        graph,
        "D309",
        place,
        "coordinates",
        f"{place.id} is {away:,.0f} km from {near.parent.id}: from {of}",
        f"latitude comes first: did you mean [{other[0]:g}, {other[1]:g}]?"
        if other
        else "correct the coordinates or `part_of`; if the place does lie so far out, accept D309 and say so",
        (graph.span(place, "part_of"),),
    )
