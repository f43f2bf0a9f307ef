"""How exactly an EDTF expression fixes its moment."""

from typing import Literal

Precision = Literal[
    "millennium",
    "century",
    "decade",
    "year",
    "season",
    "month",
    "day",
    "minute",
    "second",
    "interval",
    "set",
]
"""The finest part that is known: `2014-08-XX` has the precision of a month, `201X` of a decade.

'millennium' is also anything coarser (`XXXX`, `Y17E7S1`); 'season' is every grouping of months (quarters, halves…).
"""


def year_precision(unknown_digits: int) -> Precision:
    """The precision of a year of which so many digits, counted from the first unknown one, are not known."""
    steps: tuple[Precision, ...] = ("year", "decade", "century", "millennium")
    return steps[min(unknown_digits, 3)]
