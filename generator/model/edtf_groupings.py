"""Parts of a year between the month and the year: seasons, quarters, quadrimesters, halves.

Codes 21 to 41 of ISO 8601-2:2019, 4.8 (EDTF level 1 has 21 to 24, level 2 all). Neither standard says when a season begins.
Here a season is three whole months, the meteorological convention. 21 to 24, "independent of location", are read as
in the northern hemisphere. A season that spans New Year is named after the year in which it begins: `2014-24` runs
from December 2014 to February 2015.
"""

from dataclasses import dataclass
from typing import Final

from generator.model import civil
from generator.model.calendar_names import MONTHS

FIRST_CODE: Final = 21
LAST_CODE: Final = 41


@dataclass(frozen=True, slots=True)
class Grouping:
    """`first_month` 1 to 12, `months` the length; `pattern` has `{}` where the year is said."""

    family: str
    first_month: int
    months: int
    pattern: str

    def days(self, year: int) -> tuple[int, int]:
        """First and last civil day in (or from) that year."""
        end_year, end_month = divmod(year * 12 + self.first_month + self.months - 2, 12)
        last = civil.day_of(end_year, end_month + 1, civil.days_in_month(end_year, end_month + 1))
        return civil.day_of(year, self.first_month, 1), last

    @property
    def crosses_new_year(self) -> bool:
        """Whether it ends in the year after the one it is named for."""
        return self.first_month + self.months - 1 > len(MONTHS)


def _seasons(family: str, first_months: tuple[int, ...], aside: str) -> list[Grouping]:
    names = ("spring", "summer", "autumn", "winter")
    return [
        Grouping(family, month, 3, f"{name} {{}}{aside}")
        for name, month in zip(names, first_months, strict=True)
    ]


GROUPINGS: Final[dict[str, Grouping]] = {
    str(code): grouping
    for code, grouping in enumerate(
        [
            *_seasons("season", (3, 6, 9, 12), ""),
            *_seasons("northern season", (3, 6, 9, 12), " (northern hemisphere)"),
            *_seasons("southern season", (9, 12, 3, 6), " (southern hemisphere)"),
            Grouping("quarter", 1, 3, "the first quarter of {}"),
            Grouping("quarter", 4, 3, "the second quarter of {}"),
            Grouping("quarter", 7, 3, "the third quarter of {}"),
            Grouping("quarter", 10, 3, "the fourth quarter of {}"),
            Grouping("quadrimester", 1, 4, "early {} (January–April)"),
            Grouping("quadrimester", 5, 4, "mid-{} (May–August)"),
            Grouping("quadrimester", 9, 4, "late {} (September–December)"),
            Grouping("half", 1, 6, "the first half of {}"),
            Grouping("half", 7, 6, "the second half of {}"),
        ],
        start=FIRST_CODE,
    )
}
