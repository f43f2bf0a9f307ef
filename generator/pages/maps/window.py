"""A window on the plane of the base map: how a part of it becomes a picture of so many units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.graph.extents import RINGS, Area, Extent, Ring
from generator.model.basemap import Basemap, Box

DETAIL: Final = "assets/map-detail.svg"
WORLD: Final = "assets/map-world.svg"


@dataclass(frozen=True, slots=True)
class Ground:
    """A sheet of the base map and where it lies in the picture."""

    address: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Window:
    """`scale` are units of the picture to one of the plane; `box` is the part of the plane that is seen."""

    box: Box
    scale: float
    width: int
    height: int

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A place of the plane in the picture."""
        return round((x - self.box.x) * self.scale, 1), round((y - self.box.y) * self.scale, 1)

    @property
    def transform(self) -> str:
        """The same for whole paths, as SVG writes it."""
        scale = round(self.scale, 4)
        return f"matrix({scale:g} 0 0 {scale:g} {-self.box.x * scale:.1f} {-self.box.y * scale:.1f})"

    def grounds(self, basemap: Basemap) -> tuple[Ground, ...]:
        """The sheets that are seen: the fine one alone where it fills the window."""
        detail = basemap.detail
        if detail and detail.box.holds(self.box):
            return (self._ground(DETAIL, detail.box),)
        world = self._ground(WORLD, basemap.world.box)
        return (
            (world, self._ground(DETAIL, detail.box)) if detail and detail.box.meets(self.box) else (world,)
        )

    def _ground(self, address: str, box: Box) -> Ground:
        x, y = self.place(box.x, box.y)
        return Ground(address, x, y, round(box.width * self.scale, 1), round(box.height * self.scale, 1))


def window(box: Box, width: int, height: int, *, least: float, margin: float) -> Window:
    """The window of a picture that shows the box with a margin (a part of its size) around it, and `least` units at
    least from side to side.
    """
    wanted = max(box.width * (1 + 2 * margin), least)
    high = max(box.height * (1 + 2 * margin), least * height / width)
    scale = min(width / wanted, height / high)
    seen = Box(
        box.x + box.width / 2 - width / scale / 2,
        box.y + box.height / 2 - height / scale / 2,
        width / scale,
        height / scale,
    )
    return Window(seen, scale, width, height)


COARSELY: Final = 1300.0
"""Units from side to side that a picture has at the least where the base map is coarse."""


def view_on(basemap: Basemap, box: Box, width: int, height: int, *, least: float, margin: float) -> Window:
    """The window on a box that suits the base map there."""
    fine = basemap.detail.box if basemap.detail else None
    if fine and fine.holds(box):
        return _shifted(window(box, width, height, least=least, margin=margin), fine)
    return window(box, width, height, least=COARSELY, margin=margin)


def _shifted(seen: Window, sheet: Box) -> Window:
    """The window where it does not look over an edge of the sheet, if it fits."""
    x = min(max(seen.box.x, sheet.x), sheet.right - seen.box.width)
    y = min(max(seen.box.y, sheet.y), sheet.bottom - seen.box.height)
    box = Box(
        x if seen.box.width <= sheet.width else seen.box.x,
        y if seen.box.height <= sheet.height else seen.box.y,
        seen.box.width,
        seen.box.height,
    )
    return replace(seen, box=box)


def extent_box(basemap: Basemap, extent: Extent) -> Box:
    """The box around a ring or an area."""
    if isinstance(extent, Area):
        return extent.outline.box
    x, y = basemap.place(*extent.at)
    radius = ring_radius(basemap, extent)
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)


def ring_radius(basemap: Basemap, ring: Ring) -> float:
    """The radius of a ring in units of the plane."""
    return basemap.length(RINGS[ring.precision])


def around(boxes: Sequence[Box]) -> Box:
    """The box around boxes."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)
