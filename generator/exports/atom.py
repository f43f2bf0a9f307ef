"""Atom feeds (RFC 4287): `feed.xml` of the site, one of each actor, place and topic, `corrections.xml` of the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from generator.exports.changes import followed
from generator.exports.entry import Entry
from generator.exports.feeds import (
    ATOM,
    CORRECTIONS,
    SITE_ATOM,
    Feed,
    corrections_feed,
    feed_address,
    site_feed,
    subject_feed,
)
from generator.exports.file import FileOutput
from generator.exports.permanent import stamp
from generator.graph.graph import Graph

NAMESPACE = "http://www.w3.org/2005/Atom"

REMEMBERED = 16_384
"""Entries whose XML is kept: an event is in the feeds of all that it is about."""


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The feeds of the site and of the ledger, and one of every subject that has something to tell."""
    yield FileOutput(address=SITE_ATOM, write=write_site)
    yield FileOutput(address=CORRECTIONS, write=write_corrections)
    for kind, record_id in sorted(followed(graph)):
        address = feed_address(kind, record_id)
        yield FileOutput(address=address, write=write_subject, subject=f"{kind}/{record_id}")


def write_site(graph: Graph, _subject: str) -> bytes:
    """The feed of the events that changed last."""
    return document(site_feed(graph, SITE_ATOM))


def write_corrections(graph: Graph, _subject: str) -> bytes:
    """The feed of the ledger."""
    return document(corrections_feed(graph))


def write_subject(graph: Graph, subject: str) -> bytes:
    """The feed of an actor, location or topic (`actor/isil`)."""
    return document(subject_feed(graph, subject))


def document(feed: Feed) -> bytes:
    """The Atom document of a feed, a line for each entry."""
    opening = f'<feed xmlns="{NAMESPACE}" xml:lang={quoteattr(feed.language)}>{_head(feed)}'
    entries = [_entry(entry, feed.root) for entry in feed.entries]
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', opening, *entries, "</feed>", ""]).encode()


def _head(feed: Feed) -> str:
    return "".join(
        [
            _element("title", feed.title),
            _element("subtitle", feed.description) if feed.description else "",
            _element("id", feed.id),
            _element("updated", stamp(feed.updated)),
            _element("link", rel="self", type=ATOM, href=feed.link(feed.address)),
            _element("link", rel="alternate", type="text/html", href=feed.link(feed.page)),
            f"<author>{_element('name', feed.author)}</author>",
            _element("rights", feed.rights) if feed.rights else "",
        ]
    )


@lru_cache(maxsize=REMEMBERED)
def _entry(entry: Entry, root: str) -> str:
    """An entry; `root` leads from its feed to the site."""
    published = "" if entry.published is None else _element("published", stamp(entry.published))
    return "".join(
        [
            "<entry>",
            _element("title", entry.title),
            _element("id", entry.id),
            _element("updated", stamp(entry.updated)),
            published,
            _element("link", rel="alternate", type="text/html", href=root + entry.address),
            *(_element("category", term=topic_id, label=title) for topic_id, title in entry.topics),
            _element("summary", entry.summary),
            _element("content", entry.content, type="html") if entry.content else "",
            "</entry>",
        ]
    )


def _element(tag: str, text: str = "", **attributes: str) -> str:
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<{tag}{written}>{escape(text, {chr(13): '&#13;'})}</{tag}>" if text else f"<{tag}{written}/>"
