"""The feed, read back by feedparser."""

from __future__ import annotations

from dataclasses import replace

import feedparser
import pytest

from generator.exports import atom
from tests.graph.story import SITE, actor, article, correction, event, linked

HOST = replace(SITE, base_url="https://example.org/news", description="What happened", author="The desk")


def feed(*records, site=HOST):
    read = feedparser.parse(atom.write(linked(*records, site=site), ""))
    assert not read.bozo, read.bozo_exception
    return read


def test_newest_change_first_and_dates_from_the_content_alone():
    read = feed(
        event("old", "2014-08-01", sources="late"),
        event("new", "2014-08-24", sources="early"),
        event("mended", "2014-07-01", sources="early", corrections=(correction("2014-09-02"),)),
        event("unsourced", "2014-09-30"),
        article("early", "2014-08-25"),
        article("late", "2014-08-30"),
    )
    assert [entry.id.rpartition("events/")[2] for entry in read.entries] == ["mended/", "old/", "new/"]
    assert read.feed.updated == "2014-09-02T00:00:00Z"
    assert read.entries[0].published == "2014-08-25T00:00:00Z"


def test_ids_are_permanent_addresses():
    entry = feed(event("falls", sources="a"), article("a")).entries[0]
    assert entry.id == entry.link == "https://example.org/news/events/falls/"


def test_without_an_address_ids_are_names_that_do_not_change():
    first, second = (feed(event("falls", sources="a"), article("a"), site=SITE).entries[0] for _ in range(2))
    assert first.id.startswith("urn:uuid:")
    assert first.id == second.id


def test_the_grade_stands_with_the_summary():
    entry = feed(
        event("falls", sources="a", status="disputed", summary="It fell to [[isil|the group]]."),
        article("a"),
        actor("isil"),
    ).entries[0]
    assert entry.summary == "24 August 2014 (disputed). It fell to the group."


@pytest.mark.parametrize("title", ["<b>&amp;</b>", "\x00\x0b bell", "\ud800", "مطار الطبقة"])
def test_any_title_is_well_formed_and_means_itself(title):
    entry = feed(event("falls", title=title, sources="a"), article("a")).entries[0]
    assert (
        entry.title.strip() == "".join(letter for letter in title if letter not in "\x00\x0b\ud800").strip()
    )


def test_drafts_are_not_in_it_and_fifty_are_enough():
    many = [event(f"event-{number}", sources="a") for number in range(60)]
    assert len(feed(*many, article("a")).entries) == 50


def test_a_site_without_events_has_a_feed():
    assert feed().entries == []
