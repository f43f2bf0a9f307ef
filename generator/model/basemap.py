"""A base map: the line work under every map of a site, already projected, as `dateline basemap` wrote it.

The projection is plate carrée with one standard parallel: x grows by the longitude times `stretch` (the cosine of the
parallel, rounded once and kept), y by the latitude southwards, `UNITS` to a degree. It needs no function that two
machines could round differently, and every sheet lies in the same plane.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

UNITS = 100
"""Units of the plane in a degree of latitude; one is about 1.1 km."""

KILOMETRES = 111.2
"""In a degree of latitude, on a sphere of the mean radius of the Earth."""


class Box(NamedTuple):
    """A part of the plane: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def holds(self, other: Box) -> bool:
        """Whether the other lies within this one."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def meets(self, other: Box) -> bool:
        """Whether they have a point in common."""
        return (
            self.x <= other.right
            and other.x <= self.right
            and self.y <= other.bottom
            and other.y <= self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The line work of one box, as path data of SVG: filled `sea` and `lakes` (even-odd), and lines."""

    box: Box
    sea: str
    lakes: str = ""
    borders: str = ""
    parts: str = ""
    """Borders of the first level below countries."""
    rivers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An area by the name that the map's maker gives it, as path data, and the box around it."""

    name: str
    path: str
    box: Box


class Label(NamedTuple):
    """A country's name and where it may stand. `location` is the site's own record of it, if there is one."""

    name: str
    x: float
    y: float
    location: str = ""


class Landmark(NamedTuple):
    """A town that helps to find one's way, and where it was when the map was made."""

    location: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What the line work was made of, and on what terms."""

    name: str
    version: str
    licence: str
    notice: str


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Basemap:
    """Equal only to itself; `digest` is that of the file. `detail` lies over the middle of `world`, if it is there.

    `outlines` are by the id of the location they belong to, `countries` by the folded name of the country: those that
    no location was matched with when the map was made.
    """

    digest: str
    stretch: float
    west: float
    """The meridian at which the world is cut open."""
    world: Sheet
    detail: Sheet | None = None
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    countries: Mapping[str, Outline] = field(default_factory=dict)
    labels: tuple[Label, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    credit: str
    boundaries: str
    """The date of the boundaries: `2018`."""
    packages: tuple[Package, ...] = ()

    def __repr__(self) -> str:
        return f"Basemap({self.digest})"

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """The place of a point in the plane, to about ten metres."""
        east = (longitude - self.west) % 360 + self.west
        return round(east * self.stretch * UNITS, 2), round(-latitude * UNITS, 2)

    def length(self, kilometres: float) -> float:
        """A distance in units, as it is along a meridian and at the standard parallel."""
        return kilometres / KILOMETRES * UNITS
