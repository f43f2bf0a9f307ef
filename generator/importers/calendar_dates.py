"""When a calendar entry is (RFC 5545, 3.3.4, 3.3.5, 3.6.1), as EDTF: a DTEND that is a date is the day after the last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from generator.importers.calendar_lines import Component, Property
from generator.importers.dates import Dated
from generator.reading.excerpts import in_quotes

_DAY: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_TIME: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)")
_DURATION: Final = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or a clock time on it with its offset as EDTF writes it (`Z`, `+03:00`, empty for nobody's zone)."""

    day: date
    clock: str = ""
    offset: str = ""

    @property
    def edtf(self) -> str:
        """As EDTF."""
        return f"{self.day.isoformat()}T{self.clock}{self.offset}" if self.clock else self.day.isoformat()


def timing(entry: Component) -> Dated:
    """The date of an entry: a day, days, or the time of its start."""
    start = entry.get("DTSTART")
    if start is None:
        return Dated("", "D706", "no event can be made without a DTSTART", "give the entry a date")
    begin = stamp(start)
    if begin is None:
        why = f"{in_quotes(start.value)} is no date of a calendar, or its zone is unknown"
        return Dated("", "D707", why, "write DTSTART;VALUE=DATE:20140824")
    last = _last_day(entry, begin)
    if last is None or last < begin.day:
        return Dated(
            "", "D707", "the entry ends before it begins, or its end cannot be read", "correct DTEND"
        )
    if last > begin.day:
        return Dated(f"{begin.day.isoformat()}/{last.isoformat()}")
    return Dated(begin.edtf)


def stamp(found: Property) -> Stamp | None:
    """A DATE or DATE-TIME; None for anything else, a day that no calendar has, or a zone that nobody knows."""
    try:
        day = _DAY.fullmatch(found.value.strip())
        if day:
            return Stamp(date(*map(int, day.groups())))
        time = _TIME.fullmatch(found.value.strip())
        if time is None:
            return None
        year, month, day_of_month, hour, minute, second = map(int, time.groups()[:6])
        moment = datetime(year, month, day_of_month, hour, minute, min(second, 59))  # noqa: DTZ001 - its zone comes next
        clock = moment.strftime("%H:%M:%S" if second else "%H:%M")
        return Stamp(
            moment.date(), clock, "Z" if time[7] else _offset(moment, found.parameters.get("TZID", ""))
        )
    except (ValueError, OSError, KeyError):
        return None


def _offset(moment: datetime, zone: str) -> str:
    """The offset of a zone of the IANA database at that moment. Raises KeyError, ValueError or OSError for no zone."""
    if not zone:
        return ""
    shift = ZoneInfo(zone.removeprefix("/")).utcoffset(moment) or timedelta()
    minutes = int(shift.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _last_day(entry: Component, begin: Stamp) -> date | None:
    end = entry.get("DTEND")
    if end is not None:
        last = stamp(end)
        return None if last is None else _inclusive(last, begin)
    duration = entry.text("DURATION")
    if not duration:
        return begin.day
    match = _DURATION.fullmatch(duration)
    if match is None:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    try:
        return _after(begin, length)
    except OverflowError:
        return None


def _inclusive(last: Stamp, begin: Stamp) -> date:
    """The last day that the entry touches: the end itself is no part of it."""
    touches_no_more = not last.clock or last.clock in ("00:00", "00:00:00")
    return last.day - timedelta(days=1) if touches_no_more and last.day > begin.day else last.day


def _after(begin: Stamp, length: timedelta) -> date:
    if not begin.clock:
        return begin.day + max(length - timedelta(days=1), timedelta())
    hour, minute = int(begin.clock[:2]), int(begin.clock[3:5])
    start = datetime(begin.day.year, begin.day.month, begin.day.day, hour, minute, tzinfo=UTC)
    return max(begin.day, (start + length - timedelta(seconds=1)).date())
