"""The site's JSON Feed: valid, and the same entries as in the Atom feed."""

from __future__ import annotations

import json
from dataclasses import replace

import feedparser
import pytest

from generator.exports import atom, json_feed
from tests.exports.feed_rules import json_feed_faults
from tests.graph.story import SITE, actor, article, event, linked, topic

HOST = replace(SITE, base_url="https://example.org/news/", description="What happened", author="The desk")
STORY = (
    event("falls", topics="bases", sources="a", status="reported", summary="It fell to [[isil]]."),
    event("sermon", "2014-07-04", sources="b", title="A \u2028 sermon\x0b \ud800"),
    actor("isil", name="ISIL"),
    topic("bases", "Air bases"),
    article("a", "2014-08-25"),
    article("b", "2014-07-06"),
)


def feed(site=HOST, records=STORY):
    document = json_feed.write(linked(*records, site=site), "")
    assert json_feed_faults(document) == []
    return json.loads(document)


def test_the_head():
    found = feed()
    assert {name: value for name, value in found.items() if name != "items"} == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Dateline",
        "home_page_url": "https://example.org/news/",
        "feed_url": "https://example.org/news/feed.json",
        "description": "What happened",
        "language": "en",
        "authors": [{"name": "The desk"}],
    }


def test_an_entry():
    entry = feed()["items"][0]
    content = entry.pop("content_html")
    assert entry == {
        "id": "https://example.org/news/events/falls/",
        "url": "https://example.org/news/events/falls/",
        "title": "falls",
        "summary": "24 August 2014 (reported). It fell to ISIL.",
        "date_published": "2014-08-25T00:00:00Z",
        "date_modified": "2014-08-25T00:00:00Z",
        "tags": ["Air bases"],
    }
    assert '<a href="https://example.org/news/actors/isil/">' in content


@pytest.mark.parametrize("site", [HOST, SITE], ids=["host", "no address"])
def test_the_same_entries_as_in_the_atom_feed(site):
    document = atom.write_site(linked(*STORY, site=site), "")
    read = feedparser.parse(document, sanitize_html=False)
    whole = bool(site.base_url)
    assert [
        (
            entry["id"],
            entry["title"].strip(),
            entry.get("url"),
            entry.get("content_html"),
            entry["date_published"],
            entry["date_modified"],
        )
        for entry in feed(site)["items"]
    ] == [
        (
            entry.id,
            entry.title,
            entry.link if whole else None,
            entry.content[0].value if whole else None,
            entry.published,
            entry.updated,
        )
        for entry in read.entries
    ]


def test_without_an_address_it_has_no_addresses_and_plain_text():
    found = feed(SITE)
    assert not {"home_page_url", "feed_url"} & found.keys()
    entry = found["items"][0]
    assert entry["id"].startswith("urn:uuid:")
    assert entry["content_text"] == "24 August 2014 (reported). It fell to ISIL."
    assert not {"url", "content_html", "summary"} & entry.keys()


def test_a_site_without_events_has_a_feed():
    assert feed(records=())["items"] == []
