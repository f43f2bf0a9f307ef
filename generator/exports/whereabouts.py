"""Where an event was, in words: its main place and the places around it."""

from __future__ import annotations

from generator.exports.standing import holds
from generator.graph.graph import Graph
from generator.model.moment import Moment
from generator.model.records import Event, Location, LocationKind


def main_place(graph: Graph, event: Event) -> Location | None:
    """The first of the event's places that the files hold."""
    places = (location_id for location_id in event.locations if holds(graph, "location", location_id))
    first = next(places, None)
    return None if first is None else graph.location(first)


def within(graph: Graph, place: Location, kind: LocationKind) -> Location | None:
    """The place of that kind that it is in, or the place itself."""
    chain = (place, *graph.ancestors(place.id))
    return next((whole for whole in chain if whole.kind == kind and not whole.draft), None)


def place_words(graph: Graph, place: Location, on: Moment | None = None) -> str:
    """`Tabqa air base, Raqqa Governorate, Syria`, by the names of that day or of today."""
    chain = (place, *graph.ancestors(place.id))
    return ", ".join(graph.name_on(whole, on) for whole in chain if not whole.draft)
