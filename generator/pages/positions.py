"""What each party says: its statements, and its figures gathered under its name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.records import Claim, Event, Statement
from generator.pages.cards import ArticleCard, Name, actor_name, article_card
from generator.pages.figures import FigureRow, claim_row, measure_label


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who said what to whom. `verb` is "said" for quoted words and "is reported to have said" for paraphrase."""

    by: Name
    to: tuple[Name, ...]
    verb: str
    text: str
    quoted: bool
    source: ArticleCard | None


@dataclass(frozen=True, slots=True)
class PositionLine:
    """One claim of a party: `killed` of `Soldiers`, in a row with its figure, date and source."""

    measure: str
    group: str
    row: FigureRow


@dataclass(frozen=True, slots=True)
class Position:
    """Everything one party claims about the event."""

    who: Name
    lines: tuple[PositionLine, ...]


def statement_rows(graph: Graph, event: Event) -> tuple[StatementRow, ...]:
    """The statements of an event, as written."""
    return tuple(statement_row(graph, event, statement) for statement in event.statements)


def statement_row(graph: Graph, event: Event, statement: Statement) -> StatementRow:
    """One statement, under the names of its day."""
    source = graph.find("article", statement.source)
    return StatementRow(
        actor_name(graph, statement.by, event.date),
        tuple(actor_name(graph, actor_id, event.date) for actor_id in statement.to),
        language_of(graph).say("said")
        if statement.quoted
        else language_of(graph).say("is reported to have said"),
        statement.text,
        statement.quoted,
        article_card(graph, graph.article(statement.source)) if source else None,
    )


def positions(graph: Graph, event: Event) -> tuple[Position, ...]:
    """Claims by claimant, in the order of the event; nothing unless at least two parties claim something."""
    by_claimant: dict[str, list[Claim]] = {}
    for claim in event.claims:
        by_claimant.setdefault(claim.claimed_by, []).append(claim)
    if len(by_claimant) <= 1:
        return ()
    return tuple(
        Position(
            actor_name(graph, actor_id, event.date), tuple(_line(graph, event, claim) for claim in claims)
        )
        for actor_id, claims in by_claimant.items()
    )


def _line(graph: Graph, event: Event, claim: Claim) -> PositionLine:
    group = actor_name(graph, claim.group, event.date).label
    return PositionLine(measure_label(graph, claim.measure), group, claim_row(graph, event, claim))
