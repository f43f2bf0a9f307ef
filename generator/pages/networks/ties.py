"""Which actors take part in the same events, and in how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from generator.model.records import Event


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, by their ids in the order of the site's actors, and the number of events that have both."""

    one: str
    other: str
    events: int


def ties(order: Iterable[str], events: Iterable[Event]) -> list[Tie]:
    """The ties between the actors of `order` in these events, the strongest first, then in that order."""
    rank = {actor_id: number for number, actor_id in enumerate(order)}
    counts: Counter[tuple[int, int]] = Counter()
    for event in events:
        present = sorted({rank[part.actor] for part in event.actors if part.actor in rank})
        counts.update(combinations(present, 2))
    ids = list(rank)
    found = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return [Tie(ids[one], ids[other], count) for (one, other), count in found]


def most_tied(found: Iterable[Tie], most: int) -> list[str]:
    """The actors that share the most events with others: at most so many, the most tied first."""
    weight: Counter[str] = Counter()
    for tie in found:
        weight[tie.one] += tie.events
        weight[tie.other] += tie.events
    return sorted(weight, key=lambda actor_id: (-weight[actor_id], actor_id))[:most]
