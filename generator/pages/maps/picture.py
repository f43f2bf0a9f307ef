"""What the template of a map sees: sheets of the base map, areas, rings, dots and words, and a sentence that says it all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.graph.extents import Area, Extent, Ring
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.points import location_point
from generator.graph.withdrawal import is_withdrawn
from generator.model.basemap import Basemap
from generator.model.moment import Moment
from generator.model.records import Location
from generator.pages.maps.labels import Lettering, Text
from generator.pages.maps.window import Ground, Window, ring_radius

LEAST_RING: Final = 7.0
"""Radius of the smallest ring that is seen as one."""

DOT: Final = 2.5

FEW: Final = 5
"""Landmarks on one picture: enough to find one's way."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle. `kind` is how sure it is (`site`, `town`, `district`) or what it marks; `address` is where it leads."""

    x: float
    y: float
    radius: float
    kind: str
    label: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A map. `words` say in a sentence what is drawn; `note` how exactly it is meant."""

    width: int
    height: int
    grounds: tuple[Ground, ...]
    transform: str
    areas: tuple[str, ...]
    marks: tuple[Mark, ...]
    texts: tuple[Text, ...]
    words: str
    note: str
    credit: str


@dataclass(slots=True)
class Drawing:
    """A picture while it is drawn: first what the page is about, then what helps to read it."""

    graph: Graph
    basemap: Basemap
    window: Window
    size: float
    on: Moment | None
    areas: list[str]
    marks: list[Mark]
    letters: Lettering
    shown: set[str]

    @classmethod
    def on_window(
        cls, graph: Graph, basemap: Basemap, window: Window, *, size: float, on: Moment | None = None
    ) -> Drawing:
        """An empty drawing; `size` is the height of its letters, `on` the day whose names it shows."""
        return cls(graph, basemap, window, size, on, [], [], Lettering(window.width, window.height), set())

    def subject(self, place: Location, extent: Extent) -> None:
        """Draw where something is, without its name."""
        self.shown.add(place.id)
        if isinstance(extent, Area):
            self.shown.add(extent.place.id)
            if extent.outline.path not in self.areas:
                self.areas.append(extent.outline.path)
            return
        x, y = self.window.place(*self.basemap.place(*extent.at))
        radius = round(max(ring_radius(self.basemap, extent) * self.window.scale, LEAST_RING), 1)
        self.marks.append(Mark(x, y, radius, extent.precision))
        self.letters.mark(x, y, min(radius, 2 * LEAST_RING))

    def name(self, place: Location, extent: Extent) -> None:
        """Write its name beside or across it."""
        name = self.graph.name_on(place, self.on)
        if isinstance(extent, Ring):
            x, y = self.window.place(*self.basemap.place(*extent.at))
            radius = ring_radius(self.basemap, extent) * self.window.scale
            self.letters.beside(x, y, max(radius, LEAST_RING), name, "subject", size=self.size)
        elif extent.place.id == place.id:
            box = extent.outline.box
            middle = self.window.place(box.x + box.width / 2, box.y + box.height / 2)
            self.letters.over(*middle, name, "subject", size=self.size)

    def landmarks(self) -> None:
        """A few towns that are in the picture, under their names of that day."""
        found = 0
        for location_id, x, y in self.basemap.landmarks:
            if found < FEW and location_id not in self.shown and self._sees(x, y):
                place = self.graph.find("location", location_id)
                if isinstance(place, Location) and not is_withdrawn(place):
                    found += self._landmark(place)

    def countries(self) -> None:
        """The names of countries that are in the picture."""
        for label in self.basemap.labels:
            if label.location in self.shown or not self._sees(label.x, label.y):
                continue
            place = self.graph.find("location", label.location) if label.location else None
            name = self.graph.name_on(place, self.on) if place else label.name
            self.letters.over(*self.window.place(label.x, label.y), name, "country", size=self.size)

    def picture(self, words: str, note: str) -> Picture:
        """The finished map."""
        return Picture(
            width=self.window.width,
            height=self.window.height,
            grounds=self.window.grounds(self.basemap),
            transform=self.window.transform,
            areas=tuple(self.areas),
            marks=tuple(self.marks),
            texts=tuple(self.letters.texts),
            words=words,
            note=note,
            credit=credit(self.graph, self.basemap),
        )

    def _landmark(self, place: Location) -> bool:
        point = location_point(place)
        if point is None:
            return False
        x, y = self.window.place(*self.basemap.place(*point))
        written = self.letters.beside(
            x, y, DOT, self.graph.name_on(place, self.on), "landmark", size=self.size
        )
        if written:
            self.marks.append(Mark(x, y, DOT, "landmark"))
            self.letters.mark(x, y, DOT)
        return written

    def _sees(self, x: float, y: float) -> bool:
        box = self.window.box
        return box.x <= x <= box.right and box.y <= y <= box.bottom


def credit(graph: Graph, basemap: Basemap) -> str:
    """Whose the base map is, and of when its borders are."""
    return language_of(graph).say(
        "{credit}, borders of {year}",
        credit=basemap.credit,
        year=language_of(graph).digits(basemap.boundaries),
    )
