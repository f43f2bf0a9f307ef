"""Which fields of a record name another, as a plain list of each kind's references in the order of its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from generator.model.records import Actor, AnyRecord, Article, Event, Kind, Location, kind_of


class Reference(NamedTuple):
    """An id in a field that must name a record of `kind`. `field` is a dotted path in which `{}` stands for `at`
    (paths are made only for findings). A `bond` may not name the record itself.
    """

    id: str
    kind: Kind
    field: str
    at: int = 0
    bond: bool = False

    @property
    def path(self) -> str:
        """The dotted field path."""
        return self.field.format(self.at)


def references(record: AnyRecord) -> Iterator[Reference]:
    """Every reference that is set, then those of its corrections."""
    of_kind = _OF_KIND.get(kind_of(record))
    if of_kind:
        yield from of_kind(record)
    for at, correction in enumerate(record.corrections):
        if correction.source:
            yield Reference(correction.source, "article", "corrections.{}.source", at)


def _of_event(event: Event) -> Iterator[Reference]:
    for at, location_id in enumerate(event.locations):
        yield Reference(location_id, "location", "locations.{}", at)
    for at, part in enumerate(event.actors):
        yield Reference(part.actor, "actor", "actors.{}.actor", at)
    for at, citation in enumerate(event.sources):
        yield Reference(citation.article, "article", "sources.{}.article", at)
    for at, claim in enumerate(event.claims):
        yield Reference(claim.claimed_by, "actor", "claims.{}.claimed_by", at)
        yield Reference(claim.source, "article", "claims.{}.source", at)
    yield from _of_statements(event)
    yield from _bonds((event.part_of,), "event", "part_of")
    yield from _bonds(event.responds_to, "event", "responds_to.{}")
    yield from _bonds(event.follows, "event", "follows.{}")
    yield from _bonds(event.denies, "event", "denies.{}")


def _of_statements(event: Event) -> Iterator[Reference]:
    for at, statement in enumerate(event.statements):
        yield Reference(statement.by, "actor", "statements.{}.by", at)
        for place, hearer in enumerate(statement.to):
            yield Reference(hearer, "actor", f"statements.{at}.to.{{}}", place)
        yield Reference(statement.source, "article", "statements.{}.source", at)


def _of_article(article: Article) -> Iterator[Reference]:
    yield Reference(article.publisher, "actor", "publisher")
    if article.agency:
        yield Reference(article.agency, "actor", "agency")
    yield from _bonds(article.based_on, "article", "based_on.{}")


def _of_actor(actor: Actor) -> Iterator[Reference]:
    yield from _bonds((actor.part_of,), "actor", "part_of")
    for at, office in enumerate(actor.roles):
        yield Reference(office.body, "actor", "roles.{}.in", at, bond=True)
        if office.source:
            yield Reference(office.source, "article", "roles.{}.source", at)


def _of_location(location: Location) -> Iterator[Reference]:
    yield from _bonds((location.part_of,), "location", "part_of")


def _bonds(ids: Iterable[str], kind: Kind, field: str) -> Iterator[Reference]:
    for at, record_id in enumerate(ids):
        if record_id:
            yield Reference(record_id, kind, field, at, bond=True)


_OF_KIND: dict[Kind, Callable[[Any], Iterator[Reference]]] = {
    "event": _of_event,
    "article": _of_article,
    "actor": _of_actor,
    "location": _of_location,
}
