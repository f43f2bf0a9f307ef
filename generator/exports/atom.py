"""`feed.xml`, an Atom feed (RFC 4287) of the events that changed last.

Ids are the permanent addresses, so they never change while the site stays where it is; a site that has not said
where it will be published gets name-based UUIDs (RFC 4122) instead. Dates come from the content, never from the clock:
an event is `published` on the day it was first reported and `updated` by a newer source or a correction only.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.exports.file import FileOutput
from generator.graph.graph import Graph
from generator.model.addresses import record_address
from generator.model.civil import civil_of, year_text
from generator.model.records import Event
from generator.pages.dates import event_change
from generator.pages.prose import summary_text

LENGTH = 50
"""Entries; feeds are read often, and older events stand on the site."""

NAMESPACE = "http://www.w3.org/2005/Atom"

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot carry (production 2, Char)."""


def outputs(_graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield FileOutput(address="feed.xml", write=write)


def write(graph: Graph, _subject: str) -> bytes:
    """The feed: newest change first, then by id."""
    changed = ((event_change(graph, event), event) for event in graph.events if not event.draft)
    dated = [(change[0], event) for change, event in changed if change]
    newest = sorted(dated, key=lambda pair: (-pair[0], pair[1].id))[:LENGTH]
    feed = _head(graph, newest[0][0] if newest else 0)
    for day, event in newest:
        feed.append(_entry(graph, event, day))
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _head(graph: Graph, day: int) -> Element:
    site = graph.site
    feed = Element("feed", {"xmlns": NAMESPACE, "xml:lang": site.language})
    _text(feed, "title", site.title)
    if site.description:
        _text(feed, "subtitle", site.description)
    _text(feed, "id", _permanent(graph, ""))
    _text(feed, "updated", _midnight(day))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=_place(graph, "feed.xml"))
    SubElement(feed, "link", rel="alternate", type="text/html", href=_place(graph, ""))
    _text(SubElement(feed, "author"), "name", site.author or site.title)
    if site.licence:
        _text(feed, "rights", site.licence)
    return feed


def _entry(graph: Graph, event: Event, day: int) -> Element:
    address = record_address("event", event.id)
    entry = Element("entry")
    _text(entry, "title", event.title)
    _text(entry, "id", _permanent(graph, address))
    _text(entry, "updated", _midnight(day))
    reported = graph.first_reported(event)
    if reported is not None:
        _text(entry, "published", _midnight(min(reported, day)))
    SubElement(entry, "link", rel="alternate", type="text/html", href=_place(graph, address))
    for topic in event.topics:
        SubElement(entry, "category", term=topic, label=graph.topic(topic).title)
    _text(entry, "summary", _summary(graph, event))
    return entry


def _summary(graph: Graph, event: Event) -> str:
    """The date, the grade where it is not confirmed, and the summary as plain text."""
    grade = "" if event.status == "confirmed" else f" ({event.status})"
    return f"{event.date.words()}{grade}. {summary_text(graph, event, event.date)}".strip()


def _permanent(graph: Graph, address: str) -> str:
    base = graph.site.base_url.rstrip("/")
    if base:
        return f"{base}/{address}"
    return uuid.uuid5(uuid.NAMESPACE_URL, f"dateline:{graph.site.title}/{address}").urn


def _place(graph: Graph, address: str) -> str:
    """The permanent address, or the way from the feed where the site does not know its own."""
    base = graph.site.base_url.rstrip("/")
    return f"{base}/{address}" if base else address or "./"


def _midnight(day: int) -> str:
    year, month, day_of_month = civil_of(day)
    return f"{year_text(year)}-{month:02d}-{day_of_month:02d}T00:00:00Z"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _ILLEGAL.sub("", text)
