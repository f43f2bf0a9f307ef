"""Any EDTF expression in words: intervals, sets, and through `date_words` single dates.

Dates that share a month or a year say it once: `18–24 August 2014`, `28 July – 3 August 2014`, `23 or 24 August 2014`.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from generator.languages.language import ALL, ANY, Language
from generator.languages.message import message
from generator.model.date_words import Wording, calendar_words, date_words, doubted, year_digits, year_words
from generator.model.edtf import Expression
from generator.model.edtf_date import CalendarDate
from generator.model.edtf_spans import Choices, Interval
from generator.model.edtf_year import ScaledYear

_Date = CalendarDate | ScaledYear
_Member = CalendarDate | ScaledYear | Interval
_DASH: Final = "\N{EN DASH}"

_SIDES: Final = {
    (ALL, "earlier"): message("{date} and earlier"),
    (ALL, "later"): message("{date} and later"),
    (ANY, "earlier"): message("{date} or earlier"),
    (ANY, "later"): message("{date} or later"),
}
_EVERY: Final = {
    "day": message("every day of {span}"),
    "month": message("every month of {span}"),
    "season": message("every season of {span}"),
    "year": message("every year of {span}"),
    "decade": message("every decade of {span}"),
    "century": message("every century of {span}"),
    "millennium": message("every millennium of {span}"),
}


def words(expression: Expression, language: Language) -> str:
    """For sentences: `about 24 August 2014`, `18 August 2014 – ongoing`."""
    return _span_words(expression, _wording(language, brief=False, with_year=True))


def short(expression: Expression, language: Language, *, year: bool) -> str:
    """For lists: `c. 24 Aug 2014`; without `year`, a known year of a month or day is left out."""
    return _span_words(expression, _wording(language, brief=True, with_year=year))


@lru_cache(maxsize=64)
def _wording(language: Language, *, brief: bool, with_year: bool) -> Wording:
    return Wording(language, brief, with_year or language.conventions.whole is not None)


def _span_words(expression: Expression, wording: Wording) -> str:
    if isinstance(expression, Interval):
        return _interval_words(expression, wording)
    if isinstance(expression, Choices):
        return _choices_words(expression, wording)
    return date_words(expression, wording)


# Intervals


def _interval_words(interval: Interval, wording: Wording) -> str:
    say = wording.language.say
    start, end = interval.start, interval.end
    if isinstance(end, str):
        return _endless(date_words(interval.dates[0], wording), end, wording)
    if isinstance(start, str):
        last = date_words(end, wording)
        if start or wording.brief:
            return say("until {date}", date=last)
        return say("until {date} (start not known)", date=last)
    if start == end:
        return date_words(end, wording)
    wording = _telling_years([start, end], wording)
    if alike := _alike([start, end], wording):
        return doubted(_dashed(*_sharing(alike, wording)), alike[0].doubt, wording)
    first, last = _loosely_sharing(start, end, wording)
    return say("from {first} to {last}", first=first, last=last)


def _endless(start: str, end: str, wording: Wording) -> str:
    say = wording.language.say
    if wording.brief:
        return say("from {date}", date=start)
    return say("{date} – ongoing", date=start) if end else say("from {date} (end not known)", date=start)


def _dashed(first: str, last: str) -> str:
    """Closed up between two days or two months or two years; spaced where a side has more than one word of its own."""
    begins_alike = first.isdigit() == last.partition(" ")[0].isdigit()
    dash = _DASH if begins_alike and " " not in first else f" {_DASH} "
    return f"{first}{dash}{last}"


def _telling_years(dates: Sequence[_Member], wording: Wording) -> Wording:
    """Years are told even in a list under one year when the dates differ in it."""
    told = {date.year for date in dates if isinstance(date, CalendarDate)}
    return wording if len(told) == 1 else replace(wording, with_year=True)


def _loosely_sharing(start: _Date, end: _Date, wording: Wording) -> tuple[str, str]:
    """The start without its year when a day or month of the same known year follows."""
    same_year = (
        wording.in_order
        and isinstance(start, CalendarDate)
        and isinstance(end, CalendarDate)
        and bool(start.month and end.month)
        and start.year == end.year
    )
    return date_words(start, replace(wording, with_year=False) if same_year else wording), date_words(
        end, wording
    )


def _alike(dates: Sequence[_Member], wording: Wording) -> list[CalendarDate]:
    """The dates, if all are plain, equally precise and equally doubted, and the language can share parts; else none."""
    if not wording.in_order:
        return []
    plain = [
        date for date in dates if isinstance(date, CalendarDate) and date.is_plain and date.evenly_doubted
    ]
    kinds = {(len(date.parts), date.doubts[0]) for date in plain}
    return plain if len(plain) == len(dates) and len(kinds) == 1 else []


def _sharing(dates: list[CalendarDate], wording: Wording) -> list[str]:
    """Each date in words without doubts, all but the last without the month and year that they share."""
    last = calendar_words(dates[-1], wording)
    if not dates[0].month:
        return _sharing_era(dates, wording.language)
    if all(date.year == dates[-1].year for date in dates):
        if dates[0].day and all(date.month == dates[-1].month for date in dates):
            return [*(wording.language.digits(date.day.lstrip("0")) for date in dates[:-1]), last]
        wording = replace(wording, with_year=False)
    return [*(calendar_words(date, wording) for date in dates[:-1]), last]


def _sharing_era(dates: list[CalendarDate], language: Language) -> list[str]:
    """`50`, `44 BC`; but `44 BC`, `AD 14`."""
    numbers = [int(date.year) for date in dates]
    said = [year_words(year, language) for year in numbers]
    if numbers[-1] <= 0:
        return [*(year_digits(year, language) for year in numbers[:-1]), said[-1]]
    if numbers[0] > 0:
        return said
    return [
        language.say("AD {year}", year=one) if year > 0 else one
        for year, one in zip(numbers, said, strict=True)
    ]


# Sets


def _choices_words(choices: Choices, wording: Wording) -> str:
    conjunction = ALL if choices.every else ANY
    members = choices.members
    if len(members) == 1 and isinstance(members[0], Interval):
        return _range_words(members[0], wording, every=choices.every)
    wording = _telling_years(members, wording)
    listed = wording.language.listed
    if alike := _alike(members, wording):
        return doubted(listed(_sharing(alike, wording), conjunction), alike[0].doubt, wording)
    return listed([_member_words(member, wording, conjunction) for member in members], conjunction)


def _member_words(member: _Member, wording: Wording, conjunction: str) -> str:
    if not isinstance(member, Interval):
        return date_words(member, wording)
    if isinstance(member.start, str) or isinstance(member.end, str):
        side = "earlier" if isinstance(member.start, str) else "later"
        return wording.language.say(_SIDES[conjunction, side], date=date_words(member.dates[0], wording))
    return _interval_words(member, wording)


def _range_words(interval: Interval, wording: Wording, *, every: bool) -> str:
    """A set of one range: `between 18 and 24 August 2014`, `every day of 18–24 August 2014`."""
    start, end = interval.start, interval.end
    if isinstance(start, str) or isinstance(end, str):
        return _member_words(interval, wording, ALL if every else ANY)
    if every:
        pattern = _EVERY[end.precision]
        return wording.language.say(pattern, span=_interval_words(interval, wording))
    alike = _alike([start, end], wording)
    if alike and not alike[0].doubt:
        first, last = _sharing(alike, wording)
    else:
        first, last = _loosely_sharing(start, end, wording)
    return wording.language.say("between {first} and {last}", first=first, last=last)
