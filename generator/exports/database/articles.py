"""Articles: records about published reports, never their texts."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.database.cells import held, link, moment, reference, summary, words
from generator.exports.database.table import Column, Row, Table, moment_columns
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.pages.prose import body_text


def _articles(graph: Graph) -> Iterable[Row]:
    for article in standing(graph).articles:
        yield (
            article.id,
            words(article.title),
            reference(graph, "actor", article.publisher),
            *moment(article.published),
            words(article.byline),
            reference(graph, "actor", article.agency),
            article.type,
            words(article.language),
            words(article.url),
            article.retrieved.text if article.retrieved else None,
            summary(graph, article),
            words(body_text(graph, article)),
            link(graph, article),
        )


def _copies(graph: Graph) -> Iterable[Row]:
    for article in standing(graph).articles:
        for position, copy in enumerate(article.archived, 1):
            yield (article.id, position, words(copy.url), copy.at.text if copy.at else None)


def _bases(graph: Graph) -> Iterable[Row]:
    for article in standing(graph).articles:
        yield from ((article.id, base) for base in held(graph, "article", article.based_on))


ARTICLES = Table(
    name="articles",
    meaning="Records about published reports. The reports' own texts are not here.",
    columns=(
        Column("id", "TEXT PRIMARY KEY", "Permanent id."),
        Column("title", "TEXT NOT NULL", "Headline as published."),
        Column("publisher_id", "TEXT", "Who published it.", "actors"),
        *moment_columns("published", "When it was published"),
        Column("byline", "TEXT", "Authors as printed."),
        Column("agency_id", "TEXT", "The agency it leans on.", "actors"),
        Column("type", "TEXT NOT NULL", "news, wire, official, ngo, reference, social or commentary."),
        Column("language", "TEXT", "BCP 47 tag."),
        Column("url", "TEXT", "Address of the report."),
        Column("retrieved", "TEXT", "Day on which it was read there."),
        Column("summary", "TEXT", "One or two sentences."),
        Column("body", "TEXT", "This site's note about it, in plain text."),
        Column("link", "TEXT NOT NULL", "Its page on this site."),
    ),
    rows=_articles,
    indexed=("publisher_id", "agency_id"),
    searched=("title", "byline", "body"),
    label="title",
    facets=("publisher_id", "type", "language"),
)
COPIES = Table(
    name="article_copies",
    meaning="Archived copies of reports.",
    columns=(
        Column("article_id", "TEXT NOT NULL", "The report.", "articles"),
        Column("position", "INTEGER NOT NULL", "Order."),
        Column("url", "TEXT NOT NULL", "Address of the copy."),
        Column("at", "TEXT", "When it was taken, in EDTF."),
    ),
    rows=_copies,
    key=("article_id", "position"),
)
BASES = Table(
    name="article_bases",
    meaning="Which report was rewritten from which: what independent sources are counted by.",
    columns=(
        Column("article_id", "TEXT NOT NULL", "The report.", "articles"),
        Column("based_on_id", "TEXT NOT NULL", "What it is based on.", "articles"),
    ),
    rows=_bases,
    key=("article_id", "based_on_id"),
    indexed=("based_on_id",),
)
