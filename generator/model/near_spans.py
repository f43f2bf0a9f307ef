"""What an editor meant by a stretch of time that is not EDTF: `18-24 August 2014`, `since June 2014`, `23 or 24 August 2014`.

Only for suggestions, as in `near_dates`, which knows the single dates.
"""

import re
from collections.abc import Callable
from typing import Final

from generator.model.calendar_names import MONTH_NUMBERS
from generator.model.near_dates import plain, suggest_date

_LONGEST: Final = 120  # characters; nobody means a date by more
_MONTH: Final = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_ENDLESS: Final = r"(?:ongoing|present|now|today|open|date)"


def suggest(text: str) -> str | None:
    """EDTF for what `text` seems to mean, not yet known to be readable; None when nothing is near."""
    if len(text) > _LONGEST:
        return None
    words = plain(text)
    return suggest_date(words) or _span(words)


def _span(words: str) -> str | None:
    for pattern, written in _FORMS:
        match = pattern.fullmatch(words)
        suggestion = None if match is None else written(match)
        if suggestion is not None:
            return suggestion
    return None


def _written(words: str) -> str | None:
    """One date, in any of the forms of `near_dates` or already in EDTF."""
    words = words.strip()
    if re.fullmatch(r"-?\d{4}(?:-\d{2}){0,2}[?~%]?", words):
        return words
    return suggest_date(words)


def _pair(first: str, last: str, joined: Callable[[str, str], str]) -> str | None:
    """Two dates, the first of which may lean on the month and year of the last: `18` and `24 august 2014`."""
    end = _written(last)
    if end is None:
        return None
    for start_words in _completed(first.strip(), last):
        start = _written(start_words)
        if start is not None:
            return joined(start, end)
    return None


def _completed(first: str, last: str) -> list[str]:
    year = re.search(r" \d{3,4}(?: bce?)?$", last)
    month_and_year = re.search(rf" (?:{_MONTH})\.? \d{{3,4}}(?: bce?)?$", last)
    candidates = []
    if re.fullmatch(r"\d{1,2}", first) and month_and_year:
        candidates.append(first + month_and_year[0])
    if re.fullmatch(rf"(?:\d{{1,2}} )?(?:{_MONTH})\.?", first) and year:
        candidates.append(first + year[0])
    return [*candidates, first] if re.search(r"\d{3}", first) else candidates


def _interval(match: re.Match[str]) -> str | None:
    return _pair(match[1], match[2], "{}/{}".format)


def _one_of(match: re.Match[str]) -> str | None:
    return _pair(match[1], match[2], "[{},{}]".format)


def _all_of(match: re.Match[str]) -> str | None:
    return _pair(match[1], match[2], "{{{},{}}}".format)


def _since(match: re.Match[str]) -> str | None:
    start = _written(match[1])
    return start and f"{start}/.."


def _until(match: re.Match[str]) -> str | None:
    end = _written(match[1])
    return end and f"../{end}"


def _unknown_start(match: re.Match[str]) -> str | None:
    end = _written(match[1])
    return end and f"/{end}"


def _unknown_end(match: re.Match[str]) -> str | None:
    start = _written(match[1])
    return start and f"{start}/"


def _short_range(match: re.Match[str]) -> str | None:
    """`2014-08-18..24` and `2014-07..08`: the end leans on the start, as ISO 8601 allows and EDTF does not."""
    stem, first, last = match.groups()
    months = stem.lstrip("-").isdigit()
    return None if months and last > "12" else f"{stem}-{first}/{stem}-{last}"


def _without_spaces(match: re.Match[str]) -> str:
    """`plain` has turned commas into spaces."""
    opening, inner, closing = match.groups()
    return opening + re.sub(r" ?\.\. ?", "..", inner.strip()).replace(" ", ",").upper() + closing


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...]] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (rf"(?:since|from) (.+?)(?:(?: to| until| -|/) ?{_ENDLESS})?", _since),
        (rf"(.+?)(?: onwards?| ?(?:-|to|until|till|/|\.\.) ?{_ENDLESS}| ?(?:/|-) ?(?:\.{{2,3}}|…))", _since),
        (r"(?:until|till|up to|by) (.+)", _until),
        (r"(?:\.{2,3}|…|open) ?(?:/|-) ?(.+)", _until),
        (r"(?:unknown|\?) ?/ ?(.+)", _unknown_start),
        (r"(.+?) ?/ ?(?:unknown|\?)", _unknown_end),
        (r"(-?\d{4}(?:-\d{2})?)-(\d{2}) ?\.\. ?(\d{2})", _short_range),
        (r"([\[{])([-0-9x?~%. ]+)([\]}])", _without_spaces),
        (r"(?:either )?(.+?) or (.+)", _one_of),
        (r"(?:between|from)? ?(.+?) (?:to|until|till|through) (.+)", _interval),
        (r"between (.+?) and (.+)", _interval),
        (r"(.+?) (?:and|&) (.+)", _all_of),
        (r"(.+?) (?:-|--|/) (.+)", _interval),
        (r"(.+?)/(.+)", _interval),
        (r"(.+?) ?\.{2,3} ?(.+)", _interval),
        (r"(\d{4})-(\d{4})", _interval),
        (rf"(\d{{1,2}})-(\d{{1,2}} (?:{_MONTH})\.? \d{{4}})", _interval),
        (rf"((?:{_MONTH})\.?)-((?:{_MONTH})\.? \d{{4}})", _interval),
        (rf"((?:{_MONTH})\.?(?: \d{{4}})?)-((?:{_MONTH})\.? \d{{4}})", _interval),
        (r"(.+ .+?)-(.+ .+)", _interval),
    )
)
