"""The site's own words: about the site, roles, measures, topics."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.database.cells import link, summary, words
from generator.exports.database.table import Column, Row, Table
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.pages.prose import body_text


def _site(graph: Graph) -> Iterable[Row]:
    site = graph.site
    about = {
        "title": site.title,
        "description": site.description,
        "address": site.base_url,
        "language": site.language,
        "author": site.author,
        "contact": site.contact,
        "licence": site.licence,
    }
    return [(name, words(text)) for name, text in about.items() if text]


def _roles(graph: Graph) -> Iterable[Row]:
    """The vocabulary, and any word beside it that an event uses."""
    listed = {
        role.slug: (words(role.label), words(role.group), words(role.list)) for role in graph.site.roles
    }
    used = sorted({part.role for event in standing(graph).events for part in event.actors} - listed.keys())
    return [(slug, *cells) for slug, cells in listed.items()] + [(slug, slug, None, None) for slug in used]


def _measures(graph: Graph) -> Iterable[Row]:
    listed = {
        measure.slug: (words(measure.label), words(measure.group), int(measure.totals))
        for measure in graph.site.measures
    }
    used = sorted(
        {claim.measure for event in standing(graph).events for claim in event.claims} - listed.keys()
    )
    return [(slug, *cells) for slug, cells in listed.items()] + [(slug, slug, None, 1) for slug in used]


def _topics(graph: Graph) -> Iterable[Row]:
    for topic in standing(graph).topics:
        yield (
            topic.id,
            words(topic.title),
            summary(graph, topic),
            words(body_text(graph, topic)),
            link(graph, topic),
        )


SITE = Table(
    name="site",
    meaning="What the site says of itself.",
    columns=(
        Column("name", "TEXT PRIMARY KEY", "Title, licence, and so on."),
        Column("value", "TEXT", "What it says."),
    ),
    rows=_site,
    label="name",
)
ROLES = Table(
    name="roles",
    meaning="The roles that actors have in events.",
    columns=(
        Column("slug", "TEXT PRIMARY KEY", "The word as content files have it."),
        Column("label", "TEXT NOT NULL", "The same for readers."),
        Column("kind", "TEXT", "The group of roles it belongs to."),
        Column("list", "TEXT", "The list of an actor's page that it feeds: did, was-hit, said …"),
    ),
    rows=_roles,
    label="label",
)
MEASURES = Table(
    name="measures",
    meaning="What figures count.",
    columns=(
        Column("slug", "TEXT PRIMARY KEY", "The word as content files have it."),
        Column("label", "TEXT NOT NULL", "The same for readers."),
        Column("kind", "TEXT", "The group of measures it belongs to."),
        Column("totals", "INTEGER NOT NULL", "1 where figures of different events may be added."),
    ),
    rows=_measures,
    label="label",
)
TOPICS = Table(
    name="topics",
    meaning="Subjects that events are filed under.",
    columns=(
        Column("id", "TEXT PRIMARY KEY", "Permanent id."),
        Column("title", "TEXT NOT NULL", "Title."),
        Column("summary", "TEXT", "One or two sentences."),
        Column("body", "TEXT", "Introduction, in plain text."),
        Column("link", "TEXT NOT NULL", "Its page."),
    ),
    rows=_topics,
    label="title",
)
