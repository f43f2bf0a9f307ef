"""The base map of one site, made of the whole world's map data: fine where most of its events are, coarse elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from math import cos, radians

from generator.cartography.bounds import Bounds, landmarks, region
from generator.cartography.lines import (
    Grid,
    box_of,
    cut_ring,
    gridded,
    path_data,
    pieces,
    thinned,
    unrolled,
)
from generator.cartography.packages import BOUNDARIES, CREDIT, Packages
from generator.cartography.shapes import Shape, matched, shapes
from generator.cartography.topology import Line, Topology
from generator.graph.graph import Graph
from generator.model.basemap import UNITS, Basemap, Box, Label, Landmark, Outline, Sheet
from generator.model.names import fold

FINE, AREAS, COARSE = 0.006, 0.012, 0.08
"""Degrees by which lines may be off: in the region, of areas that stand out on a page, in the rest of the world."""

LANDMARKS = 24

LEAST_ISLAND = 0.01
"""Part of an area's largest ring below which a ring is left out, so that a country fits on a page."""

MAINLAND = 0.2
"""The same for the box around it: France is looked for in Europe."""

LEAST_SEEN = 150
"""Square units below which a ring is left out of the map of the world: a tenth of a degree or so each way."""

ANTIMERIDIAN, TURN = 180, 360

WIDE = ((20.0, COARSE), (4.0, 0.03))
"""Degrees of longitude from which an area is drawn more coarsely: by so many degrees."""

LANDS = "countries"


@dataclass(frozen=True, slots=True)
class Plane:
    """How degrees become units: the world is cut open at `west`, and its whole width is a box."""

    stretch: float
    west: float

    @property
    def world(self) -> Box:
        """The box of the whole world, without the ice around the south pole that no story is about."""
        return Box(
            round(self.west * self.stretch * UNITS),
            -84 * UNITS,
            round(360 * self.stretch * UNITS),
            142 * UNITS,
        )

    def box(self, bounds: Bounds) -> Box:
        """The box of a part of the world."""
        west, south, east, north = bounds
        x = round(west * self.stretch * UNITS)
        return Box(
            x, round(-north * UNITS), round(east * self.stretch * UNITS) - x, round((north - south) * UNITS)
        )

    def turned(self, line: Line) -> Iterator[Grid]:
        """A line as it lies in the plane: in one piece, and as often as the world's box sees it when it is turned."""
        whole = unrolled(line)
        for turn in (-TURN, 0, TURN):
            grid = gridded([(longitude + turn, latitude) for longitude, latitude in whole], self.stretch)
            if grid and self.world.meets(box_of([grid])):
                yield grid


def extract(graph: Graph, packages: Packages, bounds: Bounds | None = None) -> Basemap:
    """The base map of a site. `bounds` replace the region that follows from its places."""
    bounds = bounds or region(graph)
    plane = _plane(bounds)
    lands = packages.countries(10 if bounds else 110)
    countries = list(shapes(lands, LANDS))
    divisions = [
        shape for one in packages.divisions() for layer in one.layers for shape in shapes(one, layer)
    ]
    detail = _detail(plane, bounds, lands, packages) if bounds else None
    of_countries = list(
        matched(graph, (place for place in graph.locations if place.kind == "country"), countries)
    )
    parts = [place for place in graph.locations if place.kind in {"governorate", "region"}]
    areas = [*of_countries, *matched(graph, parts, divisions)]
    return Basemap(
        digest="",
        stretch=plane.stretch,
        west=plane.west,
        world=_world(plane, packages.countries(50)),
        detail=detail,
        outlines=_outlines(plane, ((place.id, shape) for place, shape in areas)),
        labels=tuple(
            _labels(plane, detail, countries, {shape.name: place.id for place, shape in of_countries})
        ),
        landmarks=tuple(_landmarks(graph, plane, bounds)) if bounds else (),
        credit=CREDIT,
        boundaries=BOUNDARIES,
        packages=packages.told(),
    )


def whole_world(packages: Packages) -> Basemap:
    """The base map of a site that has none of its own: the whole world at 1:110 million, with every country's outline."""
    plane = _plane(None)
    lands = packages.countries(110)
    return Basemap(
        digest="",
        stretch=plane.stretch,
        west=plane.west,
        world=_world(plane, lands),
        countries=_outlines(plane, ((fold(shape.name), shape) for shape in shapes(lands, LANDS))),
        credit=CREDIT,
        boundaries=BOUNDARIES,
        packages=tuple(package for package in packages.told() if package.name == "world-atlas"),
    )


def _plane(bounds: Bounds | None) -> Plane:
    """A standard parallel through the middle of the region, or one that suits the whole world."""
    _, south, east, north = bounds or (-180.0, 35.0, 180.0, 35.0)
    return Plane(
        round(cos(radians((south + north) / 2)), 3), 0.0 if bounds and east > ANTIMERIDIAN else -180.0
    )


def _world(plane: Plane, lands: Topology) -> Sheet:
    coarse = lands.thinned(partial(thinned, tolerance=COARSE))
    return Sheet(
        box=plane.world,
        sea=_sea(plane, plane.world, coarse, LEAST_SEEN),
        borders=_lines(plane, plane.world, coarse.shared(LANDS)),
    )


def _detail(plane: Plane, bounds: Bounds, lands: Topology, packages: Packages) -> Sheet:
    box = plane.box(bounds)
    fine = partial(thinned, tolerance=FINE)
    near = lands.thinned(lambda arc: fine(arc) if _is_near(plane, arc, box) else arc[:: max(1, len(arc) - 1)])
    waters = packages.waters
    divisions = (
        line
        for one in packages.divisions()
        for layer in one.layers
        for line in one.shared(layer)
        if _is_near(plane, line, box)
    )
    lakes = (ring for lake in waters.layers["lakes"] for ring in waters.rings(lake))
    return Sheet(
        box=box,
        sea=_sea(plane, box, near),
        lakes=path_data(_cut(plane, box, lakes), closed=True),
        borders=_lines(plane, box, near.shared(LANDS)),
        parts=_lines(plane, box, map(fine, divisions)),
        rivers=_lines(
            plane, box, (ring for river in waters.layers["rivers"] for ring in waters.rings(river))
        ),
    )


def _is_near(plane: Plane, line: Line, box: Box) -> bool:
    return any(box.meets(box_of([grid])) for grid in plane.turned(line))


def _sea(plane: Plane, box: Box, lands: Topology, least: int = 0) -> str:
    """The whole box, and in it, even-odd, the land; borders between countries cancel out where two meet."""
    left, top, right, bottom = (round(edge) for edge in (box.x, box.y, box.right, box.bottom))
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    rings = (ring for land in lands.layers["land"] for ring in lands.rings(land))
    return path_data([corners, *_cut(plane, box, rings, least)], closed=True)


def _cut(plane: Plane, box: Box, rings: Iterable[Line], least: int = 0) -> Iterator[Grid]:
    """The parts of areas in the box that are as large as `least`, in square units."""
    for ring in rings:
        for grid in plane.turned(ring):
            cut = cut_ring(grid, box)
            if cut and abs(_area(cut)) >= least:
                yield cut


def _lines(plane: Plane, box: Box, lines: Iterable[Line]) -> str:
    grids = (grid for line in lines for grid in plane.turned(line))
    return path_data(piece for grid in grids for piece in pieces(grid, box))


def _outlines(plane: Plane, found: Iterable[tuple[str, Shape]]) -> dict[str, Outline]:
    made = ((key, _outline(plane, shape)) for key, shape in found)
    return {key: outline for key, outline in made if outline}


def _outline(plane: Plane, shape: Shape) -> Outline | None:
    """An area without its smallest islands, and the box around its mainland; None for one outside the world's box."""
    wide = shape.corners[2] - shape.corners[0]
    tolerance = next((coarse for least, coarse in WIDE if wide >= least), AREAS)
    grids = [
        cut
        for ring in shape.rings
        for grid in plane.turned(thinned(ring, tolerance))
        if (cut := cut_ring(grid, plane.world))
    ]
    sizes = [abs(_area(grid)) for grid in grids]
    largest = max(sizes, default=0)
    if not largest:
        return None
    kept = [grid for grid, size in zip(grids, sizes, strict=True) if size >= LEAST_ISLAND * largest]
    mainland = [grid for grid, size in zip(grids, sizes, strict=True) if size >= MAINLAND * largest]
    return Outline(name=shape.name, path=path_data(kept, closed=True), box=box_of(mainland))


def _labels(
    plane: Plane, detail: Sheet | None, countries: Iterable[Shape], ids: dict[str, str]
) -> Iterator[Label]:
    """A label in the middle of what is seen of each country in the region."""
    if detail is None:
        return
    for shape in countries:
        seen = [
            ring
            for whole in shape.rings
            for grid in plane.turned(whole)
            if (ring := cut_ring(grid, detail.box))
        ]
        largest = max(seen, key=lambda ring: abs(_area(ring)), default=None)
        if largest and abs(_area(largest)) > UNITS * UNITS / 4:
            yield Label(shape.name, *_middle(largest), ids.get(shape.name, ""))


def _landmarks(graph: Graph, plane: Plane, bounds: Bounds) -> Iterator[Landmark]:
    for place in landmarks(graph, bounds, LANDMARKS):
        latitude, longitude = place.coordinates or (0.0, 0.0)
        ((x, y),) = gridded([((longitude - plane.west) % 360 + plane.west, latitude)], plane.stretch)
        yield Landmark(place.id, x, y)


def _area(ring: Grid) -> float:
    """Signed area of a ring (the shoelace formula)."""
    following = ring[1:] + ring[:1]
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, following, strict=True)) / 2


def _middle(ring: Grid) -> tuple[int, int]:
    """The centre of gravity of a ring."""
    area, x, y = _area(ring), 0.0, 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        x, y = x + (ax + bx) * cross, y + (ay + by) * cross
    return round(x / (6 * area)), round(y / (6 * area))
