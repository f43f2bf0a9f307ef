"""How a language writes dates and numbers: the names of months, digits, separators, in which order a date is written.

English is a table of ours. All others are those of the Unicode CLDR, through Babel (the extra `i18n`): of the language and
region that the tag names (`ar-SY` has the months of the Levant), with the region's digits, or with those that the tag asks for
(`ar-SY-u-nu-latn`; RFC 6067 and UTS 35, "Unicode BCP 47 U Extension").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from babel import Locale

LIBRARY: Final = "babel"

_NUMBERS: Final = re.compile(r"-u(?:-[a-z0-9]{2,8})*?-nu-([a-z0-9]{3,8})", re.IGNORECASE)
_EXTENSION: Final = re.compile(r"-[a-z0-9]-.*", re.IGNORECASE)
LATIN: Final = "0123456789"


@dataclass(frozen=True, slots=True, eq=False)
class Conventions:
    """`months` and `short_months` stand in dates; `digits` are ten, zero first. `whole` writes a year, month (0: none) and
    day (0: none), briefly or not, where a language does not put them in the order of `24 August 2014`; else None.
    """

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    digits: str = LATIN
    group: str = ","
    decimal: str = "."
    whole: Callable[[int, int, int, bool], str] | None = None


_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH: Final = Conventions(_MONTHS, tuple(name[:3] for name in _MONTHS))


def is_installed() -> bool:
    """Whether Babel is there."""
    return find_spec(LIBRARY) is not None


def conventions(tag: str) -> Conventions:
    """Those of a BCP 47 tag; English ones for English, without Babel, and for what CLDR does not know."""
    locale = None if tag.partition("-")[0] == "en" or not is_installed() else _locale(tag)
    return ENGLISH if locale is None else _of(locale, tag)


def _locale(tag: str) -> Locale | None:
    """The locale of the tag, or of as many of its first parts as CLDR knows."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - an extra

    parts = _EXTENSION.sub("", tag).split("-")
    while parts:
        try:
            return Locale.parse("-".join(parts), sep="-")
        except (UnknownLocaleError, ValueError):
            parts.pop()
    return None


def _of(locale: Locale, tag: str) -> Conventions:
    months = tuple(locale.months["format"]["wide"][number] for number in range(1, 13))
    short = tuple(locale.months["format"]["abbreviated"][number] for number in range(1, 13))
    numbers, digits = _digits(locale, tag)
    symbols = locale.number_symbols.get(numbers, locale.number_symbols["latn"])
    in_order = locale.date_formats["long"].pattern == "d MMMM y"
    return Conventions(
        months,
        months if locale.character_order == "right-to-left" else short,  # Arabic script abbreviates no months
        digits,
        symbols["group"],
        symbols["decimal"],
        None if in_order else _whole(locale, digits),
    )


def _digits(locale: Locale, tag: str) -> tuple[str, str]:
    """The numbering system and its digits; Latin ones for a system that is no row of ten digits."""
    asked = _NUMBERS.search(tag)
    numbers = asked[1].lower() if asked else locale.default_numbering_system
    first = _ZEROS.get(numbers)
    return (numbers, "".join(chr(first + value) for value in range(10))) if first else ("latn", LATIN)


_ZEROS: Final = {
    "arab": 0x0660, "arabext": 0x06F0, "beng": 0x09E6, "deva": 0x0966, "gujr": 0x0AE6, "guru": 0x0A66, "khmr": 0x17E0,
    "knda": 0x0CE6, "laoo": 0x0ED0, "mlym": 0x0D66, "mymr": 0x1040, "nkoo": 0x07C0, "olck": 0x1C50, "orya": 0x0B66,
    "tamldec": 0x0BE6, "telu": 0x0C66, "thai": 0x0E50, "tibt": 0x0F20,
}  # fmt: skip
"""The zero of each row of digits (CLDR, numberingSystems.xml)."""


def _whole(locale: Locale, digits: str) -> Callable[[int, int, int, bool], str]:
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - an extra

    table = {ord(latin): digit for latin, digit in zip(LATIN, digits, strict=True)}

    def written(year: int, month: int, day: int, brief: bool) -> str:
        if not month:
            words = str(year)
        elif day:
            words = format_date(date(year, month, day), "medium" if brief else "long", locale=locale)
        else:
            words = format_skeleton("yMMM" if brief else "yMMMM", date(year, month, 1), locale=locale)
        return words.translate(table)

    return written
