"""Read a figure as reporters write it: `346`, `at least 346`, `50 to 60`, `dozens`, `unknown`.

The grammar, upper or lower case alike; N is a number:

    N                                        exact, 0 is also `none`, `no`
    at least N, no fewer than N, N or more   no upper bound
    more than N, over N                      likewise; the bound is N, which is true and keeps sums readable
    up to N, at most N, N or fewer           no lower bound
    fewer than N, less than N                likewise
    about N, around, some, approximately…    approximate, which widens no bound
    nearly N, almost N                       likewise
    [about] N to M, N-M, between N and M     both bounds
    N [or fewer] to M [or more]              what several figures span
    dozens, scores, hundreds, thousands…     at least two of the kind
    unknown

A number has up to 15 digits, in threes by a comma or a space if wanted, up to 6 decimals after a dot, and may be
followed by `thousand`, `million` or `billion`.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final, get_args

from generator.model.figure_extent import LEAST_MEANT, UNKNOWN, Extent, Number, Phrase, whole
from generator.model.notation_error import NotationError, shown

_LONGEST_NUMBER: Final = 15  # digits; more people or money than there are
_MOST_DECIMALS: Final = 6
_GROUPED_BY_DOT: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{2}0")
_LONGEST_TEXT: Final = 200
_SPACES: Final = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"
_SCALES: Final = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_TOO_LONG: Final = f"a number has at most {_LONGEST_NUMBER} digits and {_MOST_DECIMALS} decimals"
_SPACE_IN_NUMBER: Final = re.compile(rf"{_SPACES}(?=[0-9])")
_NUMBER: Final = (
    rf"((?:[0-9]{{1,3}}(?:(?:,|{_SPACES})[0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?(?:\s+(?:{'|'.join(_SCALES)}))?)"
)
_ABOUT: Final = r"(?:about|around|some|approximately|roughly|an estimated|estimated)"
_DASH: Final = "(?:to|-|\N{EN DASH}|\N{EM DASH})"
_VAGUE: Final = rf"(?:{'|'.join(LEAST_MEANT)})".replace(" ", "\\s+")
_SMALL: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


class FigureError(NotationError):
    """A text that is not a figure."""


def read(text: str) -> Extent:
    """The figure that `text` writes. Raises FigureError."""
    if len(text) > _LONGEST_TEXT:
        raise FigureError(
            f"a figure of more than {_LONGEST_TEXT} characters is not read",
            _LONGEST_TEXT,
            len(text) - _LONGEST_TEXT,
        )
    for pattern, written in _FORMS:
        match = pattern.fullmatch(text)
        if match is not None:
            return written(match)
    raise _departure(text)


def _number(match: re.Match[str], group: int) -> Number:
    """The number in a group of `_NUMBER`."""
    text, at = match[group], match.start(group)
    figures, *scale = _SPACE_IN_NUMBER.sub("", text.replace(",", "")).lower().split()
    before, _, decimals = figures.partition(".")
    if len(before) > _LONGEST_NUMBER or len(decimals) > _MOST_DECIMALS:
        raise FigureError(_TOO_LONG, at, len(text))
    if _GROUPED_BY_DOT.fullmatch(figures) and not scale:
        suggestion = match.string[:at] + before + decimals + match.string[match.end(group) :]
        message = f"{text} may be {before}{decimals} or {before}: thousands are set off by a comma"
        raise FigureError(message, at, len(text), suggestion)
    number = whole(Decimal(figures) * (_SCALES[scale[0]] if scale else 1))
    if number >= 10**_LONGEST_NUMBER:
        raise FigureError(_TOO_LONG, at, len(text))
    return number


def _exact(match: re.Match[str]) -> Extent:
    number = _number(match, 2)
    return Extent(number, number, approximate=match[1] is not None)


def _none(_: re.Match[str]) -> Extent:
    return Extent(0, 0)


def _unknown(_: re.Match[str]) -> Extent:
    return UNKNOWN


def _vague(match: re.Match[str]) -> Extent:
    phrase = _phrase(" ".join(match[0].lower().split()))
    return Extent(LEAST_MEANT[phrase], LEAST_MEANT[phrase], high_open=True, phrase=phrase)


def _phrase(text: str) -> Phrase:
    return next(phrase for phrase in get_args(Phrase) if phrase == text)


def _floor(phrase: Phrase) -> Callable[[re.Match[str]], Extent]:
    def written(match: re.Match[str]) -> Extent:
        number = _number(match, 1)
        return Extent(number, number, high_open=True, phrase=phrase)

    return written


def _ceiling(phrase: Phrase) -> Callable[[re.Match[str]], Extent]:
    def written(match: re.Match[str]) -> Extent:
        number = _number(match, 1)
        return Extent(number, number, low_open=True, phrase=phrase)

    return written


def _nearly(match: re.Match[str]) -> Extent:
    number = _number(match, 1)
    return Extent(number, number, approximate=True, phrase="nearly")


def _open_number(match: re.Match[str]) -> Extent:
    number = _number(match, 2)
    upwards = match[3].lower() == "more"
    return Extent(number, number, low_open=not upwards, high_open=upwards, approximate=match[1] is not None)


def _range(match: re.Match[str]) -> Extent:
    low, high = _ordered(match, 2, 4)
    return Extent(low, high, match[3] is not None, match[5] is not None, match[1] is not None)


def _between(match: re.Match[str]) -> Extent:
    low, high = _ordered(match, 2, 3)
    return Extent(low, high, approximate=match[1] is not None)


def _ordered(match: re.Match[str], low_group: int, high_group: int) -> tuple[Number, Number]:
    low, high = _number(match, low_group), _number(match, high_group)
    if low > high:
        at = match.start(high_group)
        raise FigureError(
            "the range ends below its start",
            at,
            len(match[high_group]),
            f"{match[high_group]} to {match[low_group]}",
        )
    return low, high


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Extent]], ...]] = tuple(
    (re.compile(rf"\s*{pattern}\s*", re.IGNORECASE | re.ASCII), written)
    for pattern, written in (
        (rf"(?:({_ABOUT})\s+)?{_NUMBER}", _exact),
        (rf"(?:at\s+least|no\s+(?:fewer|less)\s+than)\s+{_NUMBER}", _floor("")),
        (rf"(?:more\s+than|over)\s+{_NUMBER}", _floor("more than")),
        (rf"(?:up\s+to|at\s+most|no\s+more\s+than)\s+{_NUMBER}", _ceiling("")),
        (rf"(?:fewer|less)\s+than\s+{_NUMBER}", _ceiling("fewer than")),
        (rf"(?:nearly|almost)\s+{_NUMBER}", _nearly),
        (rf"(?:({_ABOUT})\s+)?{_NUMBER}(\s+or\s+fewer)?\s*{_DASH}\s*{_NUMBER}(\s+or\s+more)?", _range),
        (rf"(?:({_ABOUT})\s+)?between\s+{_NUMBER}\s+and\s+{_NUMBER}", _between),
        (rf"(?:({_ABOUT})\s+)?{_NUMBER}\s+or\s+(more|fewer|less)", _open_number),
        (_VAGUE, _vague),
        (r"(?:none|no|nobody|no\s+one)", _none),
        (r"(?:unknown|not\s+known)", _unknown),
    )
)


# What is wrong, and what may be meant

_WORDS: Final = re.compile(
    rf"\s+|{_NUMBER}|{_VAGUE}|{_ABOUT}|{_DASH}|at|least|most|no|none|nobody|one|more|fewer|less|than|over|up|nearly|almost"
    r"|between|and|or|unknown|not|known",
    re.IGNORECASE | re.ASCII,
)
_NEAR: Final = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), meant)
    for pattern, meant in (
        (rf"{_NUMBER}\s*\+", "at least {}"),
        (rf"(?:>=|≥|from|minimum(?: of)?|a minimum of)\s*{_NUMBER}", "at least {}"),
        (rf"(?:>|above|in excess of)\s*{_NUMBER}", "more than {}"),
        (rf"(?:<=|≤|maximum(?: of)?|a maximum of|as many as)\s*{_NUMBER}", "up to {}"),
        (rf"(?:<|under|below)\s*{_NUMBER}", "fewer than {}"),
        (rf"(?:~|c\.?|ca\.?|circa|approx\.?|close to)\s*{_NUMBER}", "about {}"),
        (rf"{_NUMBER}\s*(?:people|killed|dead|wounded|soldiers|civilians|fighters|militants)", "{}"),
        (r"several hundreds?()", "hundreds"),
        (r"several thousands?()", "thousands"),
        (r"(?:several|many) dozens?()|dozen()", "dozens"),
        (r"a dozen()", "12"),
        (r"(?:\?+|n/?a|-|unclear|unspecified|unconfirmed|null)()", "unknown"),
    )
)


def _departure(text: str) -> FigureError:
    """The first word that no figure has, or a plain account of the grammar."""
    stripped = text.strip()
    if not stripped:
        return FigureError("there is no figure here")
    at = 0
    while at < len(text) and (match := _WORDS.match(text, at)) is not None:
        at = match.end()
    word = re.compile(r"[^\W\d]+|.", re.DOTALL).match(text, at)
    if word is None:
        return FigureError(
            f"“{shown(stripped)}” is no figure: write N, at least N, up to N, about N or N to M",
            0,
            len(text),
            _near(stripped),
        )
    return FigureError(
        f"expected a number or words such as “at least”, found “{shown(word[0])}”",
        at,
        len(word[0]),
        _near(stripped),
    )


def _near(text: str) -> str | None:
    """A figure that can be read, or None."""
    spelled = re.sub(
        r"[a-z]+", lambda word: str(_SMALL.index(word[0])) if word[0] in _SMALL else word[0], text.lower()
    )
    for pattern, meant in _NEAR:
        match = pattern.fullmatch(spelled)
        if match is not None:
            return _readable(meant.format(match[1]))
    return _readable(spelled) if spelled != text.lower() else None


def _readable(suggestion: str) -> str | None:
    return suggestion if any(pattern.fullmatch(suggestion) for pattern, _ in _FORMS) else None
