"""Civil arithmetic in the proleptic Gregorian calendar, for any year.

A *civil day* is a count of days from 1970-01-01, which is day 0; a *civil second* a count of seconds from
1970-01-01T00:00:00 on the same unzoned clock. Years are astronomical: 0 is 1 BC, -43 is 44 BC.
`datetime` is not used, because it ends at the years 1 and 9999.
"""

# ruff: noqa: PLR2004 - the numbers are the calendar

from typing import Final

SECONDS_PER_DAY: Final = 86_400
_DAYS_PER_ERA: Final = 146_097  # 400 Gregorian years
_EPOCH_SHIFT: Final = 719_468  # days from 0000-03-01 to 1970-01-01
_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31. `month` is 1 to 12; anything else raises IndexError or is nonsense."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def day_of(year: int, month: int, day: int) -> int:
    """Civil day of a date. Raises ValueError when the calendar has no such date.

    The method is `days_from_civil` of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    """
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        message = f"no such date: year {year}, month {month}, day {day}"
        raise ValueError(message)
    shifted = year - (month <= 2)  # the year begins in March, so that a leap day is its last
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _DAYS_PER_ERA + day_of_era - _EPOCH_SHIFT


def civil_of(day: int) -> tuple[int, int, int]:
    """Year, month and day of a civil day: the inverse of `day_of` (Hinnant's `civil_from_days`)."""
    era, day_of_era = divmod(day + _EPOCH_SHIFT, _DAYS_PER_ERA)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = (shifted_month + 2) % 12 + 1
    year = era * 400 + year_of_era + (month <= 2)
    return year, month, day_of_year - (153 * shifted_month + 2) // 5 + 1


def seconds_of(first_day: int, last_day: int) -> tuple[int, int]:
    """First and last civil second of the days from `first_day` to `last_day`, both included."""
    return first_day * SECONDS_PER_DAY, last_day * SECONDS_PER_DAY + SECONDS_PER_DAY - 1


def year_text(year: int) -> str:
    """The year as ISO 8601 writes it: four digits, a minus before 0000."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"
