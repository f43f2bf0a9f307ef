"""Years that need more than four digits, an exponent or a number of significant digits.

Source: ISO 8601-2:2019, 4.4.2 (exponential) and 4.4.3 (significant digits: the leftmost are kept, the others may be
any), EDTF level 1 "letter-prefixed calendar year" and level 2 "exponential year", "significant digits".
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.model import civil
from generator.model.edtf_doubt import SIGNS, doubt_of
from generator.model.edtf_precision import Precision, year_precision
from generator.model.notation_error import MomentError, shown

_PLAIN_DIGITS: Final = 4
_LONGEST_YEAR: Final = (
    18  # digits; the standards set no limit, but a hostile exponent must not fill the memory
)
_YEAR: Final = re.compile(r"(Y?)(-?)([0-9]+)(?:E([0-9]+))?(?:S([0-9]+))?([?~%]?)")


@dataclass(frozen=True, slots=True)
class ScaledYear:
    """`mantissa * 10**exponent`; `exponent` and `significant` are None when not written."""

    prefixed: bool
    mantissa: int
    exponent: int | None
    significant: int | None
    doubt: int

    @property
    def year(self) -> int:
        """The year itself; with significant digits, the estimate."""
        return self.mantissa * int(10 ** (self.exponent or 0))

    @property
    def _unknown_digits(self) -> int:
        return 0 if self.significant is None else len(str(abs(self.year))) - self.significant

    @property
    def years(self) -> tuple[int, int]:
        """First and last year that it may be."""
        unit: int = 10**self._unknown_digits
        size = abs(self.year) // unit * unit
        nearest, farthest = size, size + unit - 1
        return (-farthest, -nearest) if self.year < 0 else (nearest, farthest)

    @property
    def text(self) -> str:
        """Canonical EDTF."""
        digits = f"Y{self.mantissa}" if self.prefixed else civil.year_text(self.mantissa)
        exponent = "" if self.exponent is None else f"E{self.exponent}"
        significant = "" if self.significant is None else f"S{self.significant}"
        return f"{digits}{exponent}{significant}{SIGNS[self.doubt]}"

    @property
    def precision(self) -> Precision:
        """Year, or coarser by the digits that are not significant."""
        return year_precision(self._unknown_digits)

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last civil second."""
        first, last = self.years
        return civil.seconds_of(civil.day_of(first, 1, 1), civil.day_of(last, 12, 31))

    def may_be(self, day: int) -> bool:
        """Whether that civil day is in the year, or in one of the years."""
        first, last = self.years
        return first <= civil.civil_of(day)[0] <= last


def is_scaled_year(text: str) -> bool:
    """Whether `text` is meant as one of these years rather than as a calendar date."""
    return text.startswith("Y") or "S" in text


def read_year(text: str) -> ScaledYear:
    """The year that `text` writes. Raises MomentError."""
    match = _YEAR.fullmatch(text)
    if match is None:
        raise _departure(text)
    prefix, minus, digits, exponent, significant, sign = match.groups()
    _refuse_long(text, digits, exponent or "0", significant or "0")
    if prefix:
        _refuse_prefixed(text, minus, digits, exponent)
    else:
        _refuse_unprefixed(text, minus, digits, exponent)
    year = ScaledYear(
        prefixed=bool(prefix),
        mantissa=int(minus + digits),
        exponent=None if exponent is None else int(exponent),
        significant=None if significant is None else int(significant),
        doubt=doubt_of(sign),
    )
    _refuse_significant(year, match)
    return year


def _refuse_long(text: str, digits: str, exponent: str, significant: str) -> None:
    """Look at lengths before `int`, whose work grows with the square of them."""
    too_long = max(map(len, (digits, exponent, significant))) > _LONGEST_YEAR
    if too_long or len(digits) + int(exponent) > _LONGEST_YEAR:
        message = f"a year of more than {_LONGEST_YEAR} digits is not read"
        raise MomentError(message, 0, len(text))


def _departure(text: str) -> MomentError:
    match = re.match(r"Y?-?[0-9]*(?:E[0-9]*)?(?:S[0-9]*)?[?~%]?", text)
    at = match.end() if match else 0
    if text[at : at + 1] == "-":
        return MomentError("a year written with Y, E or S has no month or day", at, len(text) - at)
    if at == len(text):
        return MomentError(f"“{text}” lacks a number", at)
    return MomentError(
        f"expected a year such as Y170000002, Y-17E7 or 1950S2, found “{shown(text[at])}”", at, 1
    )


def _refuse_prefixed(text: str, minus: str, digits: str, exponent: str | None) -> None:
    if digits.startswith("0"):
        short = digits.lstrip("0")
        message = "a year after Y has no leading zeros"
        raise MomentError(
            message,
            1 + len(minus),
            len(digits) - len(short),
            text[: 1 + len(minus)] + short + text[1 + len(minus + digits) :],
        )
    if exponent is None and len(digits) <= _PLAIN_DIGITS:
        message = "Y is only for years of more than four digits"
        raise MomentError(message, 0, 1, f"{minus}{digits:0>4}{text[1 + len(minus + digits) :]}")


def _refuse_unprefixed(text: str, minus: str, digits: str, exponent: str | None) -> None:
    if exponent is not None:
        raise MomentError("a year with an exponent begins with Y", 0, 0, f"Y{text}")
    if len(digits) != _PLAIN_DIGITS:
        suggestion = (
            f"Y{text}" if len(digits) > _PLAIN_DIGITS else f"{minus}{digits:0>4}{text[len(minus + digits) :]}"
        )
        raise MomentError("a year without Y has four digits", len(minus), len(digits), suggestion)


def _refuse_significant(year: ScaledYear, match: re.Match[str]) -> None:
    if year.significant is None:
        return
    longest = len(str(abs(year.year)))
    if year.year and 1 <= year.significant <= longest:
        return
    at, end = match.span(5)
    raise MomentError(
        f"the significant digits of {year.year} are 1 to {longest}"
        if year.year
        else "year 0 has no significant digits",
        at,
        end - at,
    )
