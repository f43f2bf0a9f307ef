"""`/articles/<id>/`: a record about a report, and everything that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import ClaimUse, Resting, Target
from generator.model.addresses import record_address
from generator.model.records import Article, Kind
from generator.pages.actor import OfficeRow, office_row
from generator.pages.backlinks import backlink_rows
from generator.pages.cards import Card, Name, actor_name, article_card, event_card, record_name
from generator.pages.corrections import record_corrections
from generator.pages.dates import date_of
from generator.pages.event_sources import copies
from generator.pages.figures import FigureRow, claim_row, measure_label
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.positions import StatementRow, statement_row
from generator.pages.prose import body_html, summary_html, summary_text
from generator.pages.things import article_thing
from generator.pages.wording import ARTICLE_TYPE_WORDS, language_words

MENTIONED: tuple[Kind, ...] = ("actor", "location")
"""Kinds that an article's `mentions` may name, in the order in which an id is looked up."""


@dataclass(frozen=True, slots=True)
class RestingEvent:
    """An event that rests on the report, with where in it and in which words."""

    card: Card
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class RestingClaim:
    """A figure that rests on the report."""

    card: Card
    measure: str
    group: Name
    row: FigureRow


@dataclass(frozen=True, slots=True)
class RestingStatement:
    """Words that rest on the report."""

    card: Card
    statement: StatementRow


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each article, and those that continue its lists."""
    for article in graph.articles:
        page = PageOutput(
            address=record_address("article", article.id),
            template="article.html",
            view=view,
            subject=article.id,
            record=f"article/{article.id}",
        )
        yield from paged(page, _pages(graph, article))


def view(graph: Graph, subject: str) -> View:
    """One page of an article."""
    article_id, number = paged_subject(subject)
    article = graph.article(article_id)
    return {
        **_heading(graph, article),
        **_resting(graph, article, number),
        "backlinks": backlink_rows(graph, "article", article_id, number),
        "pager": pager(record_address("article", article_id), number, _pages(graph, article)),
    }


def _heading(graph: Graph, article: Article) -> View:
    outlet = actor_name(graph, article.publisher, article.published)
    published = date_of(graph, article.published)
    summary = summary_text(graph, article)
    return {
        "title": article.title,
        "description": summary
        or language_of(graph).say(
            "{outlet}, {date}: what this report says and what rests on it.",
            outlet=outlet.label,
            date=published.words,
        ),
        "outlet": outlet,
        "agency": actor_name(graph, article.agency) if article.agency else None,
        "byline": article.byline,
        "kind": language_of(graph).say(ARTICLE_TYPE_WORDS[article.type]),
        "published": published,
        "language": language_words(graph, article.language) if article.language else "",
        "language_tag": article.language,
        "url": article.url,
        "copies": copies(graph, article),
        "retrieved": date_of(graph, article.retrieved),
        "summary": summary_html(graph, article),
        "body": body_html(graph, article),
        "based_on": [
            article_card(graph, graph.article(other)) for other in article.based_on if _known(graph, other)
        ],
        "mentioned": _mentioned(graph, article),
        "corrections": record_corrections(graph, article),
        "draft": article.draft,
        "structured": article_thing(graph, article),
    }


def _resting(graph: Graph, article: Article, number: int) -> View:
    """One page's share of what rests on the report."""
    resting = graph.resting_on(article.id)
    return {
        "events": _resting_events(graph, resting, number),
        "events_total": len(resting.events),
        "claims": [_resting_claim(graph, use) for use in page_slice(resting.claims, number)],
        "statements": [
            RestingStatement(event_card(graph, use.event), statement_row(graph, use.event, use.statement))
            for use in page_slice(resting.statements, number)
        ],
        "offices": _resting_offices(graph, resting, number),
        "derived": [article_card(graph, other) for other in page_slice(resting.articles, number)],
    }


def _resting_events(graph: Graph, resting: Resting, number: int) -> list[RestingEvent]:
    cited = {use.event.id: use.citation for use in resting.citations}
    rows = []
    for event in page_slice(resting.events, number):
        citation = cited.get(event.id)
        rows.append(
            RestingEvent(
                event_card(graph, event),
                citation.locator if citation else "",
                citation.quote if citation else "",
            )
        )
    return rows


def _resting_claim(graph: Graph, use: ClaimUse) -> RestingClaim:
    event, claim = use
    group = actor_name(graph, claim.group, event.date)
    return RestingClaim(
        event_card(graph, event), measure_label(graph, claim.measure), group, claim_row(graph, event, claim)
    )


def _resting_offices(graph: Graph, resting: Resting, number: int) -> list[tuple[Name, OfficeRow]]:
    return [
        (actor_name(graph, holder), office_row(graph, office.body, office))
        for holder, office in page_slice(resting.offices, number)
    ]


def _mentioned(graph: Graph, article: Article) -> list[Name]:
    """Actors and places that the article's `mentions` name."""
    found = []
    for record_id in article.mentions:
        kind = next((kind for kind in MENTIONED if graph.find(kind, record_id)), None)
        if kind:
            found.append(record_name(graph, Target(kind, record_id)))
    return found


def _known(graph: Graph, article_id: str) -> bool:
    return graph.find("article", article_id) is not None


def _pages(graph: Graph, article: Article) -> int:
    resting = graph.resting_on(article.id)
    return page_total(
        len(resting.events),
        len(resting.claims),
        len(resting.statements),
        len(resting.offices),
        len(resting.articles),
        len(graph.backlinks("article", article.id)),
    )
