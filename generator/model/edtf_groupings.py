"""Parts of a year between the month and the year: seasons, quarters, quadrimesters, halves.

Codes 21 to 41 of ISO 8601-2:2019, 4.8 (EDTF level 1 has 21 to 24, level 2 all). Neither standard says when a season begins.
Here a season is three whole months, the meteorological convention. 21 to 24, "independent of location", are read as
in the northern hemisphere. A season that spans New Year is named after the year in which it begins: `2014-24` runs
from December 2014 to February 2015.
"""

from dataclasses import dataclass
from typing import Final

from generator.languages.message import message
from generator.model import civil
from generator.model.calendar_names import MONTHS

FIRST_CODE: Final = 21
LAST_CODE: Final = 41


@dataclass(frozen=True, slots=True)
class Grouping:
    """`first_month` 1 to 12, `months` the length; `pattern` is a message with `{year}` in it."""

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


GROUPINGS: Final[dict[str, Grouping]] = {
    str(code): grouping
    for code, grouping in enumerate(
        [
            Grouping("season", 3, 3, message("spring {year}")),
            Grouping("season", 6, 3, message("summer {year}")),
            Grouping("season", 9, 3, message("autumn {year}")),
            Grouping("season", 12, 3, message("winter {year}")),
            Grouping("northern season", 3, 3, message("spring {year} (northern hemisphere)")),
            Grouping("northern season", 6, 3, message("summer {year} (northern hemisphere)")),
            Grouping("northern season", 9, 3, message("autumn {year} (northern hemisphere)")),
            Grouping("northern season", 12, 3, message("winter {year} (northern hemisphere)")),
            Grouping("southern season", 9, 3, message("spring {year} (southern hemisphere)")),
            Grouping("southern season", 12, 3, message("summer {year} (southern hemisphere)")),
            Grouping("southern season", 3, 3, message("autumn {year} (southern hemisphere)")),
            Grouping("southern season", 6, 3, message("winter {year} (southern hemisphere)")),
            Grouping("quarter", 1, 3, message("the first quarter of {year}")),
            Grouping("quarter", 4, 3, message("the second quarter of {year}")),
            Grouping("quarter", 7, 3, message("the third quarter of {year}")),
            Grouping("quarter", 10, 3, message("the fourth quarter of {year}")),
            Grouping("quadrimester", 1, 4, message("early {year} (January–April)")),
            Grouping("quadrimester", 5, 4, message("mid-{year} (May–August)")),
            Grouping("quadrimester", 9, 4, message("late {year} (September–December)")),
            Grouping("half", 1, 6, message("the first half of {year}")),
            Grouping("half", 7, 6, message("the second half of {year}")),
        ],
        start=FIRST_CODE,
    )
}
