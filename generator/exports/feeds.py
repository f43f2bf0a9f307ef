"""What each feed is about and what is in it, whatever the format; and which feeds a page tells its readers of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.exports.changes import events_about, is_followed, newest
from generator.exports.entry import Entry, correction_entries, event_entry
from generator.exports.permanent import base_of, first_address, legal, permanent_id
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.traced import related
from generator.model.addresses import record_address, relative_root
from generator.model.records import AnyRecord, Kind, label_of
from generator.pages import corrections
from generator.pages.prose import summary_text

LENGTH = 50
"""Entries; feeds are read often, and older events stand on the site."""

ATOM, JSON = "application/atom+xml", "application/feed+json"

SITE_ATOM, SITE_JSON, CORRECTIONS = "feed.xml", "feed.json", "corrections.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed at `address` about the page at `page`. Texts are plain and without what XML cannot carry.

    `root` leads to the site: its own address, or the way up from the feed where it does not know it.
    """

    id: str
    address: str
    page: str
    root: str
    title: str
    description: str
    author: str
    rights: str
    language: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> int:
        """The civil day of the newest change; 0, the first day of 1970, in a feed that has no entry yet."""
        return max((entry.updated for entry in self.entries), default=0)

    def link(self, address: str) -> str:
        """The way from the feed to an address of the site."""
        return self.root + address or "./"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as a page announces it."""

    type: str
    address: str
    title: str


def site_feed(graph: Graph, address: str) -> Feed:
    """The events that changed last."""
    entries = tuple(event_entry(graph, event) for event in newest(graph, graph.events, LENGTH))
    site = graph.site
    return _feed(graph, address, "", permanent_id(graph, ""), site.title, site.description, entries)


def subject_feed(graph: Graph, subject: str) -> Feed:
    """The events of an actor, location or topic (`actor/isil`) that changed last."""
    kind, record_id = _split(subject)
    record = _record(graph, kind, record_id)
    events = newest(graph, events_about(graph, kind, record_id), LENGTH)
    return _feed(
        graph,
        feed_address(kind, record_id),
        record_address(kind, record_id),
        permanent_id(graph, first_address(record)),
        _title(graph, record),
        summary_text(graph, record),
        tuple(event_entry(graph, event) for event in events),
    )


def corrections_feed(graph: Graph) -> Feed:
    """The newest lines of the ledger."""
    page = corrections.ADDRESS
    title = language_of(graph).say("Corrections · {site}", site=graph.site.title)
    description = language_of(graph).say(
        "Corrections to {site}, with the old value beside the new.", site=graph.site.title
    )
    entries = tuple(correction_entries(graph, LENGTH))
    return _feed(graph, CORRECTIONS, page, permanent_id(graph, page), title, description, entries)


def feed_address(kind: Kind, record_id: str) -> str:
    """`actors/isil/feed.xml`."""
    return f"{record_address(kind, record_id)}feed.xml"


def announced(graph: Graph, address: str, record: str) -> tuple[FeedLink, ...]:
    """The feeds that a page names in its head, nearest first: of its own record (`actor/isil`, or empty) if there is
    one, of the ledger on its pages, of the site.
    """
    return tuple(_announced(graph, address, record))


def _announced(graph: Graph, address: str, record: str) -> Iterator[FeedLink]:
    subject = _split(record)
    if is_followed(related(graph, *subject), *subject):
        yield FeedLink(ATOM, feed_address(*subject), _title(graph, _record(graph, *subject)))
    if address.startswith(corrections.ADDRESS):
        yield FeedLink(
            ATOM, CORRECTIONS, language_of(graph).say("Corrections · {site}", site=graph.site.title)
        )
    yield FeedLink(ATOM, SITE_ATOM, graph.site.title)
    yield FeedLink(JSON, SITE_JSON, graph.site.title)


def _feed(
    graph: Graph,
    address: str,
    page: str,
    feed_id: str,
    title: str,
    description: str,
    entries: tuple[Entry, ...],
) -> Feed:
    site = graph.site
    return Feed(
        id=feed_id,
        address=address,
        page=page,
        root=base_of(graph) or relative_root(address),
        title=legal(title),
        description=legal(description),
        author=legal(site.author or site.title),
        rights=legal(site.licence),
        language=site.language,
        entries=entries,
    )


def _title(graph: Graph, record: AnyRecord) -> str:
    return f"{label_of(record)} · {graph.site.title}"


def _record(graph: Graph, kind: Kind, record_id: str) -> AnyRecord:
    return graph.parsed(kind, record_id).record


def _split(subject: str) -> tuple[Kind, str]:
    kind, _, record_id = subject.partition("/")
    return cast(Kind, kind), record_id
