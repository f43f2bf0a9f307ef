"""D311: are coordinates written more exactly than anybody measures?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph

DECIMALS: Final = 6
"""The sixth decimal of a degree is 11 cm. A map on the web copies out more, and so does arithmetic; GeoNames gives
five, for a country as for a bridge."""


def overfine_coordinates(graph: Graph) -> Iterator[Diagnostic]:
    """A latitude or longitude with more than six decimals."""
    for place in graph.locations:
        if not place.coordinates or max(map(_decimals, place.coordinates)) <= DECIMALS:
            continue
        north, east = (round(degrees, DECIMALS) for degrees in place.coordinates)
        yield finding(
            graph,
            "D311",
            place,
            "coordinates",
            f"{max(map(_decimals, place.coordinates))} decimals of a degree place {place.id} "
            "more exactly than it can be known",
            f"round them: [{north}, {east}] is exact to 11 cm",
        )


def _decimals(degrees: float) -> int:
    """Decimals of the shortest text that reads back as the number; 0 for one written with an exponent."""
    text = repr(degrees)
    return len(text.partition(".")[2]) if "e" not in text else 0
