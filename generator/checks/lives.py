"""D304, D305: did everybody exist when they acted?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from generator.checks.days import earliest, latest
from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.model.moment import Moment
from generator.model.records import Actor, Article, Claim, Event

ACTING: Final = frozenset({"did", "said", "mediated", "took-part", "reported"})
"""Lists of the role vocabulary whose roles take doing. Who was hit, was told or was merely the subject may be dead."""


class Act(NamedTuple):
    """Something an actor did between two civil days (None: no bound), and the field that says so."""

    record: Event | Article
    field: str
    actor_id: str
    first: int | None
    last: int | None


class Life(NamedTuple):
    """An actor whose record has at least one end of its life."""

    actor: Actor
    began: Moment | None
    ended: Moment | None


def acts_outside_lives(graph: Graph) -> Iterator[Diagnostic]:
    """An act that was over before the actor's birth or founding (D304), or began after its death or end (D305).

    Acts are: an event in a role of an acting list, a statement, a claim, an article's publication or relaying.
    An actor is found once for each record and code.
    """
    lives = _lives(graph)
    told: set[tuple[str, str, str]] = set()
    for act in _acts(graph):
        life = lives.get(act.actor_id)
        found = life and _outside(graph, act, life)
        if found and (found.code, found.record, act.actor_id) not in told:
            told.add((found.code, found.record, act.actor_id))
            yield found


def _lives(graph: Graph) -> Mapping[str, Life]:
    lives = (
        Life(actor, actor.born or actor.founded, actor.died or actor.dissolved) for actor in graph.actors
    )
    return {life.actor.id: life for life in lives if life.began or life.ended}


def _acts(graph: Graph) -> Iterator[Act]:
    acting = frozenset(role.slug for role in graph.site.roles if role.list in ACTING)
    for event in graph.events:
        yield from _appearances(event, acting)
        yield from _utterances(graph, event)
    for article in graph.articles:
        out = article.published
        for field, actor_id in (("publisher", article.publisher), ("agency", article.agency)):
            yield Act(article, field, actor_id, out.first_day, out.last_day)


def _appearances(event: Event, acting: frozenset[str]) -> Iterator[Act]:
    first, last = event.date.first_day, event.date.last_day
    for index, part in enumerate(event.actors):
        if part.role in acting:
            yield Act(event, f"actors.{index}.actor", part.actor, first, last)


def _utterances(graph: Graph, event: Event) -> Iterator[Act]:
    first, last = event.date.first_day, event.date.last_day
    for index, statement in enumerate(event.statements):
        yield Act(event, f"statements.{index}.by", statement.by, first, last)
    for index, claim in enumerate(event.claims):
        yield Act(event, f"claims.{index}.claimed_by", claim.claimed_by, first, _made_by(graph, event, claim))


def _made_by(graph: Graph, event: Event, claim: Claim) -> int | None:
    """The last day on which the claim may have been made: it may come long after the event."""
    source = graph.find("article", claim.source)
    out = source.published if isinstance(source, Article) else event.date
    ends = (event.date.last_day, (claim.as_of or out).last_day)
    return None if None in ends else max(day for day in ends if day is not None)


def _outside(graph: Graph, act: Act, life: Life) -> Diagnostic | None:
    if life.began and _is_before(act.last, earliest(life.began)):
        verb = "was born" if life.actor.born else "was founded"
        return _finding(graph, "D304", act, life.actor, f"{verb} {life.began.words()}, after this")
    if life.ended and _is_before(latest(life.ended), act.first):
        verb = "died" if life.actor.died else "was dissolved"
        return _finding(graph, "D305", act, life.actor, f"{verb} {life.ended.words()}, before this")
    return None


def _is_before(day: int | None, other: int | None) -> bool:
    """Whether both days are known and the one is before the other."""
    return day is not None and other is not None and day < other


def _finding(graph: Graph, code: str, act: Act, actor: Actor, what: str) -> Diagnostic:
    return finding(
        graph,
        code,
        act.record,
        act.field,
        f"{actor.id} {what}",
        "correct the date here or there, name the actor that it was (a predecessor, a successor, a namesake), "
        "or give a role that does not act, such as `victim` or `subject`",
        (_life_span(graph, actor, code),),
    )


def _life_span(graph: Graph, actor: Actor, code: str) -> Span:
    ends = ("born", "founded") if code == "D304" else ("died", "dissolved")
    return graph.span(actor, ends[0] if getattr(actor, ends[0]) else ends[1])
