"""What different parties say: figures with the claims that make them, and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exports.database.cells import day, held, moment, number, reference, words
from generator.exports.database.happenings import EVENT
from generator.exports.database.table import Column, Row, Table, moment_columns
from generator.exports.once import once_per_graph
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.graph.values import Comparison, StatementUse
from generator.model.record_parts import Correction
from generator.model.records import AnyRecord, Event, Kind, kind_of


@once_per_graph
def _compared(graph: Graph) -> tuple[tuple[int, Event, Comparison], ...]:
    """Every comparison with its number."""
    found = [(event, one) for event in standing(graph).events for one in graph.comparisons(event)]
    return tuple((number_, *pair) for number_, pair in enumerate(found, 1))


def _figures(graph: Graph) -> Iterable[Row]:
    for number_, event, figure in _compared(graph):
        target = figure.group_target
        yield (
            number_,
            event.id,
            figure.measure,
            words(graph.name_of(target, event.date) if target else figure.group),
            reference(graph, "actor", target.id) if target else None,
            *moment(figure.scope),
            figure.span.words(),
            number(figure.span.lower),
            number(figure.span.upper),
            figure.sources,
            figure.claimants,
            int(figure.disputed),
        )


def _claims(graph: Graph) -> Iterable[Row]:
    """Each figure's claims in the order of their dates."""
    for number_, event, figure in _compared(graph):
        stands = {id(claim) for claim in figure.standing}
        for claim in figure.claims:
            yield (
                None,  # numbered by the database
                number_,
                event.id,
                str(claim.figure),
                number(claim.figure.lower),
                number(claim.figure.upper),
                int(claim.figure.approximate),
                reference(graph, "actor", claim.claimed_by),
                reference(graph, "article", claim.source),
                *moment(claim.as_of),
                claim.stance,
                int(id(claim) in stands),
            )


def _told(graph: Graph) -> Iterator[tuple[int, StatementUse]]:
    uses = [StatementUse(event, said) for event in standing(graph).events for said in event.statements]
    return enumerate(uses, 1)


def _statements(graph: Graph) -> Iterable[Row]:
    for number_, (event, said) in _told(graph):
        speaker, source = reference(graph, "actor", said.by), reference(graph, "article", said.source)
        yield (number_, event.id, speaker, words(said.text), int(said.quoted), source)


def _addressees(graph: Graph) -> Iterable[Row]:
    for number_, (_, said) in _told(graph):
        yield from ((number_, hearer) for hearer in held(graph, "actor", said.to))


def _corrections(graph: Graph) -> Iterable[Row]:
    """The ledger's lines about records that stand, newest first."""
    for record, line in graph.corrections():
        if standing(graph).has(kind_of(record), record.id):
            yield (
                None,  # numbered by the database
                *(_corrected(record, kind) for kind in CORRECTED),
                line.date.text,
                day(line.date.first_day),
                words(line.what),
                *_change(line),
                reference(graph, "article", line.source),
            )


def _corrected(record: AnyRecord, kind: Kind) -> str | None:
    return record.id if kind_of(record) == kind else None


def _change(line: Correction) -> Row:
    return (words(line.was), words(line.now), words(line.why))


CORRECTED: tuple[Kind, ...] = ("event", "article", "actor", "location", "topic")

FIGURES = Table(
    name="figures",
    meaning="Figures of events: for each measure, group and scope what all parties' claims span. Never an average.",
    columns=(
        Column("id", "INTEGER PRIMARY KEY", "Number within this file; not permanent."),
        EVENT,
        Column("measure", "TEXT NOT NULL", "What is counted.", "measures"),
        Column("counted", "TEXT NOT NULL", "Who or what is counted, in words."),
        Column("actor_id", "TEXT", "The same, if it is an actor.", "actors"),
        *moment_columns("scope", "The time that the figure covers"),
        Column("span", "TEXT NOT NULL", "What the standing claims span, in words."),
        Column("least", "REAL", "The least that anybody says; null for no lower bound."),
        Column("most", "REAL", "The most that anybody says; null for no upper bound."),
        Column("reports", "INTEGER NOT NULL", "How many reports carry the claims."),
        Column("claimants", "INTEGER NOT NULL", "How many parties make them."),
        Column("disputed", "INTEGER NOT NULL", "1 where a party denies."),
    ),
    rows=_figures,
    indexed=("event_id", "measure", "actor_id"),
    label="span",
    facets=("measure", "disputed"),
)
CLAIMS = Table(
    name="claims",
    meaning="One figure from one party, in one report.",
    columns=(
        Column("id", "INTEGER PRIMARY KEY", "Number within this file; not permanent."),
        Column("figure_id", "INTEGER NOT NULL", "The figure that it is a claim about.", "figures"),
        EVENT,
        Column("figure", "TEXT NOT NULL", "The figure as said: at least 346, 78, dozens, unknown."),
        Column("least", "REAL", "Its lower bound."),
        Column("most", "REAL", "Its upper bound."),
        Column("approximate", "INTEGER NOT NULL", "1 where it was said with “about” and the like."),
        Column("claimed_by_id", "TEXT", "Who says so.", "actors"),
        Column("article_id", "TEXT", "The report.", "articles"),
        *moment_columns("as_of", "The day of the claim"),
        Column("stance", "TEXT NOT NULL", "asserts, denies or revises."),
        Column("stands", "INTEGER NOT NULL", "0 for a denial and for what its own claimant revised."),
    ),
    rows=_claims,
    indexed=("figure_id", "event_id", "claimed_by_id", "article_id"),
    label="figure",
    facets=("claimed_by_id", "stance"),
)
STATEMENTS = Table(
    name="statements",
    meaning="Who said what.",
    columns=(
        Column("id", "INTEGER PRIMARY KEY", "Number within this file; not permanent."),
        EVENT,
        Column("speaker_id", "TEXT", "Who.", "actors"),
        Column("text", "TEXT NOT NULL", "What."),
        Column(
            "quoted", "INTEGER NOT NULL", "1 where the text is the speaker's own words, or their translation."
        ),
        Column("article_id", "TEXT", "The report.", "articles"),
    ),
    rows=_statements,
    indexed=("event_id", "speaker_id", "article_id"),
    searched=("text",),
    label="text",
)
ADDRESSEES = Table(
    name="statement_addressees",
    meaning="To whom.",
    columns=(
        Column("statement_id", "INTEGER NOT NULL", "The statement.", "statements"),
        Column("actor_id", "TEXT NOT NULL", "To whom.", "actors"),
    ),
    rows=_addressees,
    key=("statement_id", "actor_id"),
    indexed=("actor_id",),
)
CORRECTIONS = Table(
    name="corrections",
    meaning="The public ledger: what was corrected, from what to what, and why. One of the first five is set.",
    columns=(
        Column("id", "INTEGER PRIMARY KEY", "Number within this file; not permanent."),
        *(Column(f"{kind}_id", "TEXT", f"The {kind}.", f"{kind}s") for kind in CORRECTED),
        Column("date", "TEXT NOT NULL", "When, in EDTF."),
        Column("date_from", "TEXT", "First day that it may be."),
        Column("what", "TEXT NOT NULL", "The field, or wording."),
        Column("was", "TEXT", "Old value."),
        Column("now", "TEXT", "New value."),
        Column("why", "TEXT NOT NULL", "Why."),
        Column("source_id", "TEXT", "The report that shows it.", "articles"),
    ),
    rows=_corrections,
    indexed=tuple(f"{kind}_id" for kind in CORRECTED),
    label="what",
)
