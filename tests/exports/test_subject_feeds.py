"""The feeds of actors, places and topics."""

from __future__ import annotations

from dataclasses import replace

import feedparser
import pytest

from generator.exports import atom
from generator.exports.changes import followed, is_followed
from generator.exports.feeds import announced
from tests.exports.compiled import compiled
from tests.exports.feed_rules import atom_faults
from tests.graph.story import SITE, actor, article, event, linked, location, topic

HOST = replace(SITE, base_url="https://example.org/news/")

STORY = (
    event("falls", "2014-08-24", actors="isil:attacker isil:speaker", locations="tabqa", sources="a"),
    event("strikes", "2014-09-23", actors="us", locations="raqqa", topics="air", sources="b"),
    event("sermon", "2014-07-04", actors="isil", locations="mosul", topics="air", sources="c"),
    event("undated", actors="nobody-dated"),
    location("tabqa", "base", part_of="raqqa"),
    location("raqqa", "governorate", part_of="syria"),
    location("mosul", "city", part_of="iraq"),
    location("empty", "city", part_of="syria"),
    actor("isil", name="Islamic State", summary="A group."),
    actor("idle"),
    topic("air", "Air strikes"),
    topic("unused", "Unused"),
    article("a", "2014-08-25"),
    article("b", "2014-09-24"),
    article("c", "2014-07-06"),
)


@pytest.fixture(scope="module")
def graph():
    return linked(*STORY, site=HOST)


def read(graph, subject):
    document = atom.write_subject(graph, subject)
    assert atom_faults(document) == []
    found = feedparser.parse(document)
    assert not found.bozo, found.bozo_exception
    return found


def titles(graph, subject):
    return [entry.title for entry in read(graph, subject).entries]


def test_a_subject_has_a_feed_where_an_event_is_its_own(graph):
    assert [output.address for output in atom.outputs(graph)] == [
        "feed.xml",
        "corrections.xml",
        "actors/isil/feed.xml",
        "actors/us/feed.xml",
        "locations/iraq/feed.xml",
        "locations/mosul/feed.xml",
        "locations/raqqa/feed.xml",
        "locations/syria/feed.xml",
        "locations/tabqa/feed.xml",
        "topics/air/feed.xml",
    ]


def test_an_actor_s_events_each_once_newest_change_first(graph):
    assert titles(graph, "actor/isil") == ["falls", "sermon"]


def test_a_place_s_events_with_those_of_all_its_parts(graph):
    assert titles(graph, "location/syria") == titles(graph, "location/raqqa") == ["strikes", "falls"]
    assert titles(graph, "location/tabqa") == ["falls"]


def test_a_topic_s_events(graph):
    assert titles(graph, "topic/air") == ["strikes", "sermon"]


def test_the_head_names_the_subject_and_its_page(graph):
    head = read(graph, "actor/isil").feed
    assert (head.title, head.subtitle) == ("Islamic State · Dateline", "A group.")
    assert (head.id, head.link) == ("https://example.org/news/actors/isil/",) * 2
    assert head.links[0].href == "https://example.org/news/actors/isil/feed.xml"
    assert head.updated == "2014-08-25T00:00:00Z"


def test_an_entry_is_the_same_in_every_feed(graph):
    lines = [
        next(line for line in document.splitlines() if b"/events/falls/" in line)
        for document in (
            atom.write_site(graph, ""),
            *(atom.write_subject(graph, subject) for subject in ("actor/isil", "location/syria")),
        )
    ]
    assert len(set(lines)) == 1


def test_fifty_are_enough():
    many = [
        event(f"event-{n:02}", actors="isil", locations="tabqa", topics="air", sources="a") for n in range(60)
    ]
    graph = linked(*many, article("a"), site=HOST)
    for subject in ("actor/isil", "location/tabqa", "topic/air"):
        assert titles(graph, subject) == [f"event-{n:02}" for n in range(50)]


def test_another_graph_has_its_own_entries(graph):
    other = linked(event("falls", title="Falls again", actors="isil", sources="a"), article("a"), site=HOST)
    assert titles(other, "actor/isil") == ["Falls again"]
    assert titles(graph, "actor/isil") == ["falls", "sermon"]


def test_without_an_address_links_lead_up_from_the_feed():
    document = atom.write_subject(linked(*STORY), "actor/isil")
    assert atom_faults(document) == []
    assert b'rel="self" type="application/atom+xml" href="../../actors/isil/feed.xml"' in document
    assert b'href="../../events/falls/"' in document


def test_a_draft_subject_has_none_even_in_a_preview():
    hidden = actor("hidden", draft=True)
    graph = linked(event("falls", actors="hidden", sources="a"), article("a"), hidden, drafts=True)
    assert "actors/hidden/feed.xml" not in {output.address for output in atom.outputs(graph)}


def links(graph, address, record=""):
    return [(link.type, link.address, link.title) for link in announced(graph, address, record)]


SITE_LINKS = [
    ("application/atom+xml", "feed.xml", "Dateline"),
    ("application/feed+json", "feed.json", "Dateline"),
]


def test_pages_announce_the_feeds_there_are(graph):
    own = ("application/atom+xml", "actors/isil/feed.xml", "Islamic State · Dateline")
    ledger = ("application/atom+xml", "corrections.xml", "Corrections · Dateline")
    assert links(graph, "") == SITE_LINKS
    assert links(graph, "events/falls/", "event/falls") == SITE_LINKS
    assert links(graph, "actors/isil/", "actor/isil") == [own, *SITE_LINKS]
    assert links(graph, "actors/idle/", "actor/idle") == SITE_LINKS
    assert links(graph, "corrections/page/2/") == [ledger, *SITE_LINKS]


@pytest.mark.parametrize("name", ["model", "ours"])
def test_whether_a_subject_is_followed_is_told_by_its_own_events(name):
    graph = compiled(name)
    records = [(kind, record_id) for kind, shelf in graph.shelves.items() for record_id in shelf]
    assert {one for one in records if is_followed(graph, *one)} == followed(graph)
    assert not is_followed(graph, "", "")
