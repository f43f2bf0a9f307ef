"""The other clock: not when something happened, but when it was reported, and what was known on an evening.

An article is *out* on the last day on which it may have been published, so that nobody is said to have known a
thing before they surely could; for an exact date, that is the date. One without a last day (`[2014..]`: a page that
bears no date) cannot say when anything was known, and is left out here. No report makes an event known before it began:
an announcement of it counts from the event's own first day.

*First reported* is the earliest such day over all articles of the event. A *state* is what those articles that are
out by an evening say: the claims that rest on them (a revision replaces a figure only once it is out itself) and
their chains. Its grade is `reported` until they make a second independent chain; from then on it is the record's own
status, which the editors gave with everything in view.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.graph.gathering import gathered
from generator.graph.order import Timeline
from generator.graph.sources import Provenance, chains_of
from generator.graph.values import State
from generator.model.records import Article, Event

INDEPENDENT_ENOUGH = 2
"""Chains from which an event is known by more than one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Days of first report. All days are civil days."""

    timeline: Timeline
    provenance: Provenance
    first_reported: Mapping[str, int | None]
    by_day: Mapping[int, tuple[Event, ...]]
    days: tuple[int, ...]
    known: tuple[tuple[int, int], ...]
    """Day of first report and position in the timeline, rising."""

    def reported_on(self, day: int) -> tuple[Event, ...]:
        """Events first reported on the day."""
        return self.by_day.get(day, ())

    def known_by(self, day: int) -> tuple[Event, ...]:
        """Events first reported by the evening of the day."""
        until = bisect_right(self.known, (day, len(self.timeline.events)))
        return self.timeline.at(sorted(position for _, position in self.known[:until]))

    def states(self, event: Event) -> tuple[State, ...]:
        """One for each day on which an article of the event came out."""
        return tuple(self._states(event))

    def _states(self, event: Event) -> Iterator[State]:
        articles = self.provenance.sources_of(event)
        days = ((article.id, known_from(event, article)) for article in articles)
        out = {article_id: day for article_id, day in days if day is not None}
        for day in sorted(set(out.values())):
            sources = tuple(article_id for article_id in out if out[article_id] <= day)
            independent = len(chains_of(sources, self.provenance.origins))
            yield State(
                day=day,
                status=event.status if independent >= INDEPENDENT_ENOUGH else "reported",
                comparisons=self.provenance.figures.compared(event, set(sources)),
                sources=sources,
                new=tuple(article_id for article_id in sources if out[article_id] == day),
                independent=independent,
            )


def clock_of(timeline: Timeline, provenance: Provenance) -> Clock:
    """The clock of all events."""
    first_reported = {event.id: _first_reported(event, provenance) for event in timeline.events}
    dated = [(day, event) for event in timeline.events if (day := first_reported[event.id]) is not None]
    days = tuple(sorted({day for day, _ in dated}))
    return Clock(
        timeline=timeline,
        provenance=provenance,
        first_reported=first_reported,
        by_day=gathered(days, dated),
        days=days,
        known=tuple(sorted((day, timeline.positions[event.id]) for day, event in dated)),
    )


def known_from(event: Event, article: Article) -> int | None:
    """The civil day from which the article makes the event known; None for one that bears no date."""
    out, began = article.published.last_day, event.date.first_day
    return out if out is None or began is None else max(out, began)


def _first_reported(event: Event, provenance: Provenance) -> int | None:
    days = (known_from(event, article) for article in provenance.sources_of(event))
    return min((day for day in days if day is not None), default=None)
