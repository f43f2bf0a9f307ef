"""The timeline: one total order of events, its months and days, and what stands beside an event.

Order, by the first difference: the civil day on which the event may have begun (none, for `../2014`, comes first);
the record's `order` (0 where it has none, so that -1 leads a day and 1 closes it); the moment's own order
(`moment_order`); the id.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.graph.values import Month, Neighbours
from generator.model.civil import civil_of
from generator.model.moment import Moment, Precision
from generator.model.moment_order import SortKey
from generator.model.records import Event

TimelineKey = tuple[int, int, int, SortKey, str]

TO_THE_DAY: frozenset[Precision] = frozenset({"day", "minute", "second"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Events in timeline order. A *position* is an index into `events`."""

    events: tuple[Event, ...]
    positions: Mapping[str, int]
    months: tuple[Month, ...]
    by_day: Mapping[int, tuple[Event, ...]]
    days: tuple[int, ...]

    def events_on(self, day: int) -> tuple[Event, ...]:
        """Events that begin on that civil day and are known to the day."""
        return self.by_day.get(day, ())

    def same_day(self, event: Event) -> tuple[Event, ...]:
        """The others of its day."""
        day = beginning(event.date)
        return () if day is None else tuple(other for other in self.events_on(day) if other.id != event.id)

    def neighbours(self, event: Event) -> Neighbours:
        """The events before and after it."""
        position = self.positions[event.id]
        return self.neighbours_among(event, range(max(0, position - 1), min(len(self.events), position + 2)))

    def neighbours_among(self, event: Event, positions: Sequence[int]) -> Neighbours:
        """The events before and after it among rising `positions`, which need not include its own."""
        position = self.positions[event.id]
        before, after = bisect_left(positions, position), bisect_right(positions, position)
        return Neighbours(
            self.events[positions[before - 1]] if before else None,
            self.events[positions[after]] if after < len(positions) else None,
        )

    def at(self, positions: Sequence[int]) -> tuple[Event, ...]:
        """The events at those positions."""
        return tuple(self.events[position] for position in positions)


def timeline_of(events: tuple[Event, ...]) -> Timeline:
    """The timeline of events that stand in timeline order."""
    by_month: defaultdict[tuple[int, int], list[Event]] = defaultdict(list)
    by_day: defaultdict[int, list[Event]] = defaultdict(list)
    for event in events:
        first = start_day(event.date)
        if first is not None:
            by_month[civil_of(first)[:2]].append(event)
        day = beginning(event.date)
        if day is not None:
            by_day[day].append(event)
    return Timeline(
        events=events,
        positions={event.id: position for position, event in enumerate(events)},
        months=tuple(Month(*month, tuple(by_month[month])) for month in sorted(by_month)),
        by_day={day: tuple(of_day) for day, of_day in by_day.items()},
        days=tuple(sorted(by_day)),
    )


def timeline_key(event: Event) -> TimelineKey:
    """The key of timeline order; unlike for any two events."""
    key = event.date.sort_key
    return key[0], key[1], event.order or 0, key, event.id


def start_day(date: Moment) -> int | None:
    """The civil day that places an event in a month: its first, or its last where the start is open."""
    return date.last_day if date.first_day is None else date.first_day


def beginning(date: Moment) -> int | None:
    """The civil day on which it begins at the earliest, if that is known to the day.

    A month, a season or `2014-08-XX` begins on no day that we know; an interval is known as its start is, and
    a set (`[2014-08-23,2014-08-24]`) as its first member is.
    """
    opening = date.start if date.is_interval else date
    if opening is not None and opening.choices:
        opening = opening.choices[0].start or opening.choices[0]
    return date.first_day if opening is not None and opening.precision in TO_THE_DAY else None
