"""Digits of which some are unspecified: `2X`, `201X`, `-004X` (ISO 8601-2:2019, 4.6.2; EDTF levels 1 and 2)."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

_ANY_DIGIT = "0123456789"


def matches(pattern: str, digits: str) -> bool:
    """Whether `digits` is one of the readings of `pattern`, sign and length included."""
    return len(pattern) == len(digits) and all(p in ("X", d) for p, d in zip(pattern, digits, strict=True))


@lru_cache(maxsize=4096)
def readings(pattern: str, lowest: int, highest: int) -> tuple[int, ...]:
    """The numbers from `lowest` to `highest` that a two-digit pattern may stand for, ascending."""
    return tuple(n for n in range(lowest, highest + 1) if matches(pattern, f"{n:02d}"))


def years(pattern: str, *, descending: bool = False) -> Iterator[int]:
    """The years that a signed four-digit pattern may stand for, in order. There is no year -0000."""
    negative = pattern.startswith("-")
    order = _ANY_DIGIT[::-1] if negative != descending else _ANY_DIGIT
    for digits in product(*(order if digit == "X" else digit for digit in pattern.lstrip("-"))):
        year = int("".join(digits))
        if year or not negative:
            yield -year if negative else year
