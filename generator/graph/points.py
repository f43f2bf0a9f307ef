"""The one rule for points: where a place is one, and none where only an area is known. A false pin misleads more than
an empty map.
"""

from __future__ import annotations

from generator.graph.graph import Graph
from generator.graph.places import COARSE_KINDS, COARSE_PRECISIONS
from generator.model.records import Event, Location, LocationKind

LONG_KINDS: frozenset[LocationKind] = frozenset({"river", "body-of-water"})
"""What is too long or wide to be at a point."""

Point = tuple[float, float]
"""Latitude and longitude, degrees of WGS 84."""


def location_point(location: Location) -> Point | None:
    """The coordinates of a place that is one: no country, region, governorate, district or river, and not known only
    to such a one.
    """
    is_area = (
        location.kind in COARSE_KINDS
        or location.kind in LONG_KINDS
        or location.precision in COARSE_PRECISIONS
    )
    return None if is_area else location.coordinates


def event_point(event: Event, place: Location) -> Point | None:
    """The place's point, if the event is known to have been there and not somewhere around."""
    return None if event.location_precision in COARSE_PRECISIONS else location_point(place)


def event_points(graph: Graph, event: Event) -> tuple[Point | None, ...]:
    """A point for each of the event's places, the main one first; None for a place that is none, and for all of an
    event of which only the district, or less, is known.
    """
    return tuple(event_point(event, graph.location(location_id)) for location_id in event.locations)
