"""One EDTF date in English.

Conventions, where English has no set phrase:

- `2014-08-0X`, `1X`, `2X` are early, mid- and late August (the 1st to 9th, 10th to 19th, 20th to 29th).
- `2014-37`, `38`, `39` are early, mid- and late 2014 with their months in brackets.
- `201X` is "the 2010s"; `200X`, `20XX` and `2XXX` say their years, because "the 2000s" may be any of the three.
- `-0043` is 44 BC, because EDTF counts a year zero. Years of five digits and more are grouped by commas.
- A doubt about every part, or about the finest, is put before or behind the date; any other is named in brackets.
"""

from dataclasses import dataclass
from typing import Final

from generator.model import civil
from generator.model.calendar_names import MONTHS, SHORT_MONTHS
from generator.model.edtf_clock import DateAndTime
from generator.model.edtf_date import CalendarDate
from generator.model.edtf_digits import readings, years
from generator.model.edtf_doubt import APPROXIMATE, UNCERTAIN
from generator.model.edtf_groupings import GROUPINGS
from generator.model.edtf_year import ScaledYear

_DECADE_DIGITS: Final = 3  # `201X`
_PART_NAMES: Final = ("year", "month", "day")
_PARTS_OF_MONTH: Final = {"0X": "early ", "1X": "mid-", "2X": "late "}
_BOTH: Final = APPROXIMATE | UNCERTAIN
_LONGEST_UNGROUPED: Final = 9999
_FEW: Final = 3  # alternatives that are listed; more are told as a range


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that differ between sentences and lists. `with_year` False leaves a known year unsaid."""

    months: tuple[str, ...] = MONTHS
    about: str = "about "
    unsure: str = " (uncertain)"
    with_year: bool = True


LONG: Final = Wording()
SHORT: Final = Wording(months=SHORT_MONTHS, about="c. ", unsure="?")


def date_words(date: CalendarDate | ScaledYear | DateAndTime, wording: Wording) -> str:
    """The date with its doubts."""
    if isinstance(date, DateAndTime):
        return f"{calendar_words(date.date, wording)}, {date.clock_text}{_zone_words(date.shift)}"
    if isinstance(date, ScaledYear):
        return doubted(_scaled_words(date), date.doubt, wording)
    return _with_doubts(calendar_words(date, wording), date, wording)


def doubted(words: str, doubt: int, wording: Wording) -> str:
    """The words under one doubt as a whole."""
    before = wording.about if doubt & APPROXIMATE else ""
    behind = wording.unsure if doubt & UNCERTAIN else ""
    return f"{before}{words}{behind}"


def _with_doubts(words: str, date: CalendarDate, wording: Wording) -> str:
    finest = len(date.parts) - 1
    if date.evenly_doubted:
        return doubted(words, date.doubts[finest], wording)
    if not any(date.doubts[:finest]):
        return doubted(words, date.doubts[finest] & APPROXIMATE, wording) + _named_doubts(date, UNCERTAIN)
    return words + _named_doubts(date, _BOTH)


def _named_doubts(date: CalendarDate, kinds: int) -> str:
    """` (month approximate, year uncertain)`."""
    kind_names = {APPROXIMATE: "approximate", UNCERTAIN: "uncertain", _BOTH: "approximate and uncertain"}
    doubts = [doubt & kinds for doubt in date.doubts]
    phrases = []
    for kind, name in kind_names.items():
        parts = [part for part, doubt in zip(_PART_NAMES, doubts, strict=True) if doubt == kind]
        if parts:
            phrases.append(f"{' and '.join(reversed(parts))} {name}")
    return f" ({', '.join(phrases)})" if phrases else ""


def _zone_words(shift: int | None) -> str:
    if not shift:
        return "" if shift is None else " (UTC)"
    sign = "+" if shift > 0 else "\N{MINUS SIGN}"
    minutes = f":{abs(shift) % 60:02d}" if shift % 60 else ""
    return f" (UTC{sign}{abs(shift) // 60}{minutes})"


# Years


def year_words(year: int) -> str:
    """`2014`, `44 BC`, `170,000,002`."""
    size = year if year > 0 else 1 - year
    digits = f"{size:,}" if size > _LONGEST_UNGROUPED else str(size)
    return digits if year > 0 else f"{digits} BC"


def _scaled_words(year: ScaledYear) -> str:
    first, last = year.years
    if first == last:
        return year_words(first)
    return f"between {year_words(first)} and {year_words(last)}, estimated {year_words(year.year)}"


def _years_words(first: int, last: int) -> str:
    """`the years 1500–1599`, `the years 50–41 BC`."""
    start = year_words(first)
    if last <= 0:
        start = start.removesuffix(" BC")
    return f"the years {start}–{year_words(last)}"


def _open_year(pattern: str) -> str:
    """A year with digits left out, as a noun."""
    digits = pattern.lstrip("-")
    known = digits.rstrip("X")
    if not known:
        return "an unknown year"
    first, last = next(years(pattern)), next(years(pattern, descending=True))
    if "X" in known:
        return f"a year between {year_words(first)} and {year_words(last)} ({pattern})"
    if len(known) == _DECADE_DIGITS and not known.endswith("0") and first > 0:
        return f"the {first}s"
    return _years_words(first, last)


def _behind(date: CalendarDate, link: str, wording: Wording) -> str:
    """The year behind a day or month; `link` stands before a known one."""
    if "X" in date.year:
        return f" in {_open_year(date.year)}"
    return link + year_words(int(date.year)) if wording.with_year else ""


# Months and days


def calendar_words(date: CalendarDate, wording: Wording) -> str:
    """The date without its doubts."""
    if not date.month:
        return _open_year(date.year) if "X" in date.year else year_words(int(date.year))
    if date.month in GROUPINGS:
        return _grouping_words(date, wording)
    if not date.day:
        return _month_words(date, wording)
    return _day_words(date, wording)


def _grouping_words(date: CalendarDate, wording: Wording) -> str:
    grouping = GROUPINGS[date.month]
    if "X" in date.year:
        year = _open_year(date.year)
        return grouping.pattern.format(f"in {year}" if "season" in grouping.family else year)
    year = year_words(int(date.year))
    if grouping.crosses_new_year and int(date.year) > 0:
        year += f"–{(int(date.year) + 1) % 100:02d}"
    if not wording.with_year and "season" in grouping.family:
        return grouping.pattern.format("").replace("  ", " ").strip()
    return grouping.pattern.format(year)


def _months(date: CalendarDate, wording: Wording) -> str:
    """`August`, `October, November or December`, `some month from January to September`, or nothing when any."""
    names = [wording.months[number - 1] for number in readings(date.month, 1, 12)]
    return "" if date.month == "XX" else _alternatives(names, "some month from ")


def _month_words(date: CalendarDate, wording: Wording) -> str:
    months = _months(date, wording)
    if months:
        return months + _behind(date, " ", wording)
    return "some month" + _behind(date, " in ", wording)


def _day_words(date: CalendarDate, wording: Wording) -> str:
    months = _months(date, wording)
    if not months or months.startswith("some"):
        return _day_of_some_month(date, months or "some month", wording)
    behind = months + _behind(date, " ", wording)
    if date.day == "XX":
        return f"some day in {behind}"
    if date.day in _PARTS_OF_MONTH:
        return _PARTS_OF_MONTH[date.day] + behind
    return f"{_alternatives([str(day) for day in _days(date)], 'some day from ')} {behind}"


def _day_of_some_month(date: CalendarDate, months: str, wording: Wording) -> str:
    if date.day == "XX":
        known = "" if date.month == "XX" else f" in {months}"
        return f"some day{known}{_behind(date, ' ' if known else ' in ', wording)}"
    days = _alternatives([_ordinal(day) for day in _days(date)], "some day from the ")
    article = "" if days.startswith("some") else "the "
    return f"{article}{days} of {months}{_behind(date, ' in ', wording)}"


def _days(date: CalendarDate) -> tuple[int, ...]:
    year = 2000 if "X" in date.year else int(date.year)  # a leap year stands for an unknown one
    longest = max(civil.days_in_month(year, month) for month in readings(date.month, 1, 12))
    return readings(date.day, 1, longest)


def _ordinal(number: int) -> str:
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _alternatives(words: list[str], range_start: str) -> str:
    """`a`, `a or b`, `a, b or c`, or for more `<range_start>a to z`; only unbroken runs are ever longer than three."""
    if len(words) > _FEW + 1:
        return f"{range_start}{words[0]} to {words[-1]}"
    return listed(words, "or")


def listed(words: list[str], conjunction: str) -> str:
    """`a`, `a or b`, `a, b or c`."""
    *others, last = words
    return f"{', '.join(others)} {conjunction} {last}" if others else last
