"""Which part of the world a site is about: where most of its events are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.graph.graph import Graph
from generator.graph.points import Point, location_point
from generator.model.records import Location

REACH = 12.0
"""Degrees from the middle within which a place counts to the region; what is farther away is on the map of the world."""

MARGIN = 1.2
"""Degrees around the outermost places, so that what lies beside them is in the picture."""

LEAST = 3.0
"""Degrees that a region has at the least, each way."""

Bounds = tuple[float, float, float, float]
"""West, south, east, north, in degrees. East may be above 180: the region then crosses that meridian."""


def region(graph: Graph) -> Bounds | None:
    """The narrowest box around the points near the middle of all events; None for a site without points."""
    weighed = [
        (point, 1 + len(graph.events_at(place.id)))
        for place in graph.locations
        if (point := location_point(place))
    ]
    if not weighed:
        return None
    begin = _widest_gap([longitude for (_, longitude), _ in weighed])
    turned = [
        ((latitude, (longitude - begin) % 360 + begin), weight) for (latitude, longitude), weight in weighed
    ]
    middle = tuple(_weighed_median([(point[axis], weight) for point, weight in turned]) for axis in (0, 1))
    near = [point for point, _ in turned if all(abs(point[axis] - middle[axis]) <= REACH for axis in (0, 1))]
    return _box(near)


def landmarks(graph: Graph, bounds: Bounds, most: int) -> tuple[Location, ...]:
    """The towns in the box with the most events in and around them: readers know them, or will."""
    towns = [place for place in graph.locations if place.kind in {"city", "town"} and _within(place, bounds)]
    towns.sort(key=lambda place: (place.kind != "city", -len(graph.events_of_place(place.id)), place.id))
    return tuple(towns[:most])


def _within(place: Location, bounds: Bounds) -> bool:
    point = location_point(place)
    west, south, east, north = bounds
    return point is not None and south <= point[0] <= north and west <= (point[1] - west) % 360 + west <= east


def _widest_gap(longitudes: Sequence[float]) -> float:
    """The meridian after the widest gap: seen from there eastwards, the points lie closest together."""
    around = sorted(set(longitudes))
    gaps = [(around[0] + 360 - around[-1], around[0])]
    gaps += [(east - west, east) for west, east in pairwise(around)]
    return max(gaps, key=lambda gap: gap[0])[1]


def _weighed_median(values: list[tuple[float, int]]) -> float:
    """The least value at or below which half of the weight lies."""
    values.sort()
    half = sum(weight for _, weight in values) / 2
    for value, weight in values:
        half -= weight
        if half <= 0:
            return value
    return values[-1][0]


def _box(points: Sequence[Point]) -> Bounds:
    south, north = _stretched([latitude for latitude, _ in points])
    west, east = _stretched([longitude for _, longitude in points])
    return west, max(south, -85.0), east, min(north, 85.0)


def _stretched(values: Sequence[float]) -> tuple[float, float]:
    least, most = min(values) - MARGIN, max(values) + MARGIN
    more = max(0.0, LEAST - (most - least)) / 2
    return round(least - more, 1), round(most + more, 1)
