"""Reader of coordinates: latitude, longitude, in decimal degrees (WGS 84)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import JsonSchema
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import word
from generator.reading.nodes import Node, Sequence

_DEGREES: Final = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{1,15})?")
_FURTHEST_NORTH: Final = 90
_FURTHEST_EAST: Final = 180
_EXAMPLE: Final = "write [35.84, 38.55]: latitude first, in decimal degrees, west and south with a minus"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """`[latitude, longitude]`."""

    def read(self, node: Node, path: str, reading: Reading) -> tuple[float, float] | None:
        """The two numbers, in range."""
        if not isinstance(node, Sequence) or len(node.nodes) != 2:  # noqa: PLR2004 - a pair
            reading.fault("D114", "there are not two numbers in a list", node, _EXAMPLE)
            return None
        latitude, longitude = (
            _degrees(part, f"{path}.{index}", reading) for index, part in enumerate(node.nodes)
        )
        if latitude is None or longitude is None:
            return None
        if abs(latitude) > _FURTHEST_NORTH or abs(longitude) > _FURTHEST_EAST:
            _out_of_range(node, latitude, longitude, reading)
            return None
        if latitude == longitude == 0:
            reading.fault("D116", "0, 0 is in the Atlantic", node, "leave out coordinates that are not known")
        return latitude, longitude

    def words(self) -> str:
        """As `Reader`."""
        return "`[latitude, longitude]`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        latitude = {"type": "number", "minimum": -_FURTHEST_NORTH, "maximum": _FURTHEST_NORTH}
        longitude = {"type": "number", "minimum": -_FURTHEST_EAST, "maximum": _FURTHEST_EAST}
        return {"type": "array", "prefixItems": [latitude, longitude], "items": False, "minItems": 2}


def _degrees(node: Node, path: str, reading: Reading) -> float | None:
    reading.mark(path, node)
    found = word(node, reading, "a number")
    if found is None:
        return None
    if _DEGREES.fullmatch(found.text):
        return float(found.text)
    reading.fault("D114", f"{in_quotes(found.text)} is not a number of degrees", found, _EXAMPLE)
    return None


def _out_of_range(node: Node, latitude: float, longitude: float, reading: Reading) -> None:
    if abs(latitude) <= _FURTHEST_EAST and abs(longitude) <= _FURTHEST_NORTH:
        message = f"the latitude {latitude:g} is beyond the pole: are the two swapped?"
        reading.fault("D115", message, node, f"write [{longitude:g}, {latitude:g}]")
        return
    message = f"{latitude:g}, {longitude:g} is not on the globe"
    reading.fault("D114", message, node, "latitude is between -90 and 90, longitude between -180 and 180")
