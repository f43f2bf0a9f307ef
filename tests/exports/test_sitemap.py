"""Sitemap and robots."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from generator.exports import robots, sitemap
from tests.graph.story import SITE, linked

HOST = replace(SITE, base_url="https://example.org/news/")
LOC = f"{{{sitemap.NAMESPACE}}}loc"


@pytest.fixture
def graph():
    return linked(site=HOST)


def addresses(graph, output):
    return [found.text for found in etree.fromstring(output.write(graph, output.subject)).iter(LOC)]


def test_one_file_lists_permanent_addresses(graph):
    (output,) = sitemap.outputs(["", "events/falls/"])
    assert addresses(graph, output) == ["https://example.org/news/", "https://example.org/news/events/falls/"]


def test_above_the_limit_there_is_an_index_of_files(graph, monkeypatch):
    monkeypatch.setattr(sitemap, "LIMIT", 2)
    index, *files = sitemap.outputs(["a/", "b/", "c/", "d/", "e/"])
    assert addresses(graph, index) == [
        f"https://example.org/news/sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    assert [len(addresses(graph, file)) for file in files] == [2, 2, 1]


def test_robots_names_the_sitemap_where_there_is_one(graph):
    assert b"Sitemap: https://example.org/news/sitemap.xml\n" in robots.write(graph, "")
    assert b"Sitemap" not in robots.write(linked(), "")
