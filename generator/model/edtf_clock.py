"""A date with a time of day.

EDTF level 0 has hours, minutes and seconds with nothing, `Z` or a shift from UTC behind. Minutes alone are our
addition, from ISO 8601-1:2019, 5.3.1.3, because reports seldom know the second. Not accepted, each with its reason:
24:00 (withdrawn in ISO 8601-1:2019), leap seconds (a civil second has no number for them), fractions and
qualification of a time (not in EDTF), shifts beyond 14 hours (no zone has one).
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.model import civil
from generator.model.edtf_date import CalendarDate
from generator.model.edtf_date_reading import read_date
from generator.model.edtf_precision import Precision
from generator.model.notation_error import MomentError

_MINUTES_PER_HOUR: Final = 60
_LARGEST_SHIFT: Final = 14 * _MINUTES_PER_HOUR
_CLOCK: Final = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:Z|([+-])([0-9]{2})(?::([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class DateAndTime:
    """`second` is None where only the minute is known; `shift` is minutes east of UTC, None for local time."""

    date: CalendarDate
    hour: int
    minute: int
    second: int | None
    shift: int | None

    doubt = 0

    @property
    def clock_text(self) -> str:
        """`14:30` or `14:30:05`."""
        seconds = "" if self.second is None else f":{self.second:02d}"
        return f"{self.hour:02d}:{self.minute:02d}{seconds}"

    @property
    def shift_text(self) -> str:
        """Empty for local time, `Z`, or `+03:00`."""
        if not self.shift:
            return "" if self.shift is None else "Z"
        return f"{'-' if self.shift < 0 else '+'}{abs(self.shift) // 60:02d}:{abs(self.shift) % 60:02d}"

    @property
    def text(self) -> str:
        """Canonical EDTF."""
        return f"{self.date.text}T{self.clock_text}{self.shift_text}"

    @property
    def precision(self) -> Precision:
        """Minute or second."""
        return "minute" if self.second is None else "second"

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last civil second on the clock as written, not shifted to UTC."""
        start = self.date.bounds[0] + self.hour * 3600 + self.minute * 60 + (self.second or 0)
        return start, start + (59 if self.second is None else 0)

    def may_be(self, day: int) -> bool:
        """Whether it is on that civil day."""
        return self.date.may_be(day)


def read_date_and_time(text: str) -> DateAndTime:
    """The date-time that `text` writes. Raises MomentError."""
    date_text, _, clock = text.partition("T")
    try:
        date = read_date(date_text)
    except MomentError as error:
        raise error.within(text, 0, date_text) from None
    at = len(date_text) + 1
    if not (date.day and date.is_plain) or date.doubt:
        message = "a time of day needs a whole date without X, ? ~ or %"
        raise MomentError(message, 0, at - 1)
    match = _CLOCK.fullmatch(clock)
    if match is None:
        raise _departure(clock).within(text, at, clock)
    _refuse_clock(match, date, text, at)
    return DateAndTime(
        date,
        int(match[1]),
        int(match[2]),
        None if match[3] is None else int(match[3]),
        _shift(match, text, at),
    )


def _departure(clock: str) -> MomentError:
    if re.fullmatch(r"[0-9]{2}:[0-9]{2}:[0-9]{2}[.,][0-9]+.*", clock):
        return MomentError(
            "EDTF has no fractions of a second", 8, 1, re.sub(r"[.,][0-9]+", "", clock, count=1)
        )
    if clock[-1:] in ("?", "~", "%"):
        return MomentError("a time of day takes no ? ~ or %: only dates do", len(clock) - 1, 1, clock[:-1])
    return MomentError("expected a time such as 14:30, 14:30:05Z or 14:30+03:00", 0, len(clock))


def _refuse_clock(match: re.Match[str], date: CalendarDate, text: str, at: int) -> None:
    if match[1] == "24" and match[2] == "00":
        year, month, day = civil.civil_of(date.bounds[1] // civil.SECONDS_PER_DAY + 1)
        midnight = f"{civil.year_text(year)}-{month:02d}-{day:02d}T00{text[at + 2 :]}"
        message = "24:00 left the standard in 2019: write 00:00 of the next day"
        raise MomentError(message, at, 5, midnight)
    for group, name, limit in ((1, "hour", 23), (2, "minute", 59), (3, "second", 59)):
        if match[group] is not None and int(match[group]) > limit:
            leap = name == "second" and match[group] == "60"
            reason = (
                ": leap seconds have no place on a civil clock"
                if leap
                else f": {name}s run from 00 to {limit}"
            )
            start, end = at + match.start(group), at + match.end(group)
            raise MomentError(
                f"{name} {match[group]}{reason}", start, 2, f"{text[:start]}59{text[end:]}" if leap else None
            )


def _shift(match: re.Match[str], text: str, at: int) -> int | None:
    """Minutes east of UTC."""
    if match[4] is None:
        return 0 if match[0].endswith("Z") else None
    minutes = int(match[6] or 0)
    size = int(match[5]) * 60 + minutes
    start = at + match.start(4)
    if minutes >= _MINUTES_PER_HOUR or size > _LARGEST_SHIFT:
        message = f"no clock is {text[start + 1 :]} from UTC: shifts go from -14:00 to +14:00"
        raise MomentError(message, start, len(text) - start)
    if size == 0 and match[4] == "-":
        raise MomentError(
            "there is no shift of -00:00: write Z for UTC", start, len(text) - start, f"{text[:start]}Z"
        )
    return -size if match[4] == "-" else size
