"""Which offices somebody held on a day."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.moment import Moment
from generator.model.records import Office


def held_on(offices: Iterable[Office], on: Moment) -> tuple[Office, ...]:
    """The offices known to be held when the moment begins: from the first day of `since` to the last of `until`. An
    office with neither is not known to have been held on any day.
    """
    day = on.first_day
    if day is None:
        return ()
    return tuple(office for office in offices if (office.since or office.until) and _covers(office, day))


def _covers(office: Office, day: int) -> bool:
    first = office.since.first_day if office.since else None
    last = office.until.last_day if office.until else None
    return (first is None or first <= day) and (last is None or day <= last)
