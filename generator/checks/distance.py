"""Distances on the globe, and the middle of a group of points."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from statistics import median
from typing import Final

Point = tuple[float, float]
"""Latitude and longitude, degrees."""

DIAMETER_KM: Final = 2 * 6371.0088
"""Twice the mean radius of the Earth (IUGG)."""


def kilometres(one: Point, other: Point) -> float:
    """Great-circle distance by the haversine formula, on a sphere: right within 0.6 %."""
    (north, east), (north_2, east_2) = one, other
    across = sin(radians(north_2 - north) / 2) ** 2
    along = cos(radians(north)) * cos(radians(north_2)) * sin(radians(east_2 - east) / 2) ** 2
    return DIAMETER_KM * asin(sqrt(min(1.0, across + along)))


def middle(points: Sequence[Point]) -> Point:
    """The median latitude and the median longitude: half of the points may be wrong and hardly move it.

    Longitudes are counted from the first point's, so that a group on both sides of the 180th meridian has its middle
    there.
    """
    base = points[0][1]
    turn = median((east - base + 180) % 360 - 180 for _, east in points)
    return median(north for north, _ in points), (base + turn + 180) % 360 - 180


POLE: Final = 90
"""Degrees: the highest latitude."""


def swapped(point: Point) -> Point | None:
    """Latitude and longitude exchanged; None where that is no point of the Earth, or the same one."""
    north, east = point
    return None if north == east or abs(east) > POLE else (east, north)
