"""Areas with names, out of the packages: each is a list of rings, and the site's places are matched with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.cartography.lines import holds
from generator.cartography.topology import Line, Position, Topology
from generator.graph.graph import Graph
from generator.graph.points import location_point
from generator.model.names import fold
from generator.model.records import Location

GENERIC = frozenset(
    {"governorate", "province", "region", "state", "district", "county", "canton", "department", "oblast"}
    | {"prefecture", "of", "the", "محافظه", "ولايه"}
)
"""Folded words that say what an area is and not which: some maps write them and some do not."""


@dataclass(frozen=True, slots=True)
class Shape:
    """An area by its name in the package."""

    name: str
    rings: tuple[Line, ...]
    corners: tuple[float, float, float, float]

    def holds(self, position: Position) -> bool:
        """Whether the position lies in it."""
        west, south, east, north = self.corners
        inside = west <= position[0] <= east and south <= position[1] <= north
        return inside and holds(self.rings, position)


def shapes(source: Topology, layer: str) -> Iterator[Shape]:
    """The named areas of a layer."""
    for feature in source.layers[layer]:
        name = feature.properties.get("name")
        rings = tuple(source.rings(feature))
        if not name or not rings:
            continue
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        yield Shape(str(name), rings, (min(xs), min(ys), max(xs), max(ys)))


def matched(
    graph: Graph, places: Iterable[Location], found: Sequence[Shape]
) -> Iterator[tuple[Location, Shape]]:
    """Each place with its area: the only one of its name; else the one its coordinates are in; else the one that most
    of its parts are in. A region, which may be anything, goes by its name alone.
    """
    by_name: dict[str, list[Shape]] = {}
    for shape in found:
        by_name.setdefault(_plain(shape.name), []).append(shape)
    for place in places:
        named = [shape for name in _names(place) for shape in by_name.get(name, ())]
        if len({id(shape) for shape in named}) == 1:
            yield place, named[0]
        elif place.kind != "region" and (around := _around(graph, place, found)):
            yield place, around


def _around(graph: Graph, place: Location, found: Sequence[Shape]) -> Shape | None:
    points = [place.coordinates, *map(location_point, graph.descendants(place.id))]
    for begin in (points[:1], points[1:]):
        counts = Counter(
            index
            for point in begin
            if point
            for index, shape in enumerate(found)
            if shape.holds((point[1], point[0]))
        )
        if counts:
            return found[max(counts, key=lambda index: (counts[index], -index))]
    return None


def _names(place: Location) -> list[str]:
    """Every name of the place in folded form, without what it shares with others of its kind."""
    written = (place.name, *place.aliases, *(name.text for name in place.names))
    return list(dict.fromkeys(filter(None, map(_plain, written))))


def _plain(name: str) -> str:
    words = [word for word in fold(name).split() if word not in GENERIC]
    return fold(" ".join(words))
