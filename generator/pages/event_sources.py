"""The sources of an event as a table, and how many of them are independent."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import SourceCount
from generator.model.records import Article, Event
from generator.pages.cards import ArticleCard, Name, actor_name, article_card
from generator.pages.dates import Date, short_date
from generator.pages.wording import ARTICLE_TYPE_WORDS, language_words, report_count


@dataclass(frozen=True, slots=True)
class Copy:
    """An archived copy and when it was taken."""

    url: str
    date: Date


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One report. `chain` is a letter shared by reports of one origin, empty for one that stands alone."""

    article: ArticleCard
    outlet: Name
    agency: Name | None
    kind: str
    language: str
    url: str
    copies: tuple[Copy, ...]
    locator: str
    quote: str
    chain: str


def source_rows(graph: Graph, event: Event) -> tuple[SourceRow, ...]:
    """Every report that the event, its claims or its statements rest on."""
    letters = _letters(graph.source_count(event))
    cited = {citation.article: citation for citation in event.sources}
    rows = []
    for article in graph.sources_of(event):
        citation = cited.get(article.id)
        rows.append(
            SourceRow(
                article_card(graph, article),
                actor_name(graph, article.publisher, article.published),
                actor_name(graph, article.agency) if article.agency else None,
                language_of(graph).say(ARTICLE_TYPE_WORDS[article.type]),
                language_words(graph, article.language) if article.language else "",
                article.url,
                copies(graph, article),
                citation.locator if citation else "",
                citation.quote if citation else "",
                letters.get(article.id, ""),
            )
        )
    return tuple(rows)


def sources_line(graph: Graph, event: Event) -> str:
    """`5 reports, 2 independent`."""
    count = graph.source_count(event)
    if not count.reports:
        return language_of(graph).say("No report is on file for this event.")
    return report_count(graph, count.reports, count.independent)


def copies(graph: Graph, article: Article) -> tuple[Copy, ...]:
    """The archived copies of a report."""
    return tuple(Copy(copy.url, short_date(graph, copy.at)) for copy in article.archived)


def _letters(count: SourceCount) -> dict[str, str]:
    """Article id to the letter of its chain, for chains of more than one report: A to Z, then AA…"""
    shared = [chain for chain in count.chains if len(chain) > 1]
    return {article_id: _letter(number) for number, chain in enumerate(shared) for article_id in chain}


def _letter(number: int) -> str:
    lead, last = divmod(number, 26)
    return (_letter(lead - 1) if lead else "") + chr(ord("A") + last)
