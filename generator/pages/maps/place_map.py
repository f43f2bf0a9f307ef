"""The map of a place: its ring or its area, and the parts of it at which something happened."""

from __future__ import annotations

from math import sqrt
from typing import Final

from generator.graph.extents import Area, Extent, Ring, place_extent
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.addresses import record_address
from generator.model.records import Location
from generator.pages.maps.locator import notes
from generator.pages.maps.picture import Drawing, Mark
from generator.pages.maps.svg import MapFigure, figure_of
from generator.pages.maps.window import around, extent_box, view_on
from generator.pages.wording import event_count

WIDTH, HEIGHT = 540, 340

LEAST: Final = 200.0
"""Units of the plane from side to side at the least: some 220 km."""

SIZE: Final = 16.0
"""Height of letters: more than they have on a desk, so that they stay apart on a telephone."""

MARGIN: Final = 0.12

MOST: Final = 60
"""Parts on one map, those with the most events; the page lists all."""


def place_map(graph: Graph, place: Location) -> MapFigure | None:
    """The map of a place; None where nothing of it can be drawn, or the site has no base map."""
    basemap, extent = graph.site.basemap, place_extent(graph, place)
    if basemap is None or extent is None:
        return None
    parts = _parts(graph, place)
    boxes = [extent_box(basemap, extent), *(extent_box(basemap, ring) for _, ring, _ in parts)]
    seen = view_on(basemap, around(boxes), WIDTH, HEIGHT, least=LEAST, margin=MARGIN)
    drawing = Drawing.on_window(graph, basemap, seen, size=SIZE)
    drawing.subject(place, extent)
    if not isinstance(extent, Area):
        drawing.name(place, extent)
    for part, ring, events in parts:
        _part(drawing, part, ring, events)
    drawing.landmarks()
    drawing.countries()
    language = language_of(graph)
    said = language.say("Map of {name}", name=place.name)
    if parts:
        places = language.count(len(parts), "{count} place", "{count} places")
        said = language.say("Map of {name} with {places} in it", name=place.name, places=places)
    picture = drawing.picture(said, " ".join(_notes(graph, place, extent, parts=bool(parts))))
    return figure_of(picture, described=not parts)


def _parts(graph: Graph, place: Location) -> list[tuple[Location, Ring, int]]:
    """Parts with a point, by the number of events there: most first."""
    found = []
    for part in graph.descendants(place.id):
        extent = place_extent(graph, part)
        events = len(graph.events_at(part.id)) if isinstance(extent, Ring) else 0
        if events and isinstance(extent, Ring):
            found.append((part, extent, events))
    return sorted(found, key=lambda entry: (-entry[2], entry[0].id))[:MOST]


def _part(drawing: Drawing, part: Location, ring: Ring, events: int) -> None:
    """A dot as large as it has events, which leads to its page."""
    x, y = drawing.window.place(*drawing.basemap.place(*ring.at))
    radius = round(min(3 + sqrt(events), 9.0), 1)
    drawing.shown.add(part.id)
    label = f"{part.name}: {event_count(drawing.graph, events)}"
    drawing.marks.append(Mark(x, y, radius, "part", label, record_address("location", part.id)))
    drawing.letters.mark(x, y, radius)
    drawing.letters.beside(x, y, radius, part.name, "part", size=drawing.size)


def _notes(graph: Graph, place: Location, extent: Extent, *, parts: bool) -> list[str]:
    said = notes(graph, [(place, extent)])
    return [*said, language_of(graph).say("Dots are its parts, larger for more events.")] if parts else said
