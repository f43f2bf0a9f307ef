"""`feed.json`: the site's feed as a JSON Feed (version 1.1, https://www.jsonfeed.org/version/1.1/).

JSON has no rule for relative addresses, so a site that does not know its own has a feed without any: its entries
are told by their ids and bear their text as `content_text`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.exports.entry import Entry
from generator.exports.feeds import SITE_JSON, Feed, site_feed
from generator.exports.file import FileOutput
from generator.exports.permanent import base_of, stamp
from generator.graph.graph import Graph

VERSION = "https://jsonfeed.org/version/1.1"


def outputs(_graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield FileOutput(address=SITE_JSON, write=write)


def write(graph: Graph, _subject: str) -> bytes:
    """The same entries as in `feed.xml`."""
    feed = site_feed(graph, SITE_JSON)
    return (
        f"{json.dumps(_document(feed, whole=bool(base_of(graph))), ensure_ascii=False, indent=1)}\n".encode()
    )


def _document(feed: Feed, *, whole: bool) -> dict[str, object]:
    """The feed; `whole`: its links are whole addresses."""
    return _said(
        version=VERSION,
        title=feed.title,
        home_page_url=feed.link(feed.page) if whole else "",
        feed_url=feed.link(feed.address) if whole else "",
        description=feed.description,
        language=feed.language,
        authors=[{"name": feed.author}],
    ) | {"items": [_entry(feed, entry, whole=whole) for entry in feed.entries]}


def _entry(feed: Feed, entry: Entry, *, whole: bool) -> dict[str, object]:
    """One entry: with `content_html` its summary stands beside it, else it is the content."""
    return _said(
        id=entry.id,
        url=feed.link(entry.address) if whole else "",
        title=entry.title,
        summary=entry.summary if entry.content else "",
        content_html=entry.content,
        content_text="" if entry.content else entry.summary,
        date_published="" if entry.published is None else stamp(entry.published),
        date_modified=stamp(entry.updated),
        tags=[title for _, title in entry.topics],
    )


def _said(**members: object) -> dict[str, object]:
    """The members that say something."""
    return {name: value for name, value in members.items() if value}
