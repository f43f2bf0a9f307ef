"""`/articles/`: every report by date, oldest first, and the outlets they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.civil import civil_of
from generator.model.records import Article
from generator.pages.cards import ArticleCard, Name, actor_name, article_card
from generator.pages.dates import month_words
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.structured import collection

ADDRESS = "articles/"

KNOWN_TO_THE_MONTH = frozenset(["month", "day", "minute", "second"])


@dataclass(frozen=True, slots=True)
class Issue:
    """The reports of one month that stand on this page."""

    label: str
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet and how many of its reports are on file."""

    name: Name
    count: str


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each hundred reports."""
    page = PageOutput(address=ADDRESS, template="articles.html", view=view)
    return paged(page, _pages(graph))


def view(graph: Graph, subject: str) -> View:
    """A page of the list."""
    _, number = paged_subject(subject)
    return {
        "title": language_of(graph).say("Sources"),
        "description": language_of(graph).say(
            "Every report that {site} rests on, by date and by outlet.", site=graph.site.title
        ),
        "months": [
            Issue(label, tuple(article_card(graph, article) for article in articles))
            for label, articles in groupby(page_slice(graph.articles, number), key=partial(_month, graph))
        ],
        "outlets": [
            Outlet(
                actor_name(graph, outlet),
                language_of(graph).count(reports, "{count} report", "{count} reports"),
            )
            for outlet, reports in page_slice(_outlets(graph), number)
        ],
        "outlets_total": len(_outlets(graph)),
        "total": language_of(graph).count(len(graph.articles), "{count} report", "{count} reports"),
        "pager": pager(ADDRESS, number, _pages(graph)),
        "structured": collection(graph, language_of(graph).say("Sources"), ADDRESS),
    }


def _outlets(graph: Graph) -> list[tuple[str, int]]:
    """Outlets that stand, those with most reports first, then by id."""
    standing = {actor.id for actor in graph.actors}
    counts = Counter(article.publisher for article in graph.articles if article.publisher in standing)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _month(graph: Graph, article: Article) -> str:
    """The month it was published in; a date that is not known to the month stands under its own words."""
    day = article.published.first_day
    if day is None or article.published.precision not in KNOWN_TO_THE_MONTH:
        return article.published.words(language_of(graph))
    return month_words(graph, *civil_of(day)[:2])


def _pages(graph: Graph) -> int:
    return page_total(len(graph.articles), len(_outlets(graph)))
