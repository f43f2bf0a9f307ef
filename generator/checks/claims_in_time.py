"""D302, D303: could the source of a claim or statement have known it?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.days import is_out_before
from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.moment import Moment
from generator.model.records import Article, Claim, Event


def claims_in_time(graph: Graph) -> Iterator[Diagnostic]:
    """A claim or statement whose source came out before it could be made.

    D302: before the first possible day of the event; for a claim with a `scope` that begins earlier, before that.
    D303: before the claim's own `as_of`. A claim is found once, under D302 if both hold.
    """
    for event in graph.events:
        yield from _claims(graph, event)
        yield from _statements(graph, event)


def _claims(graph: Graph, event: Event) -> Iterator[Diagnostic]:
    for index, claim in enumerate(event.claims):
        source = graph.find("article", claim.source)
        if not isinstance(source, Article):
            continue
        if is_out_before(source, _counted_from(event, claim)):
            yield _too_early(graph, event, f"claims.{index}.source", source, "the claim")
        elif claim.as_of is not None and is_out_before(source, claim.as_of):
            yield _outdated(graph, event, f"claims.{index}.as_of", source, claim.as_of)


def _statements(graph: Graph, event: Event) -> Iterator[Diagnostic]:
    for index, statement in enumerate(event.statements):
        source = graph.find("article", statement.source)
        if isinstance(source, Article) and is_out_before(source, event.date):
            yield _too_early(graph, event, f"statements.{index}.source", source, "the statement")


def _counted_from(event: Event, claim: Claim) -> Moment:
    return event.date if claim.scope is None else min(event.date, claim.scope)


def _too_early(graph: Graph, event: Event, field: str, source: Article, what: str) -> Diagnostic:
    return finding(
        graph,
        "D302",
        event,
        field,
        f"the source of {what} was published {source.published.words()}, before the event ({event.date.words()})",
        "name the report that carries it, or correct the date of the event or of the article",
        (graph.span(source, "published"), graph.span(event, "date")),
    )


def _outdated(graph: Graph, event: Event, field: str, source: Article, as_of: Moment) -> Diagnostic:
    return finding(
        graph,
        "D303",
        event,
        field,
        f"the figure is of {as_of.words()}, but its source was published {source.published.words()}",
        "give `as_of` the day on which the figure stood, at the latest that of publication, or name the later report",
        (graph.span(source, "published"),),
    )
