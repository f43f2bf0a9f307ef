"""The records an editor writes, as frozen values with unresolved references.

Field by field this is the content model of `docs/content-model.md`. References are ids as written; the
graph resolves them. A record carries no position in its file: `Parsed.places` does, so that moving a line
changes no record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.prose import EMPTY, Prose
from generator.model.record_parts import (
    Acceptance,
    Correction,
    FormerName,
    Imported,
    Media,
    Name,
    Translation,
)

Kind = Literal["event", "article", "actor", "location", "topic", "page"]
KINDS: tuple[Kind, ...] = ("event", "article", "actor", "location", "topic", "page")

Status = Literal["confirmed", "reported", "disputed", "retracted"]
STATUSES: tuple[Status, ...] = ("confirmed", "reported", "disputed", "retracted")

Significance = Literal["key", "major", "minor"]
SIGNIFICANCES: tuple[Significance, ...] = ("key", "major", "minor")

Precision = Literal["site", "town", "district", "governorate", "country"]
PRECISIONS: tuple[Precision, ...] = ("site", "town", "district", "governorate", "country")
"""Finest first."""

Stance = Literal["asserts", "denies", "revises"]
STANCES: tuple[Stance, ...] = ("asserts", "denies", "revises")

ActorKind = Literal[
    "person",
    "armed-group",
    "government",
    "military",
    "international-organisation",
    "ngo",
    "media",
    "political",
    "community",
    "other",
]
ACTOR_KINDS: tuple[ActorKind, ...] = (
    "person",
    "armed-group",
    "government",
    "military",
    "international-organisation",
    "ngo",
    "media",
    "political",
    "community",
    "other",
)

LocationKind = Literal[
    "country",
    "region",
    "governorate",
    "district",
    "city",
    "town",
    "village",
    "base",
    "crossing",
    "site",
    "river",
    "body-of-water",
]
LOCATION_KINDS: tuple[LocationKind, ...] = (
    "country",
    "region",
    "governorate",
    "district",
    "city",
    "town",
    "village",
    "base",
    "crossing",
    "site",
    "river",
    "body-of-water",
)

ArticleType = Literal["news", "wire", "official", "ngo", "reference", "social", "commentary"]
ARTICLE_TYPES: tuple[ArticleType, ...] = (
    "news",
    "wire",
    "official",
    "ngo",
    "reference",
    "social",
    "commentary",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has. `path` is the source file, relative to the site's folder, with `/`."""

    id: str
    path: str
    draft: bool = False
    summary: Prose = EMPTY
    former_ids: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    notes: str = ""
    accept: tuple[Acceptance, ...] = ()
    imported: Imported | None = None
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor in an event, with its role (a slug of the site's vocabulary; `participant` by default)."""

    actor: str
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class Citation:
    """An article an event rests on, where in it, and a short exact quotation."""

    article: str
    locator: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One figure from one party. `group` is an actor id or plain words."""

    measure: str
    group: str
    figure: Figure
    claimed_by: str
    source: str
    as_of: Moment | None = None
    """None: the source's publication date."""
    scope: Moment | None = None
    """None: the event's date."""
    stance: Stance = "asserts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what to whom. `quoted`: `text` is the speaker's exact words (or their translation)."""

    by: str
    text: str
    source: str
    to: tuple[str, ...] = ()
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One thing that happened."""

    title: str
    date: Moment
    date_basis: str = ""
    order: int | None = None
    status: Status = "confirmed"
    significance: Significance = "major"
    locations: tuple[str, ...] = ()
    location_precision: Precision | None = None
    actors: tuple[Participation, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    part_of: str = ""
    responds_to: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()


@dataclass(frozen=True, slots=True)
class Archived:
    """An archived copy of a report and when it was taken."""

    url: str
    at: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """A record about a published report."""

    title: str
    publisher: str
    published: Moment
    byline: str = ""
    agency: str = ""
    based_on: tuple[str, ...] = ()
    type: ArticleType = "news"
    language: str = ""
    url: str = ""
    archived: tuple[Archived, ...] = ()
    retrieved: Moment | None = None
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office or membership: `body` is an actor id, `title` the post. YAML keys: `in`, `as`, `from`, `to`."""

    body: str
    title: str
    since: Moment | None = None
    until: Moment | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """A person, group, government, body or outlet."""

    name: str
    kind: ActorKind = "other"
    names: tuple[Name, ...] = ()
    aliases: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    part_of: str = ""
    roles: tuple[Office, ...] = ()
    born: Moment | None = None
    died: Moment | None = None
    founded: Moment | None = None
    dissolved: Moment | None = None
    wikidata: str = ""
    image: Media | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Record):
    """A place. `coordinates` are WGS 84 degrees: latitude, longitude."""

    name: str
    kind: LocationKind = "site"
    part_of: str = ""
    coordinates: tuple[float, float] | None = None
    precision: Precision | None = None
    names: tuple[Name, ...] = ()
    aliases: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    geonames: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """A title and an introduction for a topic that events use."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """A free page: about, methodology."""

    title: str


AnyRecord = Event | Article | Actor | Location | Topic | Page


def kind_of(record: AnyRecord) -> Kind:
    """The kind of a record, as the content model names it."""
    return _KIND_OF[type(record)]


def label_of(record: AnyRecord) -> str:
    """The title of an event, article, topic or page; the name of an actor or location."""
    return record.name if isinstance(record, Actor | Location) else record.title


_KIND_OF: dict[type[AnyRecord], Kind] = {
    Event: "event",
    Article: "article",
    Actor: "actor",
    Location: "location",
    Topic: "topic",
    Page: "page",
}
