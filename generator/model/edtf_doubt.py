"""Qualification: `?` uncertain, `~` approximate, `%` both (ISO 8601-2:2019, clause 8; EDTF levels 1 and 2).

A doubt is a small integer of two bits, so that doubts of components join with `|`.
"""

from typing import Final

UNCERTAIN: Final = 1
APPROXIMATE: Final = 2
SIGNS: Final = ("", "?", "~", "%")


def doubt_of(sign: str) -> int:
    """The doubt that a sign stands for; the empty sign is no doubt."""
    return SIGNS.index(sign)
