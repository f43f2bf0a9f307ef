"""`assets/map-detail.svg` and `map-world.svg`: the base map that the maps of all pages share, and the terms it comes on.

Pages show parts of it as pictures, so that a browser reads it once. A picture knows nothing of the page's light or dark
scheme, so its colours are translucent greys that stand on either.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.file import FileOutput
from generator.graph.graph import Graph
from generator.model.basemap import Basemap, Box, Sheet
from generator.pages.maps.window import DETAIL, WORLD

NOTICES = "assets/map-licences.txt"

LINES = (
    ("rivers", 'stroke="#4f86a8" stroke-opacity=".55" stroke-width=".9"'),
    ("parts", 'stroke="#8a7f6e" stroke-opacity=".6" stroke-width=".7" stroke-dasharray="3 2"'),
    ("borders", 'stroke="#8a7f6e" stroke-width="1.2"'),
)
"""Layers of lines from the lowest up, and how each is drawn."""

WATER = 'fill="#5d8aa8" fill-opacity=".2" fill-rule="evenodd"'


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The sheets that there are, and the licences."""
    basemap = graph.site.basemap
    if basemap is None:
        return
    yield FileOutput(address=WORLD, write=write_world)
    yield FileOutput(address=NOTICES, write=write_notices)
    if basemap.detail:
        yield FileOutput(address=DETAIL, write=write_detail)


def write_world(graph: Graph, _subject: str) -> bytes:
    """The whole world, with a hole where the fine sheet lies."""
    basemap = _basemap(graph)
    return _drawn(basemap.world, basemap.detail.box if basemap.detail else None)


def write_detail(graph: Graph, _subject: str) -> bytes:
    """The region."""
    detail = _basemap(graph).detail
    return _drawn(detail) if detail else b""


def write_notices(graph: Graph, _subject: str) -> bytes:
    """What the map was made of, and the licences of the packages that carried it."""
    basemap = _basemap(graph)
    begin = (
        f"{basemap.credit} (naturalearthdata.com), in the public domain; borders of {basemap.boundaries}.\n"
        "The packages that carry it, and their licences:"
    )
    terms = [f"{one.name} {one.version} ({one.licence})\n\n{one.notice}" for one in basemap.packages]
    return ("\n\n----\n\n".join([begin, *terms]) + "\n").encode()


def _basemap(graph: Graph) -> Basemap:
    basemap = graph.site.basemap
    if basemap is None:
        raise AssertionError
    return basemap


def _drawn(sheet: Sheet, hole: Box | None = None) -> bytes:
    x, y, width, height = sheet.box
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:g} {y:g} {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" preserveAspectRatio="none">'
    )
    lines = [head]
    if hole:
        lines.append(
            f'<clipPath id="around"><path clip-rule="evenodd" d="{_frame(sheet.box)}{_frame(hole)}"/></clipPath>'
        )
    lines.append('<g clip-path="url(#around)">' if hole else "<g>")
    lines += [f'<path {WATER} d="{path}"/>' for path in (sheet.sea, sheet.lakes) if path]
    lines.append('<g fill="none" stroke-linejoin="round" stroke-linecap="round">')
    for layer, style in LINES:
        path = getattr(sheet, layer)
        if path:
            lines.append(f'<path {style} vector-effect="non-scaling-stroke" d="{path}"/>')
    lines.append("</g></g></svg>\n")
    return "\n".join(lines).encode()


def _frame(box: Box) -> str:
    return f"M{box.x:g} {box.y:g}h{box.width:g}v{box.height:g}h{-box.width:g}z"
