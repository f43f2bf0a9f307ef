"""Putting the records in order: which are in the edition, and which are drafts that stay out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, Protocol

from generator.graph.catalogue import Catalogue, R, Shelf, of_kind
from generator.graph.order import timeline_key
from generator.graph.withdrawal import is_withdrawn
from generator.model.names import fold
from generator.model.parsed import Parsed, Places
from generator.model.prose import EMPTY
from generator.model.records import (
    KINDS,
    Actor,
    AnyRecord,
    Article,
    Event,
    Kind,
    Location,
    Page,
    Topic,
    kind_of,
    label_of,
)
from generator.model.site_settings import Site

Shelves = dict[Kind, Shelf]
SortedBy = Callable[[Any], Any]


class Content(Protocol):
    """What linking needs of the content that was read (`reading.content.Content` is one)."""

    @property
    def site(self) -> Site: ...
    @property
    def site_places(self) -> Places: ...
    @property
    def records(self) -> tuple[Parsed[AnyRecord], ...]: ...
    @property
    def unread(self) -> tuple[tuple[Kind, str], ...]: ...


def shelve(content: Content, *, drafts: bool) -> tuple[Catalogue, Shelves]:
    """The records of the edition, and the drafts that are withheld from it (none when `drafts` are asked for).

    Of two records with one id, which reading reports, the first counts. A topic that a standing event uses and nobody
    has written gets a title from its slug.
    """
    live = [parsed for parsed in content.records if drafts or not parsed.record.draft]
    withheld = [parsed for parsed in content.records if parsed.record.draft and not drafts]
    shelves = _shelves([*live, *_unwritten_topics(live)])
    return catalogue_of(content.site, content.site_places, shelves), _shelves(withheld)


def catalogue_of(site: Site, site_places: Places, shelves: Shelves) -> Catalogue:
    """The catalogue of records that stand in order."""
    return Catalogue(
        site=site,
        site_places=site_places,
        events=_standing(Event, shelves["event"]),
        articles=_standing(Article, shelves["article"]),
        actors=_standing(Actor, shelves["actor"]),
        locations=_standing(Location, shelves["location"]),
        topics=_standing(Topic, shelves["topic"]),
        pages=_standing(Page, shelves["page"]),
        shelves=shelves,
    )


def _shelves(records: Iterable[Parsed[AnyRecord]]) -> Shelves:
    by_kind: dict[Kind, dict[str, Parsed[AnyRecord]]] = {kind: {} for kind in KINDS}
    for parsed in records:
        by_kind[kind_of(parsed.record)].setdefault(parsed.record.id, parsed)
    return {kind: in_order(kind, shelf) for kind, shelf in by_kind.items()}


def in_order(kind: Kind, shelf: Shelf) -> Shelf:
    """The records of a kind, put in order."""
    key = ORDER[kind]
    return {
        parsed.record.id: parsed for parsed in sorted(shelf.values(), key=lambda parsed: key(parsed.record))
    }


def _standing(kind: type[R], shelf: Shelf) -> tuple[R, ...]:
    return tuple(record for record in of_kind(kind, shelf) if not is_withdrawn(record))


def _unwritten_topics(live: Iterable[Parsed[AnyRecord]]) -> list[Parsed[AnyRecord]]:
    events = [record for parsed in live if isinstance(record := parsed.record, Event)]
    used = {topic for event in events if not is_withdrawn(event) for topic in event.topics}
    return [Parsed(Topic(id=slug, path="", title=topic_title(slug)), EMPTY, {}) for slug in sorted(used)]


def topic_title(slug: str) -> str:
    """`armed-groups` as "Armed groups"."""
    words = slug.replace("-", " ")
    return words[:1].upper() + words[1:]


def _by_name(record: AnyRecord) -> tuple[str, str]:
    return fold(label_of(record)), record.id


def _by_publication(article: Article) -> tuple[object, str]:
    return article.published.sort_key, article.id


ORDER: dict[Kind, SortedBy] = {
    "event": timeline_key,
    "article": _by_publication,
    "actor": _by_name,
    "location": _by_name,
    "topic": attrgetter("id"),
    "page": attrgetter("id"),
}
"""The order of each kind, stated in `Catalogue`."""
