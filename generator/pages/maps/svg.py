"""A map as SVG inside a page. Written in Python, so that events at one place share it and no template runs for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.model.prose import ROOT
from generator.pages.html import Html
from generator.pages.maps.picture import Mark, Picture


@dataclass(frozen=True, slots=True)
class MapFigure:
    """A drawn map, how its marks are meant, and whose the base map is."""

    svg: Html
    note: str
    credit: str


def figure_of(picture: Picture, *, described: bool) -> MapFigure:
    """A map for a page. `described`: it has its sentence as a label; otherwise a list on the page says the same."""
    label = (
        f'role="img" aria-label="{escape(picture.words)}"'
        if described
        else 'aria-hidden="true" focusable="false"'
    )
    size = f'viewBox="0 0 {picture.width} {picture.height}" width="{picture.width}" height="{picture.height}"'
    return MapFigure(Html(f"<svg {size} {label}>\n{inside(picture)}\n</svg>"), picture.note, picture.credit)


def inside(picture: Picture) -> Html:
    """What is drawn, without the frame."""
    return Html("\n".join(_pieces(picture)))


def _pieces(picture: Picture) -> Iterator[str]:
    for ground in picture.grounds:
        yield (
            f'<image href="{ROOT}{ground.address}" x="{ground.x:g}" y="{ground.y:g}" '
            f'width="{ground.width:g}" height="{ground.height:g}" preserveAspectRatio="none"/>'
        )
    for path in picture.areas:
        yield f'<path class="map-area" transform="{picture.transform}" d="{path}"/>'
    for mark in picture.marks:
        yield _circle(mark)
    for text in picture.texts:
        anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
        yield f'<text class="is-{text.kind}" x="{text.x:g}" y="{text.y:g}"{anchor}>{escape(text.text)}</text>'


def _circle(mark: Mark) -> str:
    at = f'cx="{mark.x:g}" cy="{mark.y:g}"'
    circle = f'<circle class="map-ring is-{mark.kind}" {at} r="{mark.radius:g}"/>'
    if mark.address:
        title = f"<title>{escape(mark.label)}</title>"
        return f'<a href="{ROOT}{escape(mark.address)}" tabindex="-1">{title}{circle}</a>'
    return f'{circle}<circle class="map-dot" {at} r="2.5"/>' if mark.kind == "site" else circle
