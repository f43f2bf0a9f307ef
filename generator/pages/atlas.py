"""`/map/`: where the events were, on one map, and the places with their numbers beside it.

Drawn at build time for everybody; `assets/map.js` makes it one that can be moved and asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final

from generator.graph.extents import RINGS, Area, Ring
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.traced import recorded
from generator.model.addresses import record_address
from generator.model.basemap import Basemap
from generator.pages.cards import Name
from generator.pages.maps.marks import PlaceMark, place_marks
from generator.pages.maps.picture import Drawing, Mark, Picture
from generator.pages.maps.svg import MapFigure, figure_of
from generator.pages.maps.window import around, extent_box, view_on
from generator.pages.page import PAGE_LENGTH, PageOutput, View
from generator.pages.structured import collection
from generator.pages.wording import LOCATION_KIND_WORDS, event_count, grades

ADDRESS = "map/"

WIDTH, HEIGHT = 720, 520
LEAST: Final = 300.0
SIZE: Final = 15.0
MARGIN: Final = 0.05

MOST: Final = 300
"""Rings on the map that is drawn at build time, those of the places with the most events."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, what it is, and how many events are at it or, for an area, somewhere in it."""

    name: Name
    kind: str
    events: int
    how: str


def outputs(_graph: Graph) -> Iterator[PageOutput]:
    """The one page."""
    yield PageOutput(address=ADDRESS, template="map.html", view=view)


def view(graph: Graph, _subject: str) -> View:
    """The map, the places, and where the map comes from."""
    graph = recorded(graph)
    basemap = graph.site.basemap
    marks, nowhere = place_marks(graph, graph.events)
    return {
        "title": language_of(graph).say("Map"),
        "structured": collection(graph, language_of(graph).say("Map"), ADDRESS),
        "description": language_of(graph).say(
            "Where the events of {site} were, as exactly as it is known.", site=graph.site.title
        ),
        "scope": _scope(graph, marks, len(graph.events) - len(nowhere), len(nowhere)),
        "map": _figure(graph, basemap, marks) if basemap and marks else None,
        "rows": [_row(graph, mark) for mark in marks[:PAGE_LENGTH]],
        "rows_more": max(0, len(marks) - PAGE_LENGTH),
        "grades": grades(graph),
        "basemap": basemap,
        "rings": RINGS,
    }


def _scope(graph: Graph, marks: list[PlaceMark], placed: int, nowhere: int) -> str:
    areas = {mark.place.id for mark in marks if isinstance(mark.extent, Area)}
    places = {mark.place.id for mark in marks if isinstance(mark.extent, Ring)}
    language = language_of(graph)
    said = language.say(
        "{events} at {places} and in {areas}.",
        events=language.count(placed, "{count} event", "{count} events"),
        places=language.count(len(places), "{count} place", "{count} places"),
        areas=language.count(len(areas), "{count} area", "{count} areas"),
    )
    without = language.count(nowhere, "{count} event without a place.", "{count} events without a place.")
    return f"{said} {without}" if nowhere else said


def _row(graph: Graph, mark: PlaceMark) -> PlaceRow:
    place = mark.place
    how = language_of(graph).say("somewhere in it") if isinstance(mark.extent, Area) else ""
    if _is_vague(mark):
        how = language_of(graph).say("somewhere in the district")
    name = Name(place.name, record_address("location", place.id))
    return PlaceRow(name, language_of(graph).say(LOCATION_KIND_WORDS[place.kind]), len(mark.events), how)


def _figure(graph: Graph, basemap: Basemap, marks: list[PlaceMark]) -> MapFigure:
    """The map of the region; of all places, if it has no rings."""
    near = _in_region(basemap, marks) or marks
    boxes = [extent_box(basemap, mark.extent) for mark in near]
    seen = view_on(basemap, around(boxes), WIDTH, HEIGHT, least=LEAST, margin=MARGIN)
    drawing = Drawing.on_window(graph, basemap, seen, size=SIZE)
    for mark in near:
        if isinstance(mark.extent, Area):
            drawing.subject(mark.place, mark.extent)
    rings = [mark for mark in near if isinstance(mark.extent, Ring)][:MOST]
    for mark in sorted(rings, key=_is_vague, reverse=True):  # wide rings lie below
        _ring(drawing, mark)
    drawing.countries()
    return figure_of(_picture(drawing), described=False)


def _in_region(basemap: Basemap, marks: list[PlaceMark]) -> list[PlaceMark]:
    """Rings and governorates within the fine sheet; whole countries would hide what is in them."""
    if basemap.detail is None:
        return []
    box = basemap.detail.box
    return [
        mark for mark in marks if mark.place.kind != "country" and box.holds(extent_box(basemap, mark.extent))
    ]


def _ring(drawing: Drawing, mark: PlaceMark) -> None:
    if not isinstance(mark.extent, Ring):
        return
    x, y = drawing.window.place(*drawing.basemap.place(*mark.extent.at))
    vague = _is_vague(mark)
    radius = round(min(3 + sqrt(len(mark.events)) * 1.6, 14.0) + 5 * vague, 1)
    label = f"{mark.place.name}: {event_count(drawing.graph, len(mark.events))}"
    address = record_address("location", mark.place.id)
    drawing.marks.append(Mark(x, y, radius, "district" if vague else "part", label, address))
    drawing.letters.mark(x, y, radius)
    if mark.place.id not in drawing.shown:
        drawing.shown.add(mark.place.id)
        drawing.letters.beside(x, y, radius, mark.place.name, "part", size=SIZE)


def _is_vague(mark: PlaceMark) -> bool:
    """Whether its events are only known to be somewhere in the district."""
    return isinstance(mark.extent, Ring) and mark.extent.precision == "district"


def _picture(drawing: Drawing) -> Picture:
    say = language_of(drawing.graph).say
    return drawing.picture(
        say("Map of all places"),
        say(
            "Dots are places, larger for more events; dashed rings and shaded areas have events that are known to no closer place."
        ),
    )
