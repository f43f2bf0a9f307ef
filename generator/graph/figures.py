"""Claims gathered into comparisons: what different parties say of one figure, side by side and never averaged.

A claim without `as_of` is of the day its source was published (of the event's date, if that source is unknown); one
without `scope` covers the event's date. Claims of one event with the same measure, the same group (an actor's id, or
words that fold alike) and a scope of the same bounds are one comparison.

Within it, in the order of `as_of`, then as written, a claimant's `revises` replaces what that claimant had said
before; `denies` never counts. The span of what stands is `figure.span`: from the least that anybody says to the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import cast

from generator.graph.values import Comparison, Target
from generator.model.figure import Figure, span
from generator.model.moment import Moment
from generator.model.names import fold
from generator.model.records import Article, Claim, Event
from generator.model.site_settings import Measure

UNKNOWN = Figure.parse("unknown")

GroupKey = tuple[str, str]
"""What tells groups apart: ("actor", id) or ("words", folded words)."""

SeriesKey = tuple[str, GroupKey, int | None, int | None]
"""Measure, group, and the bounds of the scope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Completed claims and their comparisons, for the events that have any."""

    actor_ids: AbstractSet[str]
    completed: Mapping[str, tuple[Claim, ...]]
    by_event: Mapping[str, tuple[Comparison, ...]]
    measures: Mapping[str, int]
    """Place of each measure in the site's vocabulary."""
    never_added: AbstractSet[str]
    """Measures whose figures no total may add."""

    def claims(self, event: Event) -> tuple[Claim, ...]:
        """The event's claims as written, each with its `as_of` and `scope`."""
        return self.completed.get(event.id, ())

    def comparisons(self, event: Event) -> tuple[Comparison, ...]:
        """Those of all its claims, in the order in which the claims name them."""
        return self.by_event.get(event.id, ())

    def compared(self, event: Event, sources: AbstractSet[str]) -> tuple[Comparison, ...]:
        """Those of the claims that rest on these articles."""
        return compare([claim for claim in self.claims(event) if claim.source in sources], self.actor_ids)


def figures_of(
    events: Iterable[Event],
    articles: Iterable[Article],
    actor_ids: AbstractSet[str],
    measures: Sequence[Measure],
) -> Figures:
    """The claims of all events, completed and compared."""
    published = {article.id: article.published for article in articles}
    completed = {
        event.id: tuple(complete(claim, event, published) for claim in event.claims)
        for event in events
        if event.claims
    }
    return Figures(
        actor_ids=actor_ids,
        completed=completed,
        by_event={event_id: compare(claims, actor_ids) for event_id, claims in completed.items()},
        measures={measure.slug: place for place, measure in enumerate(measures)},
        never_added={measure.slug for measure in measures if not measure.totals},
    )


def complete(claim: Claim, event: Event, published: Mapping[str, Moment]) -> Claim:
    """The claim with its defaults made explicit."""
    if claim.as_of is not None and claim.scope is not None:
        return claim
    as_of = claim.as_of or published.get(claim.source, event.date)
    return replace(claim, as_of=as_of, scope=claim.scope or event.date)


def compare(claims: Iterable[Claim], actor_ids: AbstractSet[str]) -> tuple[Comparison, ...]:
    """Comparisons of completed claims of one event, in the order in which the claims name them."""
    series: dict[SeriesKey, list[Claim]] = {}
    for claim in claims:
        scope = _scope(claim)
        key = claim.measure, group_key(claim.group, actor_ids), scope.lower, scope.upper
        series.setdefault(key, []).append(claim)
    return tuple(_comparison(key[1], of_one) for key, of_one in series.items())


def group_key(group: str, actor_ids: AbstractSet[str]) -> GroupKey:
    """What the group of a claim is the same as."""
    return ("actor", group) if group in actor_ids else ("words", fold(group))


def key_of(comparison: Comparison) -> tuple[str, GroupKey]:
    """The measure and group of a comparison, which totals add by."""
    target = comparison.group_target
    return comparison.measure, ("actor", target.id) if target else ("words", fold(comparison.group))


def _comparison(group: GroupKey, claims: list[Claim]) -> Comparison:
    first = claims[0]
    by_date = tuple(sorted(claims, key=lambda claim: _as_of(claim).sort_key))  # stable: else as written
    standing = _standing(by_date)
    return Comparison(
        measure=first.measure,
        group=first.group,
        group_target=Target("actor", group[1]) if group[0] == "actor" else None,
        scope=_scope(first),
        claims=by_date,
        standing=standing,
        span=span(claim.figure for claim in standing) or UNKNOWN,
        sources=len({claim.source for claim in claims}),
        claimants=len({claim.claimed_by for claim in claims}),
        disputed=any(claim.stance == "denies" for claim in claims),
    )


def _standing(by_date: tuple[Claim, ...]) -> tuple[Claim, ...]:
    standing: list[Claim] = []
    for claim in by_date:
        if claim.stance == "revises":
            standing = [other for other in standing if other.claimed_by != claim.claimed_by]
        if claim.stance != "denies":
            standing.append(claim)
    return tuple(standing)


def _scope(completed: Claim) -> Moment:
    return cast(Moment, completed.scope)


def _as_of(completed: Claim) -> Moment:
    return cast(Moment, completed.as_of)
