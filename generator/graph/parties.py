"""What an actor took part in, claimed, said and was told; its members, parts and reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.graph.figures import Figures
from generator.graph.gathering import gathered
from generator.graph.order import Timeline
from generator.graph.tree import Tree, tree_of
from generator.graph.values import Appearance, ClaimUse, Companion, Membership, StatementUse
from generator.graph.withdrawal import is_withdrawn
from generator.model.moment import Moment
from generator.model.records import Actor, Article, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Actors in order (folded name, id); every mapping has an entry for each of them, but `rank` and `tree`, which
    are of those that stand: nobody appears with, or is part of, what was withdrawn.
    """

    actors: Mapping[str, Actor]
    rank: Mapping[str, int]
    """Actor id to its place in that order."""
    tree: Tree
    events_of: Mapping[str, tuple[Appearance, ...]]
    claims_by: Mapping[str, tuple[ClaimUse, ...]]
    claims_about: Mapping[str, tuple[ClaimUse, ...]]
    statements_by: Mapping[str, tuple[StatementUse, ...]]
    statements_to: Mapping[str, tuple[StatementUse, ...]]
    members_of: Mapping[str, tuple[Membership, ...]]
    published_by: Mapping[str, tuple[Article, ...]]
    relayed_by: Mapping[str, tuple[Article, ...]]
    positions: Mapping[str, tuple[int, ...]]
    """Actor id to the rising positions of its events in the timeline, each once."""

    def appears_with(self, actor_id: str) -> tuple[Companion, ...]:
        """Actors of the same events: most shared events first, then in the order of actors."""
        events = {appearance.event.id: appearance.event for appearance in self.events_of[actor_id]}
        shared = Counter(
            other for event in events.values() for other in {part.actor for part in event.actors}
        )
        others = [
            Companion(other, count) for other, count in shared.items() if self._is_other(other, actor_id)
        ]
        return tuple(sorted(others, key=lambda companion: (-companion.events, self.rank[companion.actor_id])))

    def parts_of(self, actor_id: str) -> tuple[Actor, ...]:
        """Direct parts."""
        self.actors[actor_id]  # an unknown id raises KeyError
        return tuple(self.actors[part] for part in self.tree.children(actor_id))

    def _is_other(self, other: str, actor_id: str) -> bool:
        return other != actor_id and other in self.rank


def parties_of(
    actors: tuple[Actor, ...], articles: tuple[Article, ...], timeline: Timeline, figures: Figures
) -> Parties:
    """The parties among all actors and the articles in order; references that lead nowhere are left out."""
    by_id = {actor.id: actor for actor in actors}
    standing = {actor.id: actor for actor in actors if not is_withdrawn(actor)}
    whole = {
        actor.id: actor.part_of
        for actor in standing.values()
        if actor.part_of in standing and actor.part_of != actor.id
    }
    events = timeline.events
    claims = [ClaimUse(event, claim) for event in events for claim in figures.claims(event)]
    statements = [StatementUse(event, statement) for event in events for statement in event.statements]
    appearances = list(_appearances(events))
    return Parties(
        actors=by_id,
        rank={actor_id: rank for rank, actor_id in enumerate(standing)},
        tree=tree_of(standing, whole),
        events_of=gathered(by_id, appearances),
        claims_by=gathered(by_id, ((use.claim.claimed_by, use) for use in claims)),
        claims_about=gathered(by_id, ((use.claim.group, use) for use in claims)),
        statements_by=gathered(by_id, ((use.statement.by, use) for use in statements)),
        statements_to=gathered(
            by_id, ((hearer, use) for use in statements for hearer in dict.fromkeys(use.statement.to))
        ),
        members_of=gathered(by_id, _memberships(standing.values())),
        published_by=gathered(by_id, ((article.publisher, article) for article in articles)),
        relayed_by=gathered(by_id, ((article.agency, article) for article in articles)),
        positions=_positions(by_id, appearances, timeline),
    )


def _appearances(events: tuple[Event, ...]) -> Iterator[tuple[str, Appearance]]:
    for event in events:
        for part in dict.fromkeys(event.actors):
            yield part.actor, Appearance(event, part.role)


def _positions(
    by_id: Mapping[str, Actor], appearances: list[tuple[str, Appearance]], timeline: Timeline
) -> dict[str, tuple[int, ...]]:
    places = dict.fromkeys((actor_id, timeline.positions[use.event.id]) for actor_id, use in appearances)
    return gathered(by_id, places)


def _memberships(actors: Iterable[Actor]) -> Iterator[tuple[str, Membership]]:
    offices = [(actor, office) for actor in actors for office in actor.roles if office.body != actor.id]
    offices.sort(key=lambda held: _start(held[1].since))  # stable: actors stay in their order
    for actor, office in offices:
        yield office.body, Membership(actor.id, office)


def _start(since: Moment | None) -> tuple[object, ...]:
    return () if since is None else since.sort_key
