"""Intervals and sets of EDTF: a start and an end, one of several dates, all of several dates.

Source: EDTF level 0 "time interval", level 1 "extended interval" (`..` open, nothing unknown), level 2 "set
representation"; ISO 8601-2:2019, clauses 9 and 10.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from generator.model import civil
from generator.model.edtf_date import CalendarDate
from generator.model.edtf_precision import Precision
from generator.model.edtf_year import ScaledYear

End = CalendarDate | ScaledYear | str
"""A date; or `..`, an open end; or the empty string, an unknown end."""

Bounds = tuple[int | None, int | None]
"""First and last civil second; None where there is no bound."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From the first moment of `start` to the last of `end`."""

    start: End
    end: End

    @property
    def text(self) -> str:
        """Canonical EDTF, `start/end`."""
        return f"{_end_text(self.start)}/{_end_text(self.end)}"

    @property
    def range_text(self) -> str:
        """The same as a member of a set: `1670..1672`, `..1984`, `1760-12..`."""
        start, end = (_end_text(end).removeprefix("..") for end in (self.start, self.end))
        return f"{start}..{end}"

    @property
    def dates(self) -> list[CalendarDate | ScaledYear]:
        """The ends that are dates."""
        return [end for end in (self.start, self.end) if not isinstance(end, str)]

    @property
    def doubt(self) -> int:
        """Every doubt of either end."""
        doubt = 0
        for date in self.dates:
            doubt |= date.doubt
        return doubt

    @property
    def precision(self) -> Precision:
        """Interval."""
        return "interval"

    @property
    def bounds(self) -> Bounds:
        """First and last civil second; None for an open or unknown end."""
        start, end = self.start, self.end
        return (
            None if isinstance(start, str) else start.bounds[0],
            None if isinstance(end, str) else end.bounds[1],
        )

    @property
    def is_open(self) -> bool:
        """Whether an end is `..`."""
        return ".." in (self.start, self.end)

    def may_be(self, day: int) -> bool:
        """Whether that civil day is between the bounds."""
        lower, upper = self.bounds
        return (lower is None or lower // civil.SECONDS_PER_DAY <= day) and (
            upper is None or day <= upper // civil.SECONDS_PER_DAY
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """`[…]`, one of the members, or with `every` `{…}`, all of them. Made by `of`."""

    members: tuple[CalendarDate | ScaledYear | Interval, ...]
    every: bool

    @classmethod
    def of(cls, members: Iterable[CalendarDate | ScaledYear | Interval], *, every: bool) -> Self:
        """In canonical order and without doubles: by first moment, ranges without an end last."""
        return cls(tuple(sorted(set(members), key=_member_key)), every)

    @property
    def text(self) -> str:
        """Canonical EDTF."""
        inner = ",".join(
            member.range_text if isinstance(member, Interval) else member.text for member in self.members
        )
        return f"{{{inner}}}" if self.every else f"[{inner}]"

    @property
    def doubt(self) -> int:
        """Every doubt of any member."""
        doubt = 0
        for member in self.members:
            doubt |= member.doubt
        return doubt

    @property
    def precision(self) -> Precision:
        """Set."""
        return "set"

    @property
    def bounds(self) -> Bounds:
        """From the earliest to the latest member."""
        bounds = [member.bounds for member in self.members]
        starts = [start for start, _ in bounds if start is not None]
        ends = [end for _, end in bounds if end is not None]
        return (
            min(starts) if len(starts) == len(bounds) else None,
            max(ends) if len(ends) == len(bounds) else None,
        )

    @property
    def is_open(self) -> bool:
        """Whether a member has an open end."""
        return any(isinstance(member, Interval) and member.is_open for member in self.members)

    def may_be(self, day: int) -> bool:
        """Whether a member may be, or takes in, that civil day."""
        return any(member.may_be(day) for member in self.members)


def _end_text(end: End) -> str:
    return end if isinstance(end, str) else end.text


def _member_key(member: CalendarDate | ScaledYear | Interval) -> tuple[bool, bool, int, int, str]:
    start, end = member.bounds
    return end is None, start is not None, start or 0, end or 0, member.text
