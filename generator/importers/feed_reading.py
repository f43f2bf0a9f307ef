"""RSS and Atom: what a feed says of each report, without the reports' text.

feedparser reads RSS 0.9x to 2.0, RDF and Atom. Before it sees a feed, the feed is refused if it declares an entity
or has an internal subset, in whatever encoding: expansions are how a small file becomes a large one, and how one file
reads another. feedparser gets bytes in a stream, never a name, so it opens neither files nor connections.
Dates are read here from the text that stands in the feed, because feedparser makes 1 January of a year.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.parsers import expat

from generator.importers.addresses import canonical
from generator.importers.libraries import library
from generator.importers.plain_words import hides_something, plain_words

_ENTITY: Final = re.compile(r"<!ENTITY", re.IGNORECASE)
_PERSON: Final = re.compile(r"[^@()<>]+")


class FeedError(Exception):
    """Why a file is no feed that is read, in words for an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One report as its feed gives it. `number` counts from 1 in the feed's order; `published` is as written."""

    number: int
    id: str
    title: str
    address: str
    published: str
    updated: str
    outlet: str
    byline: str
    language: str
    is_cleaned: bool
    """Whether something that shows nothing, a script or a frame, stood in the headline and was taken out."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its own title and home address, and its entries. `fault` says what is malformed in it; nothing when it is well-formed."""

    title: str
    home: str
    entries: tuple[FeedEntry, ...]
    fault: str


def read_feed(text: str, base: str = "") -> Feed:
    """The entries of a feed that was decoded already. `base` is its own address. Raises FeedError."""
    _refuse_entities(text)
    feedparser = library("feedparser")
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base}
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        found = feedparser.parse(stream, response_headers=headers, sanitize_html=True)
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError, AssertionError) as fault:
        raise FeedError(f"the feed cannot be read ({type(fault).__name__})") from fault
    if not found.get("version") and not found["entries"]:
        raise FeedError("the file is neither RSS nor Atom")
    entries = tuple(_entries(found["feed"], found["entries"], base))
    home = canonical(_said(found["feed"], "link"), base)
    return Feed(_words(found["feed"], "title"), home, entries, _fault(found))


def _fault(found: Mapping[str, Any]) -> str:
    return str(found.get("bozo_exception", "")) if found.get("bozo") else ""


def _entries(feed: Mapping[str, Any], entries: list[Mapping[str, Any]], base: str) -> Iterator[FeedEntry]:
    outlet = _words(feed, "title")
    for number, entry in enumerate(entries, start=1):
        address = canonical(_said(entry, "feedburner_origlink") or _said(entry, "link"), base)
        source = entry.get("source") or {}
        detail = entry.get("title_detail") or {}
        yield FeedEntry(
            number=number,
            id=_words(entry, "id") or address,
            title=_words(entry, "title"),
            address=address,
            published=_words(entry, "published"),
            updated=_words(entry, "updated") if "updated" in entry.keys() else "",  # noqa: SIM118
            outlet=_words(source, "title") or outlet,
            byline=_byline(entry),
            is_cleaned=hides_something(_said(entry, "title")),
            language=_words(detail, "language") or _words(feed, "language"),
        )


def _said(part: Mapping[str, Any], key: str) -> str:
    """The text under a key; feedparser also gives None, and lists where a feed repeats itself."""
    value = part.get(key)
    return value if isinstance(value, str) else ""


def _words(part: Mapping[str, Any], key: str) -> str:
    return plain_words(_said(part, key))


def _byline(entry: Mapping[str, Any]) -> str:
    """The authors' names; an e-mail address is nobody's name."""
    people = [_words(person, "name") for person in entry.get("authors") or ()]
    return ", ".join(dict.fromkeys(name for name in people if name and _PERSON.fullmatch(name)))


def _refuse_entities(text: str) -> None:
    """Raise FeedError for a feed with declarations of its own.

    A well-formed feed is judged by its declarations; in a malformed one, which feedparser reads leniently, the mere
    words are enough.
    """
    parser = expat.ParserCreate("utf-8")

    def doctype(_name: str, _system: str | None, _public: str | None, subset: int) -> None:
        if subset:
            raise FeedError("the feed declares entities of its own, which are not read")

    def entity(*_declaration: object) -> None:
        raise FeedError("the feed declares entities of its own, which are not read")

    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        if _ENTITY.search(text):
            raise FeedError("the feed is malformed and declares entities, which are not read") from None
