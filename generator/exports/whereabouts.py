"""Where an event was, as exactly as it is known: its main place, the places around it, and a point only where there
is one. A place that is known to the district or less exactly has no point of its own.
"""

from __future__ import annotations

from generator.exports.geometry import Point, location_point
from generator.exports.standing import holds
from generator.graph.graph import Graph
from generator.graph.places import is_somewhere_in
from generator.model.moment import Moment
from generator.model.records import Event, Location, LocationKind


def main_place(graph: Graph, event: Event) -> Location | None:
    """The first of the event's places that the files hold."""
    places = (location_id for location_id in event.locations if holds(graph, "location", location_id))
    first = next(places, None)
    return None if first is None else graph.location(first)


def point(event: Event, place: Location | None) -> Point | None:
    """The place's coordinates, if the event is known to have been there and not somewhere around."""
    return None if place is None or is_somewhere_in(event, place) else location_point(place)


def within(graph: Graph, place: Location, kind: LocationKind) -> Location | None:
    """The place of that kind that it is in, or the place itself."""
    chain = (place, *graph.ancestors(place.id))
    return next((whole for whole in chain if whole.kind == kind and not whole.draft), None)


def place_words(graph: Graph, place: Location, on: Moment | None = None) -> str:
    """`Tabqa air base, Raqqa Governorate, Syria`, by the names of that day or of today."""
    chain = (place, *graph.ancestors(place.id))
    return ", ".join(graph.name_on(whole, on) for whole in chain if not whole.draft)
