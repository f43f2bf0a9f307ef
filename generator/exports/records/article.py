"""What the files say of an article: a record about a published report, never its text."""

from __future__ import annotations

from typing import Final

from generator.exports.links import record_link
from generator.exports.records import values
from generator.exports.records.field import (
    COUNT,
    TEXT,
    Field,
    Shape,
    described,
    listed,
    of,
    one_of,
    or_null,
    shape_of,
)
from generator.exports.records.values import Value
from generator.graph.graph import Graph
from generator.graph.values import Target
from generator.model.records import ARTICLE_TYPES, Article, Kind

SHAPES: dict[str, Shape] = {
    "archived": shape_of(
        "An archived copy.",
        url=described(TEXT, "Where it is."),
        at=described(or_null(of("moment")), "When it was taken."),
    )
}

MENTIONABLE: Final[tuple[Kind, ...]] = ("actor", "location")
"""Kinds that an article's `mentions` may name, in the order in which an id is looked up."""


def _named(graph: Graph, article: Article) -> list[Value]:
    found = (
        next((Target(kind, name) for kind in MENTIONABLE if graph.find(kind, name)), None)
        for name in article.mentions
    )
    return values.targets(target for target in found if target)


REFERENCES = listed(of("reference"))

FIELDS: tuple[Field[Article], ...] = (
    Field("id", TEXT, "Permanent id.", lambda _, article: article.id),
    Field("link", TEXT, "Its page on this site.", record_link),
    Field("title", TEXT, "The headline as published.", lambda _, article: article.title),
    Field(
        "publisher",
        of("reference"),
        "The outlet or body, under its name of that day.",
        lambda graph, article: values.reference(graph, "actor", article.publisher, article.published),
    ),
    Field(
        "published",
        of("moment"),
        "When it was published.",
        lambda _, article: values.moment(article.published),
    ),
    Field("byline", TEXT, "Its authors as printed.", lambda _, article: article.byline),
    Field(
        "agency",
        or_null(of("reference")),
        "The wire it leans on.",
        lambda graph, article: values.maybe(graph, "actor", article.agency, article.published),
    ),
    Field("type", one_of(*ARTICLE_TYPES), "What kind of report it is.", lambda _, article: article.type),
    Field("language", TEXT, "BCP 47 tag.", lambda _, article: article.language),
    Field("url", TEXT, "The report itself.", lambda _, article: article.url),
    Field(
        "archived",
        listed(of("archived")),
        "Archived copies.",
        lambda _, article: [{"url": copy.url, "at": values.moment(copy.at)} for copy in article.archived],
    ),
    Field(
        "retrieved",
        or_null(of("moment")),
        "When we read it.",
        lambda _, article: values.moment(article.retrieved),
    ),
    Field("summary", TEXT, "What it says, in our words.", values.summary),
    Field("body", TEXT, "Our note, as HTML.", values.body),
    Field(
        "based_on",
        REFERENCES,
        "Articles it was rewritten from.",
        lambda graph, article: values.by_ids(graph, "article", article.based_on),
    ),
    Field(
        "basis_of",
        REFERENCES,
        "Articles rewritten from it.",
        lambda graph, article: values.references(graph.derived_from(article.id)),
    ),
    Field(
        "events",
        REFERENCES,
        "Events that rest on it.",
        lambda graph, article: values.references(graph.resting_on(article.id).events),
    ),
    Field(
        "claims",
        COUNT,
        "How many claims rest on it.",
        lambda graph, article: len(graph.resting_on(article.id).claims),
    ),
    Field(
        "statements",
        COUNT,
        "How many statements rest on it.",
        lambda graph, article: len(graph.resting_on(article.id).statements),
    ),
    Field("names", listed(of("target")), "Actors and places it names and no event carries.", _named),
    Field("mentions", listed(of("target")), "Records that our note names.", values.mentions),
    Field(
        "mentioned_by",
        listed(of("target")),
        "Records whose prose names it.",
        lambda graph, article: values.mentioned_by(graph, "article", article),
    ),
    Field("corrections", listed(of("correction")), "Its lines of the ledger.", values.corrections),
    Field("former_ids", listed(TEXT), "Ids it had.", lambda _, article: list(article.former_ids)),
)
"""In the order in which they are written."""
