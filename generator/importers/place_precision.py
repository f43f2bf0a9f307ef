"""How exactly a gazetteer's point tells where a place is. No finer than the place is large, nor than the point is written."""

from __future__ import annotations

from typing import Final

from generator.model.records import PRECISIONS, LocationKind, Precision

_BY_KIND: Final[dict[LocationKind, Precision]] = {
    "country": "country",
    "region": "governorate",
    "governorate": "governorate",
    "district": "district",
    "city": "town",
    "town": "town",
    "village": "town",
    "base": "site",
    "crossing": "site",
    "site": "site",
    "river": "governorate",
    "body-of-water": "district",
}
"""A point in a river or lake stands for the whole of it."""
_MINUTES: Final = 60
_NEAR_A_MINUTE: Final = 0.005
"""Minutes of arc: what rounding to four decimals leaves."""


def precision_of(kind: LocationKind, latitude: str, longitude: str) -> Precision:
    """The precision of a point that is written in decimal degrees."""
    return max(_BY_KIND[kind], _written(latitude, longitude), key=PRECISIONS.index)


def _written(latitude: str, longitude: str) -> Precision:
    """What the digits allow: a tenth of a degree is up to 11 km, a hundredth or a minute of arc 1 to 2 km."""
    decimals = max(_decimals(latitude), _decimals(longitude))
    if decimals == 0:
        return "governorate"
    if decimals == 1:
        return "district"
    if decimals == 2 or (_is_whole_minutes(latitude) and _is_whole_minutes(longitude)):  # noqa: PLR2004 - as above
        return "town"
    return "site"


def _decimals(degrees: str) -> int:
    return len(degrees.partition(".")[2].rstrip("0"))


def _is_whole_minutes(degrees: str) -> bool:
    """Whether the point was taken from a map in degrees and minutes, whatever its decimals pretend."""
    minutes = float(degrees) * _MINUTES
    return abs(minutes - round(minutes)) < _NEAR_A_MINUTE
