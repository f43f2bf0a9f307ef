"""`relations.csv`: a row for each tie between two records, written once, from the record that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from generator.exports.once import once_per_graph
from generator.exports.standing import standing
from generator.exports.tables.column import Column
from generator.graph.graph import Graph
from generator.model.moment import Moment
from generator.model.records import Actor, Article, Event, Kind, Location


class Relation(NamedTuple):
    """One tie. `detail` is a role, a post or where in an article; `source` an article's id."""

    from_kind: Kind
    from_id: str
    relation: str
    to_kind: Kind
    to_id: str
    detail: str = ""
    since: Moment | None = None
    until: Moment | None = None
    source: str = ""


def rows(graph: Graph) -> Iterator[Relation]:
    """Ties of events, articles, actors and locations, in their order, to records that the files hold."""
    known = standing(graph)
    found = chain(
        chain.from_iterable(map(_of_event, known.events)),
        chain.from_iterable(map(_of_article, known.articles)),
        chain.from_iterable(map(_of_actor, known.actors)),
        chain.from_iterable(map(_of_location, known.locations)),
    )
    return (tie for tie in found if (tie.to_kind, tie.to_id) in known.ids)


@once_per_graph
def total(graph: Graph) -> int:
    """How many rows there are."""
    return sum(1 for _ in rows(graph))


def _of_event(event: Event) -> Iterator[Relation]:
    yield from _ties("event", event.id, "at", "location", event.locations)
    for part in event.actors:
        yield Relation("event", event.id, "actor", "actor", part.actor, part.role)
    yield from _ties("event", event.id, "topic", "topic", event.topics)
    for citation in event.sources:
        yield Relation("event", event.id, "source", "article", citation.article, citation.locator)
    yield from _ties("event", event.id, "part_of", "event", [event.part_of])
    yield from _ties("event", event.id, "responds_to", "event", event.responds_to)
    yield from _ties("event", event.id, "follows", "event", event.follows)
    yield from _ties("event", event.id, "denies", "event", event.denies)


def _of_article(article: Article) -> Iterator[Relation]:
    yield from _ties("article", article.id, "publisher", "actor", [article.publisher])
    yield from _ties("article", article.id, "agency", "actor", [article.agency])
    yield from _ties("article", article.id, "based_on", "article", article.based_on)


def _of_actor(actor: Actor) -> Iterator[Relation]:
    yield from _ties("actor", actor.id, "part_of", "actor", [actor.part_of])
    for office in actor.roles:
        yield Relation(
            "actor",
            actor.id,
            "office",
            "actor",
            office.body,
            office.title,
            office.since,
            office.until,
            office.source,
        )


def _of_location(place: Location) -> Iterator[Relation]:
    yield from _ties("location", place.id, "part_of", "location", [place.part_of])


def _ties(kind: Kind, record_id: str, relation: str, to_kind: Kind, ids: Iterable[str]) -> Iterator[Relation]:
    return (Relation(kind, record_id, relation, to_kind, to_id) for to_id in ids if to_id)


COLUMNS: tuple[Column[Relation], ...] = (
    Column("from_kind", "`event`, `article`, `actor` or `location`", lambda _, tie: tie.from_kind),
    Column("from_id", "the record that says so", lambda _, tie: tie.from_id),
    Column(
        "relation",
        "of an event: `at`, `actor`, `topic`, `source`, `part_of`, `responds_to`, `follows`, `denies`; of an article: "
        "`publisher`, `agency`, `based_on`; of an actor: `part_of`, `office`; of a place: `part_of`",
        lambda _, tie: tie.relation,
    ),
    Column("to_kind", "the kind of the other record", lambda _, tie: tie.to_kind),
    Column("to_id", "the other record", lambda _, tie: tie.to_id),
    Column("detail", "the role, the post, or where in the article", lambda _, tie: tie.detail),
    Column("since", "of an office, EDTF", lambda _, tie: tie.since),
    Column("until", "likewise", lambda _, tie: tie.until),
    Column("source_id", "of an office: the article that says so", lambda _, tie: tie.source),
)
"""In the order of the file."""
