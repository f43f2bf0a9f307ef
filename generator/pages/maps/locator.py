"""The small map of an event: where it was, as exactly as that is known, and no more."""

from __future__ import annotations

from typing import Final, cast

from generator.graph.extents import Area, Extent, event_extents
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.languages.message import message
from generator.model.records import Event, Kind, Location, Precision
from generator.pages.maps.picture import Drawing, Picture
from generator.pages.maps.svg import MapFigure, figure_of
from generator.pages.maps.window import around, extent_box, view_on

WIDTH, HEIGHT = 300, 210

LEAST: Final = 240.0
"""Units of the plane from side to side at the least: some 270 km, so that a known town is in the picture."""

SIZE: Final = 12.5
"""Height of letters."""

MARGIN: Final = 0.15

NOTES: Final[dict[Precision, str]] = {
    "site": message("The ring is around the place itself."),
    "town": message("The ring says: known to the town, and no closer."),
    "district": message("The dashed ring says: somewhere in the district. It is no border."),
}


Memo = tuple[tuple[tuple[str, object], ...], MapFigure | None]

_drawn: dict[tuple[object, ...], Memo] = {}
"""Maps by what they show: many events are at one place. An entry holds for as long as the records that it was made of
are the records there are, and asking for them anew notes that the page depends on them.
"""

KEPT: Final = 4096


def locator(graph: Graph, event: Event) -> MapFigure | None:
    """The map of an event; None where no place of it can be drawn, or the site has no base map."""
    if graph.site.basemap is None or not event.locations:
        return None
    key = (graph.site.language, graph.site.basemap.digest, event.locations, event.location_precision)
    known = _drawn.get(key)
    if known and all(graph.find("location", place_id) is place for place_id, place in known[0]):
        return known[1]
    asked = Asked(graph)
    picture = _picture(cast("Graph", asked), event)
    made = figure_of(picture, described=True) if picture else None
    if not any(isinstance(place, Location) and place.former_names for place in asked.places.values()):
        _keep(key, (tuple(asked.places.items()), made))
    return made


def _keep(key: tuple[object, ...], memo: Memo) -> None:
    """Names that depend on the day are in none of these."""
    if len(_drawn) >= KEPT:
        _drawn.clear()
    _drawn[key] = memo


class Asked:
    """A graph that notes the places asked for."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.site = graph.site
        self.name_on = graph.name_on
        self.places: dict[str, object] = {}

    def find(self, kind: Kind, record_id: str) -> object:
        """As `Graph.find`."""
        found = self.graph.find(kind, record_id)
        self.places[record_id] = found
        return found


def _picture(graph: Graph, event: Event) -> Picture | None:
    basemap = graph.site.basemap
    placed = [(place, extent) for place, extent in event_extents(graph, event) if extent]
    if basemap is None or not placed:
        return None
    box = around([extent_box(basemap, extent) for _, extent in placed])
    seen = view_on(basemap, box, WIDTH, HEIGHT, least=LEAST, margin=MARGIN)
    drawing = Drawing.on_window(graph, basemap, seen, size=SIZE, on=event.date)
    for place, extent in placed:
        drawing.subject(place, extent)
    for place, extent in placed:
        drawing.name(place, extent)
    drawing.landmarks()
    drawing.countries()
    say = language_of(graph).say
    names = say(", ").join(graph.name_on(place, event.date) for place, _ in placed)
    return drawing.picture(say("Map: {names}", names=names), " ".join(notes(graph, placed, event)))


def notes(graph: Graph, placed: list[tuple[Location, Extent]], event: Event | None = None) -> list[str]:
    """How each kind of mark on the map is meant, once."""
    found: dict[str, None] = {}
    for place, extent in placed:
        if isinstance(extent, Area):
            found[_of_area(graph, place, extent, event)] = None
        else:
            found[language_of(graph).say(NOTES[extent.precision])] = None
    return list(found)


def _of_area(graph: Graph, place: Location, extent: Area, event: Event | None) -> str:
    name = graph.name_on(extent.place, event.date if event else None)
    say = language_of(graph).say
    if extent.place.id == place.id and event is None:
        return say("Shaded: {name}.", name=name)
    if event is None:
        return say("Shaded: {name}, which it lies in; its own place is not on file.", name=name)
    if extent.place.id == place.id or event.location_precision in {"governorate", "country"}:
        return say("Shaded: all of {name}, for no closer place is known.", name=name)
    return say(
        "Shaded: all of {name}, for the place of {place} in it is not on file.",
        name=name,
        place=graph.name_on(place, event.date),
    )
