"""TopoJSON (specification 1.0) as lines and rings of longitude and latitude.

Only what the packages use: quantised arcs with a `transform`, polygons, lines, and collections of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Position = tuple[float, float]
"""Longitude and latitude, degrees, in that order as TopoJSON has them."""

Line = list[Position]
Thinned = Callable[[Line], Line]


@dataclass(frozen=True, slots=True)
class Feature:
    """A geometry of a layer: its properties and the indexes of the arcs of each of its rings, or of its one line."""

    properties: dict[str, Any]
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Topology:
    """Arcs that neighbours share. An arc `~n` is arc `n` backwards."""

    arcs: tuple[Line, ...]
    layers: dict[str, tuple[Feature, ...]]

    def thinned(self, thin: Thinned) -> Topology:
        """The same with simpler arcs; what was shared is still shared."""
        return Topology(tuple(thin(arc) for arc in self.arcs), self.layers)

    def rings(self, feature: Feature) -> Iterator[Line]:
        """The rings of an area, or the one line."""
        for ring in feature.rings:
            yield self._joined(ring)

    def shared(self, layer: str) -> Iterator[Line]:
        """The arcs between two features of a layer: borders without coasts and outer edges."""
        uses = Counter(
            index for feature in self.layers[layer] for index in {i if i >= 0 else ~i for i in _all(feature)}
        )
        for index in sorted(index for index, count in uses.items() if count > 1):
            yield self.arcs[index]

    def _joined(self, ring: Iterable[int]) -> Line:
        points: Line = []
        for index in ring:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points.extend(arc[1:] if points else arc)
        return points


def topology(read: dict[str, Any]) -> Topology:
    """A TopoJSON object, decoded."""
    scale, translate = read["transform"]["scale"], read["transform"]["translate"]
    arcs = tuple(_arc(arc, scale, translate) for arc in read["arcs"])
    layers = {
        name: tuple(_feature(geometry) for geometry in layer.get("geometries", ()))
        for name, layer in read["objects"].items()
    }
    return Topology(arcs, layers)


def _arc(steps: list[list[int]], scale: list[float], translate: list[float]) -> Line:
    """Deltas added up and brought back to degrees."""
    x = y = 0
    line = []
    for step in steps:
        x, y = x + step[0], y + step[1]
        line.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
    return line


def _feature(geometry: dict[str, Any]) -> Feature:
    arcs = geometry.get("arcs", [])
    match geometry.get("type"):
        case "LineString":
            rings = [arcs]
        case "MultiPolygon":
            rings = [ring for polygon in arcs for ring in polygon]
        case _:  # a polygon's rings, the lines of a MultiLineString, or nothing
            rings = arcs
    return Feature(geometry.get("properties") or {}, tuple(tuple(ring) for ring in rings))


def _all(feature: Feature) -> Iterator[int]:
    return (index for ring in feature.rings for index in ring)
