"""`claims.csv`: a row for each figure that somebody gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.links import record_link
from generator.exports.records.values import number
from generator.exports.standing import standing
from generator.exports.tables.column import Column, first_day, last_day
from generator.graph.graph import Graph
from generator.graph.values import Comparison, Target
from generator.model.records import Claim, Event
from generator.pages.figures import group_name


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim, its place in its event from 1, and the comparison it is in with that one's place."""

    event: Event
    number: int
    claim: Claim
    comparison: Comparison
    comparison_number: int

    @property
    def stands(self) -> bool:
        """Whether its figure is part of the span."""
        return any(claim is self.claim for claim in self.comparison.standing)


def rows(graph: Graph) -> Iterator[ClaimRow]:
    """Events in timeline order, claims as written."""
    for event in standing(graph).events:
        found = {
            id(claim): (comparison, place)
            for place, comparison in enumerate(graph.comparisons(event), 1)
            for claim in comparison.claims
        }
        for place, claim in enumerate(graph.figures.claims(event), 1):
            yield ClaimRow(event, place, claim, *found[id(claim)])


def total(graph: Graph) -> int:
    """How many rows there are."""
    return sum(len(event.claims) for event in standing(graph).events)


def _group_actor(_graph: Graph, row: ClaimRow) -> str:
    return row.comparison.group_target.id if row.comparison.group_target else ""


def _claimant(graph: Graph, row: ClaimRow) -> str:
    return graph.name_of(Target("actor", row.claim.claimed_by), row.event.date)


COLUMNS: tuple[Column[ClaimRow], ...] = (
    Column("event_id", "the event it is about", lambda _, row: row.event.id),
    Column("event_title", "what happened", lambda _, row: row.event.title),
    Column("number", "its place among the claims of the event, from 1", lambda _, row: row.number),
    Column("measure", "what is counted: `killed`, `displaced` …", lambda _, row: row.claim.measure),
    Column(
        "group", "who is counted", lambda graph, row: group_name(graph, row.comparison, row.event.date).label
    ),
    Column("group_actor_id", "the same, where it is an actor", _group_actor),
    Column("figure", "as given: `at least 346`", lambda _, row: str(row.claim.figure)),
    Column(
        "figure_lower",
        "the least that was said; empty: no lower bound",
        lambda _, row: number(row.claim.figure.lower),
    ),
    Column("figure_upper", "the most that was said, likewise", lambda _, row: number(row.claim.figure.upper)),
    Column(
        "figure_approximate",
        "true where it was said with “about” and the like",
        lambda _, row: row.claim.figure.approximate,
    ),
    Column("claimed_by", "id of the actor that says so", lambda _, row: row.claim.claimed_by),
    Column("claimed_by_name", "its name of that day", _claimant),
    Column("source_id", "the article that says that it does", lambda _, row: row.claim.source),
    Column("as_of", "when it was said, EDTF", lambda _, row: row.claim.as_of),
    Column("scope", "what time it covers, EDTF", lambda _, row: row.claim.scope),
    Column("scope_earliest", "first day of that", lambda _, row: first_day(row.claim.scope)),
    Column("scope_latest", "last day of that", lambda _, row: last_day(row.claim.scope)),
    Column("stance", "`asserts`, `denies` or `revises`", lambda _, row: row.claim.stance),
    Column(
        "stands",
        "false for a denial and for a figure that its claimant revised since",
        lambda _, row: row.stands,
    ),
    Column(
        "comparison",
        "claims of an event with the same number here are of one thing",
        lambda _, row: row.comparison_number,
    ),
    Column("span", "what the claims that stand span", lambda _, row: str(row.comparison.span)),
    Column("span_lower", "its lower bound", lambda _, row: number(row.comparison.span.lower)),
    Column("span_upper", "its upper bound", lambda _, row: number(row.comparison.span.upper)),
    Column("disputed", "true where somebody denies it", lambda _, row: row.comparison.disputed),
    Column("link", "the event's page", lambda graph, row: record_link(graph, row.event)),
)
"""In the order of the file."""
