"""One EDTF date in words: in English, and through the messages of a `Language` in any other.

Conventions, where English has no set phrase (translations say the same):

- `2014-08-0X`, `1X`, `2X` are early, mid- and late August (the 1st to 9th, 10th to 19th, 20th to 29th).
- `2014-37`, `38`, `39` are early, mid- and late 2014 with their months in brackets.
- `201X` is "the 2010s"; `200X`, `20XX` and `2XXX` say their years, because "the 2000s" may be any of the three.
- `-0043` is 44 BC, because EDTF counts a year zero. Years of five digits and more are grouped by commas.
- A doubt about every part, or about the finest, is put before or behind the date; any other is named in brackets.
"""

from dataclasses import dataclass
from typing import Final

from generator.languages.language import ALL, ANY, ENGLISH, Language
from generator.languages.message import message
from generator.model import civil
from generator.model.edtf_clock import DateAndTime
from generator.model.edtf_date import CalendarDate
from generator.model.edtf_digits import readings, years
from generator.model.edtf_doubt import APPROXIMATE, UNCERTAIN
from generator.model.edtf_groupings import GROUPINGS
from generator.model.edtf_year import ScaledYear

_DECADE_DIGITS: Final = 3  # `201X`
_PART_NAMES: Final = (message("year"), message("month"), message("day"))
_PARTS_OF_MONTH: Final = {
    "0X": message("early {month}"),
    "1X": message("mid-{month}"),
    "2X": message("late {month}"),
}
_BOTH: Final = APPROXIMATE | UNCERTAIN
_DOUBTS: Final = {
    APPROXIMATE: message("{parts} approximate"),
    UNCERTAIN: message("{parts} uncertain"),
    _BOTH: message("{parts} approximate and uncertain"),
}
_BEHIND: Final = message("{date} {year}")
_IN: Final = message("{date} in {year}")
_LONGEST_UNGROUPED: Final = 9999
_FEW: Final = 3  # alternatives that are listed; more are told as a range


@dataclass(frozen=True, slots=True)
class Wording:
    """A language, and what differs between sentences and lists (`brief`). `with_year` False leaves a known year unsaid."""

    language: Language = ENGLISH
    brief: bool = False
    with_year: bool = True

    @property
    def months(self) -> tuple[str, ...]:
        """The names that stand in dates."""
        manner = self.language.conventions
        return manner.short_months if self.brief else manner.months

    @property
    def in_order(self) -> bool:
        """Whether a date is put together as `24 August 2014` is; else it is only written whole."""
        return self.language.conventions.whole is None


def date_words(date: CalendarDate | ScaledYear | DateAndTime, wording: Wording) -> str:
    """The date with its doubts."""
    if isinstance(date, DateAndTime):
        time = _zone_words(wording.language.digits(date.clock_text), date.shift, wording.language)
        return wording.language.say("{date}, {time}", date=calendar_words(date.date, wording), time=time)
    if isinstance(date, ScaledYear):
        return doubted(_scaled_words(date, wording.language), date.doubt, wording)
    return _with_doubts(calendar_words(date, wording), date, wording)


def doubted(words: str, doubt: int, wording: Wording) -> str:
    """The words under one doubt as a whole."""
    say = wording.language.say
    if doubt & APPROXIMATE:
        words = say("c. {date}", date=words) if wording.brief else say("about {date}", date=words)
    if doubt & UNCERTAIN:
        words = say("{date}?", date=words) if wording.brief else say("{date} (uncertain)", date=words)
    return words


def _with_doubts(words: str, date: CalendarDate, wording: Wording) -> str:
    finest = len(date.parts) - 1
    if date.evenly_doubted:
        return doubted(words, date.doubts[finest], wording)
    if not any(date.doubts[:finest]):
        about = doubted(words, date.doubts[finest] & APPROXIMATE, wording)
        return _named_doubts(about, date, UNCERTAIN, wording.language)
    return _named_doubts(words, date, _BOTH, wording.language)


def _named_doubts(words: str, date: CalendarDate, kinds: int, language: Language) -> str:
    """`24 August 2014 (month approximate, year uncertain)`."""
    doubts = [doubt & kinds for doubt in date.doubts]
    phrases = []
    for kind, pattern in _DOUBTS.items():
        parts = [part for part, doubt in zip(_PART_NAMES, doubts, strict=True) if doubt == kind]
        if parts:
            names = language.listed([language.say(part) for part in reversed(parts)], ALL)
            phrases.append(language.say(pattern, parts=names))
    return (
        language.say("{date} ({doubts})", date=words, doubts=language.say(", ").join(phrases))
        if phrases
        else words
    )


def _zone_words(time: str, shift: int | None, language: Language) -> str:
    if not shift:
        return time if shift is None else language.say("{time} (UTC)", time=time)
    sign = "+" if shift > 0 else "\N{MINUS SIGN}"
    minutes = f":{abs(shift) % 60:02d}" if shift % 60 else ""
    return language.say("{time} (UTC{shift})", time=time, shift=f"{sign}{abs(shift) // 60}{minutes}")


# Years


def year_words(year: int, language: Language) -> str:
    """`2014`, `44 BC`, `170,000,002`."""
    return (
        year_digits(year, language)
        if year > 0
        else language.say("{year} BC", year=year_digits(year, language))
    )


def year_digits(year: int, language: Language) -> str:
    """The year without its era."""
    size = year if year > 0 else 1 - year
    return language.number(size) if size > _LONGEST_UNGROUPED else language.digits(str(size))


def _scaled_words(year: ScaledYear, language: Language) -> str:
    first, last = (year_words(one, language) for one in year.years)
    if first == last:
        return first
    words = year_words(year.year, language)
    return language.say("between {first} and {last}, estimated {year}", first=first, last=last, year=words)


def _years_words(first: int, last: int, language: Language) -> str:
    """`the years 1500–1599`, `the years 50–41 BC`."""
    start = year_digits(first, language) if last <= 0 else year_words(first, language)
    return language.say("the years {first}–{last}", first=start, last=year_words(last, language))


def _open_year(pattern: str, language: Language) -> str:
    """A year with digits left out, as a noun."""
    digits = pattern.lstrip("-")
    known = digits.rstrip("X")
    if not known:
        return language.say("an unknown year")
    first, last = next(years(pattern)), next(years(pattern, descending=True))
    if "X" in known:
        return language.say(
            "a year between {first} and {last} ({pattern})",
            first=year_words(first, language),
            last=year_words(last, language),
            pattern=pattern,
        )
    if len(known) == _DECADE_DIGITS and not known.endswith("0") and first > 0:
        return language.say("the {decade}s", decade=language.digits(str(first)))
    return _years_words(first, last, language)


def _behind(words: str, date: CalendarDate, pattern: str, wording: Wording) -> str:
    """A day or month with its year; `pattern` is for a known one."""
    say = wording.language.say
    if "X" in date.year:
        return say(_IN, date=words, year=_open_year(date.year, wording.language))
    if not wording.with_year:
        return words
    return say(pattern, date=words, year=year_words(int(date.year), wording.language))


# Months and days


def calendar_words(date: CalendarDate, wording: Wording) -> str:
    """The date without its doubts."""
    if not date.month:
        return (
            _open_year(date.year, wording.language)
            if "X" in date.year
            else year_words(int(date.year), wording.language)
        )
    if date.month in GROUPINGS:
        return _grouping_words(date, wording)
    whole = wording.language.conventions.whole
    if whole is not None and date.is_plain and date.year > "0000":
        return whole(int(date.year), int(date.month), int(date.day or 0), wording.brief)
    if not date.day:
        return _month_words(date, wording)
    return _day_words(date, wording)


def _grouping_words(date: CalendarDate, wording: Wording) -> str:
    say = wording.language.say
    grouping = GROUPINGS[date.month]
    is_season = "season" in grouping.family
    if "X" in date.year:
        year = _open_year(date.year, wording.language)
        return say(grouping.pattern, year=say("in {year}", year=year) if is_season else year)
    if not wording.with_year and is_season:
        return say(grouping.pattern, year="").replace("  ", " ").strip()
    year = year_words(int(date.year), wording.language)
    if grouping.crosses_new_year and int(date.year) > 0:
        year += wording.language.digits(f"–{(int(date.year) + 1) % 100:02d}")
    return say(grouping.pattern, year=year)


def _months(date: CalendarDate, wording: Wording) -> str:
    """`August`, `October, November or December`, `some month from January to September`, or nothing when any."""
    names = [wording.months[number - 1] for number in readings(date.month, 1, 12)]
    if date.month == "XX":
        return ""
    return _alternatives(names, message("some month from {first} to {last}"), wording.language)


def _month_words(date: CalendarDate, wording: Wording) -> str:
    months = _months(date, wording)
    if months:
        return _behind(months, date, _BEHIND, wording)
    return _behind(wording.language.say("some month"), date, _IN, wording)


def _day_words(date: CalendarDate, wording: Wording) -> str:
    say = wording.language.say
    months = _months(date, wording)
    if not months or _is_long(readings(date.month, 1, 12)):
        return _day_of_some_month(date, months, wording)
    if date.day == "XX":
        return _behind(say("some day in {month}", month=months), date, _BEHIND, wording)
    if date.day in _PARTS_OF_MONTH:
        return _behind(say(_PARTS_OF_MONTH[date.day], month=months), date, _BEHIND, wording)
    numbers = [wording.language.digits(str(day)) for day in _days(date)]
    days = _alternatives(numbers, message("some day from {first} to {last}"), wording.language)
    return _behind(say("{day} {month}", day=days, month=months), date, _BEHIND, wording)


def _day_of_some_month(date: CalendarDate, months: str, wording: Wording) -> str:
    say = wording.language.say
    if date.day == "XX":
        if date.month == "XX":
            return _behind(say("some day"), date, _IN, wording)
        return _behind(say("some day in {month}", month=months), date, _BEHIND, wording)
    days = [_ordinal(day, wording.language) for day in _days(date)]
    words = _alternatives(days, message("some day from the {first} to {last}"), wording.language)
    pattern = message("{day} of {month}") if _is_long(days) else message("the {day} of {month}")
    return _behind(say(pattern, day=words, month=months or say("some month")), date, _IN, wording)


def _days(date: CalendarDate) -> tuple[int, ...]:
    year = 2000 if "X" in date.year else int(date.year)  # a leap year stands for an unknown one
    longest = max(civil.days_in_month(year, month) for month in readings(date.month, 1, 12))
    return readings(date.day, 1, longest)


def _ordinal(number: int, language: Language) -> str:
    """`24th`; other languages say the number alone."""
    if not language.says_english:
        return language.digits(str(number))
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _is_long(choices: tuple[int, ...] | list[str]) -> bool:
    """Whether so many alternatives are told as a range; only unbroken runs are ever longer than three."""
    return len(choices) > _FEW + 1


def _alternatives(words: list[str], pattern: str, language: Language) -> str:
    """`a`, `a or b`, `a, b or c`, or for more the range of the pattern."""
    if _is_long(words):
        return language.say(pattern, first=words[0], last=words[-1])
    return language.listed(words, ANY)
