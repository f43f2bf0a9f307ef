"""The site's feed, held against RFC 4287 and read back by feedparser."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import feedparser
import pytest

from generator.exports import atom
from generator.model.prose import ROOT
from tests.exports.feed_rules import atom_faults
from tests.graph.story import SITE, actor, article, correction, event, former, linked, topic

HOST = replace(SITE, base_url="https://example.org/news", description="What happened", author="The desk")


def feed(*records, site=HOST, drafts=False):
    document = atom.write_site(linked(*records, site=site, drafts=drafts), "")
    assert atom_faults(document) == []
    read = feedparser.parse(document)
    assert not read.bozo, read.bozo_exception
    return read


def only_entry(*records, site=HOST):
    (entry,) = feed(*records, site=site).entries
    return entry


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


def test_the_head_says_what_site_yaml_says():
    head = feed(site=replace(HOST, licence="CC BY 4.0", language="ar")).feed
    assert (head.title, head.subtitle, head.author, head.rights) == (
        "Dateline",
        "What happened",
        "The desk",
        "CC BY 4.0",
    )
    assert head.language == "ar"
    assert [link.href for link in head.links] == [
        "https://example.org/news/feed.xml",
        "https://example.org/news/",
    ]


def test_without_an_author_the_site_is_its_own():
    assert feed(site=replace(HOST, author="")).feed.author == "Dateline"


def test_ids_are_permanent_addresses():
    entry = only_entry(event("falls", sources="a"), article("a"))
    assert entry.id == entry.link == "https://example.org/news/events/falls/"


def test_edits_of_title_date_and_wording_change_neither_id_nor_date():
    before = only_entry(event("falls", sources="a"), article("a"))
    after = only_entry(
        event("falls", "2014-08-23", title="It fell", summary="In the night.", sources="a"), article("a")
    )
    assert (before.id, before.updated, before.published) == (after.id, after.updated, after.published)
    assert before.title != after.title


def test_a_new_id_of_the_record_changes_no_id_in_the_feed():
    renamed = event("fell", former_ids="falls falling", sources="a")
    entry = only_entry(renamed, article("a"))
    assert entry.id == "https://example.org/news/events/falls/"
    assert entry.link == "https://example.org/news/events/fell/"


@pytest.mark.parametrize(
    ("more", "updated"),
    [
        ({}, "2014-08-25T00:00:00Z"),
        ({"sources": "a older"}, "2014-08-25T00:00:00Z"),
        ({"sources": "a newer"}, "2014-08-28T00:00:00Z"),
        ({"corrections": (correction("2014-09-02"),)}, "2014-09-02T00:00:00Z"),
    ],
)
def test_a_newer_source_and_a_correction_move_the_date(more, updated):
    reports = article("a"), article("older", "2014-08-20"), article("newer", "2014-08-28")
    assert only_entry(event("falls", **({"sources": "a"} | more)), *reports).updated == updated


def test_without_an_address_ids_are_names_that_do_not_change():
    first, second = (only_entry(event("falls", sources="a"), article("a"), site=SITE) for _ in range(2))
    assert first.id.startswith("urn:uuid:")
    assert first.id == second.id


def test_without_an_address_links_are_relative_and_there_is_no_html_with_links():
    document = atom.write_site(linked(event("falls", sources="a"), article("a"), site=SITE), "")
    assert b'href="events/falls/"' in document
    assert b'href="./"' in document
    assert b"<content" not in document


def test_the_grade_stands_with_the_summary():
    entry = only_entry(
        event("falls", sources="a", status="disputed", summary="It fell to [[isil|the group]]."),
        article("a"),
        actor("isil"),
    )
    assert entry.summary == "24 August 2014 (disputed). It fell to the group."


def test_what_was_withdrawn_is_in_no_feed():
    withdrawn = event("falls", sources="a", corrections=(correction("2014-09-02", "withdrawn"),))
    retracted = event("raids", sources="a", status="retracted")
    assert feed(withdrawn, retracted, article("a")).entries == []


def test_content_is_html_with_whole_addresses_and_says_what_changed():
    entry = only_entry(
        event("falls", sources="a", summary="It fell to [[isil]]."),
        article("a"),
        actor("isil", name="IS", former_names=(former("ISIL", until="2014-12"),)),
    )
    (content,) = entry.content
    assert content.type == "text/html"
    assert '<a href="https://example.org/news/actors/isil/">' in content.value
    assert ">ISIL<" in content.value.replace("<bdi>", "").replace("</bdi>", ""), "the name of the day"
    assert content.value.endswith("<p>Last change: a new source, 25 August 2014.</p>")


def test_topics_are_categories():
    entry = only_entry(event("falls", topics="bases", sources="a"), article("a"), topic("bases", "Air bases"))
    assert [(tag.term, tag.label) for tag in entry.tags] == [("bases", "Air bases")]


HOSTILE = ["<b>&amp;</b>", "\x00\x0b bell", "\ud800", "\ufffe\uffff", "]]>", "a\rb", "مطار الطبقة"]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_well_formed_and_means_itself(text):
    read = feed(
        event(
            "falls",
            title=text,
            summary=escape(text.replace(ROOT, "").replace("\r", " ")),
            topics="t",
            sources="a",
        ),
        article("a"),
        topic("t", text),
        site=replace(HOST, title=text, description=text, author=text, licence=text),
    )
    meant = "".join(letter for letter in text if letter not in "\x00\x0b\ud800\ufffe\uffff").strip()
    (entry,) = read.entries
    assert entry.title == read.feed.title == meant
    assert entry.summary.split() == f"24 August 2014. {meant}".split()


def test_fifty_are_enough():
    many = [event(f"event-{number}", sources="a") for number in range(60)]
    assert len(feed(*many, article("a")).entries) == 50


def test_a_draft_is_in_no_feed_even_in_a_preview():
    draft = event("hidden", title="canary", topics="secret", sources="a", draft=True)
    secret = topic("secret", "canary")
    open_event = event("open", topics="secret", sources="a")
    secret = replace(secret, record=replace(secret.record, draft=True))
    graph = linked(draft, open_event, article("a"), secret, site=HOST, drafts=True)
    assert all(b"canary" not in one.write(graph, one.subject) for one in atom.outputs(graph))


def test_desk_notes_are_in_no_feed():
    graph = linked(event("falls", sources="a", notes="canary"), article("a"), site=HOST)
    assert all(b"canary" not in one.write(graph, one.subject) for one in atom.outputs(graph))


def test_years_that_no_feed_can_write_are_left_out():
    read = feed(
        event("caesar", "-0044-03-15", sources="acta"),
        event("heat-death", "Y170000002", sources="prophecy"),
        event("falls", sources="a"),
        article("acta", "-0044-03-16"),
        article("prophecy", "Y170000002"),
        article("a"),
    )
    assert [entry.title for entry in read.entries] == ["falls"]


def test_a_site_without_events_has_a_feed():
    read = feed()
    assert read.entries == []
    assert read.feed.updated == "1970-01-01T00:00:00Z"
