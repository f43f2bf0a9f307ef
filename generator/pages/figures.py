"""Figures side by side, and totals that say what they add and what they leave out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import Comparison, Total
from generator.languages.message import message
from generator.model.moment import Moment
from generator.model.records import Claim, Event
from generator.pages.cards import ArticleCard, Card, Name, actor_name, article_card, event_card
from generator.pages.dates import Date, short_date
from generator.pages.wording import LEFT_OUT_WORDS, event_count

STANCE_WORDS = {"asserts": "", "denies": message("denies"), "revises": message("revised")}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One claim: who says what, as of when, in which report. `superseded`: its claimant revised it, or denies it."""

    who: Name
    figure: str
    stance: str
    as_of: Date
    source: ArticleCard | None
    superseded: bool


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Claims of one figure. `span` is a sentence: "170 to 200 reported, 2 sources"."""

    measure: str
    group: Name
    scope: str
    span: str
    disputed: bool
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A total over events, with those it counts and those it names but does not add."""

    measure: str
    group: Name
    figure: str
    counted: str
    left_out: tuple[tuple[Card, str], ...]
    more_left_out: int


LEFT_OUT_SHOWN = 20
"""Events named one by one below a total; the rest are counted."""


def figure_tables(graph: Graph, event: Event) -> tuple[FigureTable, ...]:
    """The comparisons of an event."""
    if not event.claims:
        return ()
    return tuple(_table(graph, event, comparison) for comparison in graph.comparisons(event))


def span_line(graph: Graph, comparison: Comparison) -> str:
    """`170 to 200 reported, 2 sources`: never an average."""
    language = language_of(graph)
    sources = language.count(comparison.sources, "{count} source", "{count} sources")
    if not comparison.standing:
        return language.say("no figure stands, {sources}", sources=sources)
    figure = comparison.span.short(language)
    if comparison.disputed:
        return language.say("{figure} reported, {sources}, disputed", figure=figure, sources=sources)
    return language.say("{figure} reported, {sources}", figure=figure, sources=sources)


def measure_label(graph: Graph, slug: str) -> str:
    """The word of the site's vocabulary."""
    label = next(
        (measure.label for measure in graph.site.measures if measure.slug == slug), slug.replace("-", " ")
    )
    return language_of(graph).say(label)


def group_name(graph: Graph, comparison: Comparison | Total, on: Moment | None = None) -> Name:
    """Who a figure counts: an actor under its name on that day, or plain words."""
    if comparison.group_target:
        return actor_name(graph, comparison.group_target.id, on)
    return Name(comparison.group)


def claim_row(graph: Graph, event: Event, claim: Claim, *, superseded: bool = False) -> FigureRow:
    """One claim as a row."""
    article = graph.find("article", claim.source)
    return FigureRow(
        actor_name(graph, claim.claimed_by, event.date),
        claim.figure.short(language_of(graph)),
        language_of(graph).say(STANCE_WORDS[claim.stance]),
        short_date(graph, claim.as_of),
        article_card(graph, graph.article(claim.source)) if article else None,
        superseded,
    )


def total_rows(graph: Graph, events: Iterable[Event]) -> tuple[TotalRow, ...]:
    """Totals over events whose claims allow any."""
    claiming = [event for event in events if event.claims]
    return tuple(_total(graph, total) for total in graph.totals(claiming)) if claiming else ()


def _table(graph: Graph, event: Event, comparison: Comparison) -> FigureTable:
    standing = {id(claim) for claim in comparison.standing}
    return FigureTable(
        measure_label(graph, comparison.measure),
        group_name(graph, comparison, event.date),
        comparison.scope.words(language_of(graph)) if comparison.scope != event.date else "",
        span_line(graph, comparison),
        comparison.disputed,
        tuple(
            claim_row(graph, event, claim, superseded=claim.stance != "denies" and id(claim) not in standing)
            for claim in comparison.claims
        ),
    )


def _total(graph: Graph, total: Total) -> TotalRow:
    left_out = total.left_out[:LEFT_OUT_SHOWN]
    events = len({use.event.id for use in total.counted})
    say = language_of(graph).say
    return TotalRow(
        measure_label(graph, total.measure),
        group_name(graph, total),
        total.figure.short(language_of(graph)),
        event_count(graph, events) if events else "",
        tuple((event_card(graph, use.event), say(LEFT_OUT_WORDS[use.reason])) for use in left_out),
        len(total.left_out) - len(left_out),
    )
