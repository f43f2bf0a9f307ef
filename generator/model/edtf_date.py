"""One calendar date of EDTF: a year, a month or season of it, or a day.

Source: ISO 8601-2:2019, 4.6 (unspecified digits), 4.8 (groupings) and 8 (qualification), as profiled by the EDTF
specification of the Library of Congress (2019), levels 0 to 2. Years of more than four digits are in `edtf_year`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.model import civil
from generator.model.edtf_digits import matches, readings, years
from generator.model.edtf_doubt import SIGNS
from generator.model.edtf_groupings import GROUPINGS
from generator.model.edtf_precision import Precision, year_precision


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """Digit patterns as written (`X` is an unspecified digit); an absent part is the empty string.

    `year` has four digits and may have a minus; `month` is a month or the code of a grouping. `doubts` are those of
    the year, the month and the day (see `edtf_doubt`). Only `edtf_date_reading` makes one, so its parts make sense.
    """

    year: str
    month: str = ""
    day: str = ""
    doubts: tuple[int, int, int] = (0, 0, 0)

    @property
    def parts(self) -> list[str]:
        """Year, month and day, without those that are absent."""
        return [part for part in (self.year, self.month, self.day) if part]

    @property
    def doubt(self) -> int:
        """Every doubt of any part."""
        year, month, day = self.doubts
        return year | month | day

    @property
    def is_plain(self) -> bool:
        """Whether every digit is known and the date is no grouping."""
        return "X" not in self.year + self.month + self.day and self.month not in GROUPINGS

    @property
    def evenly_doubted(self) -> bool:
        """Whether all parts share one doubt (or none)."""
        return len(set(self.doubts[: len(self.parts)])) == 1

    @property
    def text(self) -> str:
        """Canonical EDTF: one sign behind the leading parts that share it, a sign before each other part in doubt."""
        parts, doubts = self.parts, self.doubts
        run = next((i for i in range(1, len(parts)) if doubts[i] != doubts[0]), len(parts))
        leading = "-".join(parts[:run]) + SIGNS[doubts[0]]
        return "-".join([leading, *(SIGNS[doubts[i]] + parts[i] for i in range(run, len(parts)))])

    @property
    def precision(self) -> Precision:
        """The finest part whose digits, and all before them, are known."""
        digits = self.year.lstrip("-")
        if "X" in digits:
            return year_precision(len(digits) - digits.index("X"))
        if "X" in self.month or not self.month:
            return "year"
        if self.month in GROUPINGS:
            return "season"
        return "day" if self.day and "X" not in self.day else "month"

    @property
    def days(self) -> tuple[int, int] | None:
        """First and last civil day that the date may mean; None when no calendar has such a date."""
        first = _first_found(_first_day_in(self), years(self.year))
        last = _first_found(_last_day_in(self), years(self.year, descending=True))
        return None if first is None or last is None else (first, last)

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last civil second."""
        days = self.days
        if days is None:
            message = f"{self.text} is on no calendar"
            raise ValueError(message)
        return civil.seconds_of(*days)

    def may_be(self, day: int) -> bool:
        """Whether the date may mean, or takes in, that civil day."""
        year, month, day_of_month = civil.civil_of(day)
        if self.month in GROUPINGS:
            return any(_grouping_holds(self, candidate, day) for candidate in (year - 1, year))
        return (
            matches(self.year, civil.year_text(year))
            and (not self.month or matches(self.month, f"{month:02d}"))
            and (not self.day or matches(self.day, f"{day_of_month:02d}"))
        )


def _grouping_holds(date: CalendarDate, year: int, day: int) -> bool:
    first, last = GROUPINGS[date.month].days(year)
    return matches(date.year, civil.year_text(year)) and first <= day <= last


def _first_found(search: Callable[[int], int | None], candidates: Iterable[int]) -> int | None:
    return next((day for year in candidates if (day := search(year)) is not None), None)


def _first_day_in(date: CalendarDate) -> Callable[[int], int | None]:
    def search(year: int) -> int | None:
        if date.month in GROUPINGS:
            return GROUPINGS[date.month].days(year)[0]
        for month in readings(date.month or "XX", 1, 12):
            days = readings(date.day or "XX", 1, civil.days_in_month(year, month))
            if days:
                return civil.day_of(year, month, days[0])
        return None

    return search


def _last_day_in(date: CalendarDate) -> Callable[[int], int | None]:
    def search(year: int) -> int | None:
        if date.month in GROUPINGS:
            return GROUPINGS[date.month].days(year)[1]
        for month in reversed(readings(date.month or "XX", 1, 12)):
            days = readings(date.day or "XX", 1, civil.days_in_month(year, month))
            if days:
                return civil.day_of(year, month, days[-1])
        return None

    return search
