"""What a map may draw of a place: a point with a ring as wide as it is sure, an area, or nothing. Never a false pin.

A place known to the site or the town is a ring around its point. One known to its district is a wide ring; nobody here
has the borders of districts. One known to its governorate or its country, or a governorate or country itself, is that
area; where the base map has no outline of it, or a place has no coordinates, it is the next area around it that has one.

It asks for the records of the places alone, so that a page that shows one event's places depends on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.graph.graph import Graph
from generator.graph.places import COARSE_KINDS
from generator.graph.points import LONG_KINDS, Point
from generator.graph.withdrawal import is_withdrawn
from generator.model.basemap import Outline
from generator.model.names import fold
from generator.model.records import PRECISIONS, Event, Location, LocationKind, Precision

RINGS: Final[dict[Precision, float]] = {"site": 1.0, "town": 5.0, "district": 20.0}
"""Kilometres from the point within which the place is meant to be: the map maker's judgement, stated beside each map."""

AREA_KINDS: Final[dict[Precision, frozenset[LocationKind]]] = {
    "governorate": frozenset({"governorate", "region", "country"}),
    "country": frozenset({"country"}),
}
"""The kinds of area that an event is known to, or what is wider."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle around a point, as wide as the precision allows."""

    at: Point
    precision: Precision
    shape: Literal["ring"] = "ring"


@dataclass(frozen=True, slots=True)
class Area:
    """The outline of a place, or of what it lies in: `place` is whose outline it is."""

    place: Location
    outline: Outline
    shape: Literal["area"] = "area"


Extent = Ring | Area


def place_extent(graph: Graph, place: Location, known: Precision | None = None) -> Extent | None:
    """What to draw of a place, or of an event that is known to have been there as exactly as `known` says."""
    precision = _coarser(place.precision, known)
    if place.coordinates and not _is_area(place, precision):
        return Ring(place.coordinates, precision or ("district" if place.kind == "district" else "town"))
    wanted = AREA_KINDS.get(precision) if precision else None
    for whole in _chain(graph, place):
        outline = _outline(graph, whole)
        if outline and (wanted is None or whole.kind in wanted):
            return Area(whole, outline)
    return None


def event_extents(graph: Graph, event: Event) -> tuple[tuple[Location, Extent | None], ...]:
    """Each of the event's places that is on file, the main one first, with what to draw of it."""
    places = (graph.find("location", location_id) for location_id in dict.fromkeys(event.locations))
    return tuple(
        (place, place_extent(graph, place, event.location_precision))
        for place in places
        if isinstance(place, Location) and not is_withdrawn(place)
    )


def _is_area(place: Location, precision: Precision | None) -> bool:
    """Whether a ring would say too much. A district is a ring: its borders are on no map here."""
    is_district = place.kind == "district" and precision in {None, "district"}
    kinds = COARSE_KINDS | LONG_KINDS
    return (place.kind in kinds and not is_district) or precision in AREA_KINDS


def _coarser(one: Precision | None, other: Precision | None) -> Precision | None:
    known = [precision for precision in (one, other) if precision]
    return max(known, key=PRECISIONS.index, default=None)


def _chain(graph: Graph, place: Location) -> Iterator[Location]:
    """The place and what it is part of, upwards, as far as it stands and without going in circles."""
    seen: set[str] = set()
    here: object = place
    while isinstance(here, Location) and here.id not in seen and not is_withdrawn(here):
        seen.add(here.id)
        yield here
        here = graph.find("location", here.part_of) if here.part_of else None


def _outline(graph: Graph, place: Location) -> Outline | None:
    """The base map's outline of a place; of a country by its name, where nobody matched them."""
    basemap = graph.site.basemap
    if basemap is None:
        return None
    found = basemap.outlines.get(place.id)
    if found is None and place.kind == "country" and basemap.countries:
        names = (place.name, *place.aliases)
        return next(
            (basemap.countries[fold(name)] for name in names if fold(name) in basemap.countries), None
        )
    return found
