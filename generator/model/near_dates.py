"""What an editor meant by one date that is not EDTF: `24 August 2014`, `24.08.2014`, `c. 2014`, `2014-8-4`.

Only for suggestions, never for reading. A proposal here may still be unreadable (`30 February 2014`); the caller
tries it. Where a text has two readings (08/09/2014) nothing is proposed.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from generator.model.calendar_names import MONTH_NUMBERS, SEASON_CODES

_YEAR_DIGITS: Final = 4
_LAST_MONTH: Final = 12
_MONTH: Final = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_SEASON: Final = "|".join(SEASON_CODES)
_PART_OF_MONTH: Final = {"early": "0X", "mid": "1X", "late": "2X"}
_PART_OF_YEAR: Final = {"early": "37", "mid": "38", "late": "39"}
_LEAD: Final = re.compile(r"^(?:on )?(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day )?")
_SIGN_WORDS: Final = (
    (re.compile(r"^(?:circa|ca\.?|c\.?|about|around|approximately|approx\.?|roughly|~)\s*(?=\w)"), "~"),
    (re.compile(r"^(?:possibly|perhaps|probably|maybe)\s+"), "?"),
    (re.compile(r"\s*\((?:approx\.?|approximate|approximately|about|circa)\)$"), "~"),
    (re.compile(r"\s*\((?:uncertain|unsure|possibly|\?)\)$"), "?"),
    (re.compile(r"\s*(?:\?~|~\?|%)$"), "%"),
    (re.compile(r"\s*~+$"), "~"),
    (re.compile(r"\s*\?+$"), "?"),
)


def plain(text: str) -> str:
    """Lower case, ASCII digits and hyphens, single spaces, no commas, no ordinal endings, no weekday."""
    letters = (_ascii_letter(letter) for letter in text)
    spaced = " ".join("".join(letters).lower().replace(",", " ").split())
    return re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", _LEAD.sub("", spaced))


def _ascii_letter(letter: str) -> str:
    digit = unicodedata.digit(letter, None)
    if digit is not None and not letter.isascii():
        return str(digit)
    return "-" if unicodedata.category(letter) == "Pd" or letter == "\N{MINUS SIGN}" else letter


def suggest_date(text: str) -> str | None:
    """EDTF for one date in the form that `plain` gives, or None."""
    for pattern, sign in _SIGN_WORDS:
        bare, found = pattern.subn("", text)
        if found:
            date = _unqualified(bare)
            return None if date is None else date + sign
    return _unqualified(text)


def _unqualified(text: str) -> str | None:
    for pattern, written in _FORMS:
        match = pattern.fullmatch(text)
        if match is not None:
            return written(match)
    return None


def _year(digits: str) -> str:
    """Four digits, or a Y before more."""
    sign, size = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    size = size.lstrip("0").zfill(4)
    return f"Y{sign}{size}" if len(size) > _YEAR_DIGITS else sign + size


def _year_first(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return "-".join([_year(year), month.zfill(2), *([day.zfill(2)] if day else [])])


def _year_last(match: re.Match[str]) -> str | None:
    """Day first, as with dots; else only when one number can be no month, or both are the same."""
    first, mark, second, year = match.groups()
    if int(second) > _LAST_MONTH:
        first, second = second, first
    elif mark != "." and int(first) <= _LAST_MONTH and first != second:
        return None
    return f"{year}-{second.zfill(2)}-{first.zfill(2)}"


def _month_first(match: re.Match[str]) -> str:
    return f"{match[2]}-{match[1].zfill(2)}"


def _basic(match: re.Match[str]) -> str:
    return "-".join(match.groups())


def _named(match: re.Match[str]) -> str:
    month, year = f"{MONTH_NUMBERS[match['month']]:02d}", _era_year(match)
    day = match.groupdict().get("day")
    return f"{year}-{month}-{day.zfill(2)}" if day else f"{year}-{month}"


def _era_year(match: re.Match[str]) -> str:
    before_christ = match.groupdict().get("era") in ("bc", "bce")
    return _year(str(1 - int(match["year"]))) if before_christ else _year(match["year"])


def _part_of_month(match: re.Match[str]) -> str:
    return f"{_named(match)}-{_PART_OF_MONTH[match['part']]}"


def _part_of_year(match: re.Match[str]) -> str:
    return f"{_year(match['year'])}-{_PART_OF_YEAR[match['part']]}"


def _season(match: re.Match[str]) -> str:
    return f"{_year(match['year'])}-{SEASON_CODES[match['season']]}"


def _decade(match: re.Match[str]) -> str:
    return f"{match[1]}X"


def _unspecified(match: re.Match[str]) -> str:
    return re.sub("[ux]", "X", match[0])


def _clock(match: re.Match[str]) -> str | None:
    date = _unqualified(match["date"])
    second = f":{match['second']}" if match["second"] else ""
    return date and f"{date}T{match['hour'].zfill(2)}:{match['minute']}{second}{_shift(match['shift'] or '')}"


def _shift(text: str) -> str:
    match = re.fullmatch(r"([+-])(\d{1,2}):?(\d{2})?", text)
    if match is None:
        return "Z" if text else ""
    return f"{match[1]}{match[2].zfill(2)}:{match[3] or '00'}"


_CLOCK: Final = (
    r"(?P<date>.+?)(?: at | ?t ?| )(?P<hour>\d{1,2})[:.]?(?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.]\d+)?)?"
    r"\s?(?P<shift>z|utc|gmt|[+-]\d{1,2}(?::?\d{2})?)?"
)
_ERA: Final = r"(?:\s?(?P<era>bce?|ad|ce))?"
_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...]] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"(-?\d{3,})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?", _year_first),
        (r"(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4})", _year_last),
        (r"(\d{1,2})[-/.](\d{4})", _month_first),
        (r"(\d{4})(\d{2})(\d{2})", _basic),
        (rf"(?P<day>\d{{1,2}})[ -](?:of )?(?P<month>{_MONTH})\.?[ -](?P<year>\d{{1,9}}){_ERA}", _named),
        (rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}}) (?P<year>\d{{3,9}}){_ERA}", _named),
        (rf"(?P<year>\d{{4}})[ -](?P<month>{_MONTH})\.?(?:[ -](?P<day>\d{{1,2}}))?", _named),
        (rf"(?P<month>{_MONTH})\.?[ -](?:of )?(?P<year>\d{{1,9}}){_ERA}", _named),
        (rf"(?P<part>early|mid|late)[ -](?P<month>{_MONTH})\.? (?P<year>\d{{4}})", _part_of_month),
        (r"(?P<part>early|mid|late)[ -](?P<year>\d{4})", _part_of_year),
        (rf"(?P<season>{_SEASON}) (?:of )?(?P<year>\d{{4}})", _season),
        (r"(?:the )?(\d{3})0'?s", _decade),
        (rf"(?:ad )?(?P<year>\d{{1,18}}){_ERA}", _era_year),
        (r"y?(?P<year>-?\d{1,18})", _era_year),
        (r"-?[\dux]{4}(?:-[\dux]{2}){0,2}", _unspecified),
        (_CLOCK, _clock),
    )
)
