"""`map/places.js`: where the events of `timeline/events.js` are, for the map that readers with scripts move.

A mark is an array: id and name of the place, what is known of it (`site`, `town`, `district`, or `area`), then its place
in the plane of the base map, and for an area its outline. `event` has, in the order of the events, the numbers of their marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.file import FileOutput
from generator.exports.script_file import Value, script_file
from generator.exports.standing import standing
from generator.graph.extents import Area
from generator.graph.graph import Graph
from generator.graph.traced import recorded
from generator.model.basemap import Basemap, Sheet
from generator.pages.maps.marks import PlaceMark, place_marks
from generator.pages.maps.window import DETAIL, WORLD

ADDRESS = "map/places.js"


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file, for a site that has maps."""
    if graph.site.basemap:
        yield FileOutput(address=ADDRESS, write=write, whole=True)


def write(graph: Graph, _subject: str) -> bytes:
    """Sheets of the base map, marks, and the marks of each event."""
    graph = recorded(graph)
    basemap = graph.site.basemap
    if basemap is None:
        return b""
    events = standing(graph).events
    marks, _ = place_marks(graph, events)
    of_events: list[list[int]] = [[] for _ in events]
    for number, mark in enumerate(marks):
        for event in mark.events:
            of_events[event].append(number)
    sheets = [_sheet(WORLD, basemap.world)]
    sheets += [_sheet(DETAIL, basemap.detail)] if basemap.detail else []
    value: Value = {
        "sheet": sheets,
        "label": [[_name(graph, label.location) or label.name, label.x, label.y] for label in basemap.labels],
        "mark": [_mark(basemap, mark) for mark in marks],
        "event": of_events,
    }
    return script_file(ADDRESS, value)


def _sheet(address: str, sheet: Sheet) -> list[object]:
    return [address, *sheet.box]


def _name(graph: Graph, location_id: str) -> str:
    place = graph.find("location", location_id) if location_id else None
    return graph.name_on(place) if place else ""


def _mark(basemap: Basemap, mark: PlaceMark) -> list[object]:
    place, extent = mark.place, mark.extent
    if isinstance(extent, Area):
        box = extent.outline.box
        middle = (box.x + box.width / 2, box.y + box.height / 2)
        return [place.id, place.name, "area", *middle, extent.outline.path]
    return [place.id, place.name, extent.precision, *basemap.place(*extent.at)]
