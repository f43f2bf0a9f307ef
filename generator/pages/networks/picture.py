"""The network of a site as SVG: a line for events shared, a dashed one for what is part of what, a dot for each actor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import sqrt
from typing import Final

from generator.model.prose import ROOT
from generator.pages.html import Html
from generator.pages.maps.labels import Lettering
from generator.pages.networks.layout import laid_out, pulls_of
from generator.pages.networks.ties import Tie

WIDTH, HEIGHT, EDGE = 640, 540, 44

SIZE: Final = 16.0
"""Height of letters: more than they have on a desk, so that they stay apart on a telephone."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An actor of the picture. `person`: drawn hollow."""

    id: str
    name: str
    address: str
    events: int
    person: bool


def network_svg(dots: Sequence[Dot], ties: Sequence[Tie], wholes: Sequence[tuple[str, str]]) -> Html:
    """The picture; what comes first in `dots` gets its name first. `wholes` are parts and what they are part of."""
    numbers = {dot.id: number for number, dot in enumerate(dots)}
    pulls = pulls_of(numbers, [(tie.one, tie.other, tie.events) for tie in ties])
    places = laid_out(len(dots), pulls, WIDTH, HEIGHT, EDGE)
    pieces = (*_lines(numbers, places, ties, wholes), *_dots(dots, places), *_names(dots, places))
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return Html("\n".join([f'<svg {size} aria-hidden="true" focusable="false">', *pieces, "</svg>"]))


def thickness(events: int) -> float:
    """Width of a line for so many events."""
    return round(min(0.5 + sqrt(events) * 0.7, 6.0), 1)


def _radius(dot: Dot) -> float:
    return round(min(3.0 + sqrt(dot.events) * 1.2, 13.0), 1)


def _lines(
    numbers: Mapping[str, int],
    places: Sequence[tuple[int, int]],
    ties: Sequence[Tie],
    wholes: Sequence[tuple[str, str]],
) -> Iterator[str]:
    for tie in reversed(ties):  # the strongest lie uppermost
        one, other = numbers[tie.one], numbers[tie.other]
        yield _line(
            places,
            one,
            other,
            f'class="tie" stroke-width="{thickness(tie.events):g}" data-events="{tie.events}"',
        )
    for part, whole in wholes:
        yield _line(places, numbers[part], numbers[whole], 'class="part-of"')


def _line(places: Sequence[tuple[int, int]], one: int, other: int, attributes: str) -> str:
    (x, y), (ox, oy) = places[one], places[other]
    return f'<line {attributes} data-ends="{one} {other}" x1="{x}" y1="{y}" x2="{ox}" y2="{oy}"/>'


def _dots(dots: Sequence[Dot], places: Sequence[tuple[int, int]]) -> Iterator[str]:
    for number, (dot, (x, y)) in enumerate(zip(dots, places, strict=True)):
        kind = " is-person" if dot.person else ""
        title = f"<title>{escape(dot.name)}</title>"
        circle = f'<circle class="dot{kind}" cx="{x}" cy="{y}" r="{_radius(dot):g}"/>'
        yield f'<a href="{ROOT}{escape(dot.address)}" tabindex="-1" data-dot="{number}">{title}{circle}</a>'


def _names(dots: Sequence[Dot], places: Sequence[tuple[int, int]]) -> Iterator[str]:
    letters = Lettering(WIDTH, HEIGHT)
    for dot, (x, y) in zip(dots, places, strict=True):
        letters.mark(x, y, _radius(dot))
    for number, (dot, (x, y)) in enumerate(zip(dots, places, strict=True)):
        if letters.beside(x, y, _radius(dot), dot.name, "name", size=SIZE):
            text = letters.texts[-1]
            anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
            yield f'<text data-dot="{number}" x="{text.x:g}" y="{text.y:g}"{anchor}>{escape(text.text)}</text>'
