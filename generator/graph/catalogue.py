"""The records by kind and id, their names on a day, and where each field stands in its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from generator.diagnostics.diagnostic import Span
from generator.graph.values import Target
from generator.model.moment import Moment
from generator.model.parsed import Parsed, Places
from generator.model.prose import Prose
from generator.model.record_parts import FormerName
from generator.model.records import (
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

SITE_PATH = "content/site.yaml"

Shelf = Mapping[str, Parsed[AnyRecord]]
"""The records of one kind by id, in the order of that kind: those withdrawn among them."""

R = TypeVar("R", bound=AnyRecord)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All records of an edition: drafts are in it only when they were asked for.

    The tuples hold what stands; what was withdrawn (`withdrawal`) is on the shelves only, and answers to its id.
    Events stand in timeline order; articles by `published` and id; actors and locations by folded name and id;
    topics (written or used by an event) and pages by id. Looking up an id that is not there raises KeyError.
    """

    site: Site
    site_places: Places
    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    locations: tuple[Location, ...]
    topics: tuple[Topic, ...]
    pages: tuple[Page, ...]
    shelves: Mapping[Kind, Shelf]

    def event(self, event_id: str) -> Event:
        """The event of that id."""
        return cast(Event, self.parsed("event", event_id).record)

    def article(self, article_id: str) -> Article:
        """The article of that id."""
        return cast(Article, self.parsed("article", article_id).record)

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id."""
        return cast(Actor, self.parsed("actor", actor_id).record)

    def location(self, location_id: str) -> Location:
        """The location of that id."""
        return cast(Location, self.parsed("location", location_id).record)

    def topic(self, slug: str) -> Topic:
        """The topic of that slug: as written, or with a title made from the slug."""
        return cast(Topic, self.parsed("topic", slug).record)

    def page(self, page_id: str) -> Page:
        """The free page of that id."""
        return cast(Page, self.parsed("page", page_id).record)

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind in its order, those withdrawn among them."""
        return tuple(record for shelf in self.shelves.values() for record in of_kind(kind, shelf))

    def find(self, kind: Kind, record_id: str) -> AnyRecord | None:
        """The record of that kind and id, or None."""
        parsed = self.shelves[kind].get(record_id)
        return parsed.record if parsed else None

    def parsed(self, kind: Kind, record_id: str) -> Parsed[AnyRecord]:
        """The record with its body and the places of its fields."""
        return self.shelves[kind][record_id]

    def body(self, record: AnyRecord) -> Prose:
        """The record's own text."""
        return self.parsed(kind_of(record), record.id).body

    def span(self, record: AnyRecord, field: str) -> Span:
        """Where a field (`claims.0.source`) stands; else its nearest parent's place; else the whole file."""
        return span_of(record.path, self.parsed(kind_of(record), record.id).places, field)

    def name_of(self, target: Target, on: Moment | None = None) -> str:
        """The name or title to show for a mention: the name valid on that day, if a moment is given."""
        return self.name_on(self.parsed(target.kind, target.id).record, on)

    def name_on(self, record: AnyRecord, on: Moment | None = None) -> str:
        """The record's name on the day the moment begins (at the earliest): a former name that was in use then,
        else today's. A former name counts from the first day of `since` (or ever) to the last of `until`; one
        without an end is not known to have been in use on any day. Of several, the one that came last.
        """
        if on is None or not isinstance(record, Actor | Location) or not record.former_names:
            return label_of(record)
        return former_name_on(record.former_names, on) or record.name


def of_kind(kind: type[R], shelf: Shelf) -> Iterator[R]:
    """The records of a shelf that are of the kind: all of them, or none."""
    return (record for parsed in shelf.values() if isinstance(record := parsed.record, kind))


def span_of(path: str, places: Places, field: str) -> Span:
    """The place of a dotted field path, else of the nearest parent that has one, else the whole file."""
    while field:
        if field in places:
            line, column, length = places[field]
            return Span(path, line, column, length)
        field = field.rpartition(".")[0]
    return Span(path)


def former_name_on(names: Iterable[FormerName], on: Moment) -> str:
    """The former name in use on the day the moment begins, or nothing; the rule stands in `Catalogue.name_on`."""
    day = on.last_day if on.first_day is None else on.first_day
    in_use = [former for former in names if day is not None and _in_use(former, day)]
    in_use.sort(key=lambda former: (former.since is not None, former.since and former.since.sort_key))
    return in_use[-1].name if in_use else ""


def _in_use(former: FormerName, day: int) -> bool:
    since = former.since.first_day if former.since else None
    until = former.until.last_day if former.until else None
    return (since is None or since <= day) and until is not None and day <= until
