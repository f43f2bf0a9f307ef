"""Actors, their names and offices."""

from __future__ import annotations

from collections.abc import Iterable

from generator.exports.database.cells import (
    all_names,
    link,
    moment,
    name_rows,
    reference,
    summary,
    words,
)
from generator.exports.database.table import Column, Row, Table, moment_columns
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.model.moment import Moment
from generator.pages.prose import body_text

NAME_COLUMNS = (
    Column("position", "INTEGER NOT NULL", "Order."),
    Column("name", "TEXT NOT NULL", "The name."),
    Column("sort", "TEXT NOT NULL", "main, language (a name in another language), alias or former."),
    Column("language", "TEXT", "BCP 47 tag of a name in another language."),
    *moment_columns("since", "When a former name came into use"),
    *moment_columns("until", "When a former name went out of use"),
)


def _actors(graph: Graph) -> Iterable[Row]:
    for actor in standing(graph).actors:
        yield (
            actor.id,
            words(actor.name),
            all_names(actor),
            actor.kind,
            reference(graph, "actor", actor.part_of),
            *map(_text, (actor.born, actor.died, actor.founded, actor.dissolved)),
            words(actor.wikidata),
            summary(graph, actor),
            words(body_text(graph, actor)),
            link(graph, actor),
        )


def _names(graph: Graph) -> Iterable[Row]:
    for actor in standing(graph).actors:
        yield from name_rows(actor)


def _offices(graph: Graph) -> Iterable[Row]:
    for actor in standing(graph).actors:
        for position, office in enumerate(actor.roles, 1):
            if standing(graph).has("actor", office.body):
                yield (
                    actor.id,
                    position,
                    office.body,
                    words(office.title),
                    *moment(office.since),
                    *moment(office.until),
                    reference(graph, "article", office.source),
                )


def _text(date: Moment | None) -> str | None:
    return date.text if date else None


ACTORS = Table(
    name="actors",
    meaning="People, groups, governments, bodies and outlets.",
    columns=(
        Column("id", "TEXT PRIMARY KEY", "Permanent id."),
        Column("name", "TEXT NOT NULL", "Name as the site uses it."),
        Column("names", "TEXT", "Every other name, in every script."),
        Column("kind", "TEXT NOT NULL", "person, armed-group, government, military, media …"),
        Column("part_of_id", "TEXT", "What it is part of.", "actors"),
        Column("born", "TEXT", "Of a person, in EDTF."),
        Column("died", "TEXT", "Of a person, in EDTF."),
        Column("founded", "TEXT", "Of a body, in EDTF."),
        Column("dissolved", "TEXT", "Of a body, in EDTF."),
        Column("wikidata", "TEXT", "Wikidata id."),
        Column("summary", "TEXT", "One or two sentences."),
        Column("body", "TEXT", "The note, in plain text."),
        Column("link", "TEXT NOT NULL", "Its page."),
    ),
    rows=_actors,
    indexed=("part_of_id",),
    searched=("name", "names", "summary", "body"),
    label="name",
    facets=("kind",),
)
ACTOR_NAMES = Table(
    name="actor_names",
    meaning="Every name of every actor.",
    columns=(Column("actor_id", "TEXT NOT NULL", "The actor.", "actors"), *NAME_COLUMNS),
    rows=_names,
    key=("actor_id", "position"),
    facets=("sort", "language"),
)
OFFICES = Table(
    name="actor_offices",
    meaning="Offices and memberships over time.",
    columns=(
        Column("actor_id", "TEXT NOT NULL", "Who.", "actors"),
        Column("position", "INTEGER NOT NULL", "Order."),
        Column("body_id", "TEXT NOT NULL", "In what body.", "actors"),
        Column("title", "TEXT NOT NULL", "As what."),
        *moment_columns("since", "From when"),
        *moment_columns("until", "Until when"),
        Column("article_id", "TEXT", "The report that says so.", "articles"),
    ),
    rows=_offices,
    key=("actor_id", "position"),
    indexed=("body_id", "article_id"),
)
