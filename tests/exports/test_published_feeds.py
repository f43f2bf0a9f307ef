"""The feeds of the model site as published: valid, announced by its pages, leading to its pages."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import feedparser
import pytest

from tests.exports.feed_rules import atom_faults, json_feed_faults
from tests.site.model_site import Site
from tests.site.published import PublishedSite

BASE = "https://river.example/timeline/"


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> PublishedSite:
    site = Site.golden(tmp_path_factory.mktemp("model"))
    assert site.build().published is not None
    return site.published()


def feeds(published):
    return [path for path in published.files if re.search(r"(?:^|/)feed\.xml$|^corrections\.xml$", path)]


def test_every_kind_of_feed_is_there_and_valid(published):
    paths = feeds(published)
    assert {
        "feed.xml",
        "corrections.xml",
        "actors/river-brigade/feed.xml",
        "locations/nahr/feed.xml",
        "topics/bridges/feed.xml",
    } <= set(paths)
    assert {path: atom_faults(published.files[path]) for path in paths} == {path: [] for path in paths}
    assert json_feed_faults(published.files["feed.json"]) == []


def test_feedparser_reads_titles_links_ids_and_dates(published):
    for path in feeds(published):
        read = feedparser.parse(published.files[path])
        assert not read.bozo, path
        assert read.entries, path
        assert all(entry.title and entry.id and entry.updated_parsed for entry in read.entries), path
        assert all(entry.link.startswith(BASE) for entry in read.entries), path


def addresses(published):
    """Every address in a feed: links, and links in HTML content."""
    for path in feeds(published):
        read = feedparser.parse(published.files[path])
        yield from (link.href for link in read.feed.links)
        for entry in read.entries:
            yield from (link.href for link in entry.links)
            yield from re.findall(r'href="([^"]*)"', entry.content[0].value)
    document = json.loads(published.files["feed.json"])
    yield from (document["home_page_url"], document["feed_url"])
    yield from (entry["url"] for entry in document["items"])


def test_every_address_in_a_feed_is_published(published):
    for address in set(addresses(published)):
        assert address.startswith(BASE), address
        path, _, anchor = address.removeprefix(BASE).partition("#")
        file = f"{path}index.html" if not path or path.endswith("/") else path
        assert file in published.files, address
        assert not anchor or anchor in published.pages[file].ids, address


def test_pages_announce_feeds_that_are_there(published):
    announced = {
        path: [
            urljoin(f"/{path}", attributes["href"])[1:]
            for tag, attributes in page.elements
            if tag == "link" and attributes.get("rel") == "alternate"
        ]
        for path, page in published.pages.items()
        if path != "404.html"
    }
    assert announced["index.html"] == ["feed.xml", "feed.json"]
    assert announced["corrections/index.html"] == ["corrections.xml", "feed.xml", "feed.json"]
    for folder in ("actors/river-brigade", "locations/nahr", "topics/bridges"):
        assert announced[f"{folder}/index.html"] == [f"{folder}/feed.xml", "feed.xml", "feed.json"]
    assert {feed for links in announced.values() for feed in links} == {*feeds(published), "feed.json"}
