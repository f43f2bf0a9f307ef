"""The numbers that a figure names, and on which side it leaves them open."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Number = int | Decimal
"""A count or a measure, never negative; whole numbers are always `int`."""

Phrase = Literal[
    "",
    "more than",
    "fewer than",
    "nearly",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "tens of thousands",
    "hundreds of thousands",
    "millions",
    "unknown",
]
"""A wording that the numbers alone do not give back; empty for the plain ones."""

LEAST_MEANT: Final[dict[str, int]] = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "millions": 2_000_000,
}
"""A plural is at least two of its kind; nothing is said of the most."""


@dataclass(frozen=True, slots=True)
class Extent:
    """From `low` to `high`, or beyond where a side is open. `low` equals `high` where one number is named."""

    low: Number
    high: Number
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    phrase: Phrase = ""

    @property
    def known(self) -> bool:
        """Whether any number is named."""
        return self.phrase != "unknown"


UNKNOWN: Final = Extent(0, 0, low_open=True, high_open=True, phrase="unknown")


def whole(number: Decimal) -> Number:
    """The number as `int` when it is whole, without trailing zeros when not."""
    return int(number) if number == number.to_integral_value() else number.normalize()
