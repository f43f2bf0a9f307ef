"""The ledger as a feed."""

from __future__ import annotations

from dataclasses import replace

import feedparser

from generator.exports import atom
from generator.model.record_parts import Correction
from tests.exports.feed_rules import atom_faults
from tests.graph.story import SITE, actor, article, correction, event, linked, moment

HOST = replace(SITE, base_url="https://example.org/news/")


def feed(*records, site=HOST, drafts=False):
    document = atom.write_corrections(linked(*records, site=site, drafts=drafts), "")
    assert atom_faults(document) == []
    read = feedparser.parse(document)
    assert not read.bozo, read.bozo_exception
    return read


def mended(**fields):
    return Correction(
        **(
            {
                "date": moment("2014-09-02"),
                "what": "claims",
                "was": "10 & more",
                "now": "12",
                "why": "Two more.",
            }
            | fields
        )
    )


def test_newest_first_whatever_record_they_stand_in():
    read = feed(
        event("falls", title="It falls", corrections=(correction("2014-09-01", "date"), mended())),
        actor("isil", name="ISIL", corrections=(correction("2014-09-03", "withdrawn"),)),
    )
    assert [(entry.title, entry.updated[:10]) for entry in read.entries] == [
        ("ISIL: withdrawn", "2014-09-03"),
        ("It falls: claims corrected", "2014-09-02"),
        ("It falls: date corrected", "2014-09-01"),
    ]
    assert read.feed.updated == "2014-09-03T00:00:00Z"


def test_the_old_value_beside_the_new_and_why_and_who_showed_it():
    (entry,) = feed(
        event("falls", corrections=(mended(source="a"),)),
        article("a", title="A <report>", publisher="herald"),
    ).entries
    assert entry.summary == "Was: “10 & more”. Now: “12”. Two more."
    assert entry.content[0].value == (
        "<p><del>10 &amp; more</del> <ins>12</ins></p><p>Two more.</p>"
        '<p>Source: <a href="https://example.org/news/articles/a/">A &lt;report&gt;</a>, herald.</p>'
    )


def test_it_leads_to_the_corrections_of_the_record():
    (entry,) = feed(event("falls", corrections=(mended(),))).entries
    assert entry.link == "https://example.org/news/events/falls/#corrections"


def test_ids_stay_when_words_titles_and_other_lines_change():
    (before,) = feed(event("falls", corrections=(mended(),))).entries
    edited = mended(why="Two more were counted.", was="ten")
    records = event("falls", "2014-08-23", title="It fell", corrections=(correction("2014-09-02"), edited))
    after = feed(records).entries
    assert before.id == "https://example.org/news/events/falls/#correction-2014-09-02-claims"
    assert [entry.id for entry in after].count(before.id) == 1


def test_two_lines_of_one_day_and_field_are_numbered_as_written():
    entries = feed(event("falls", corrections=(mended(), mended(now="13"), mended(now="14")))).entries
    assert [entry.id.partition("claims")[2] for entry in entries] == ["", "-2", "-3"]
    assert [entry.summary.partition("Now: ")[2][:4] for entry in entries] == ["“12”", "“13”", "“14”"]


def test_drafts_lines_and_drafts_sources_are_left_out():
    hidden = event("hidden", title="canary", draft=True, corrections=(mended(),))
    shown = event("falls", corrections=(mended(source="secret"),))
    graph = linked(hidden, shown, article("secret", title="canary", draft=True), site=HOST, drafts=True)
    assert b"canary" not in atom.write_corrections(graph, "")


def test_fifty_are_enough():
    lines = tuple(mended(what=f"claims {number}") for number in range(60))
    assert len(feed(event("falls", corrections=lines)).entries) == 50


def test_without_an_address_it_is_valid_all_the_same():
    read = feed(event("falls", corrections=(mended(), mended())), site=SITE)
    assert len({entry.id for entry in read.entries}) == 2
    assert all(entry.id.startswith("urn:uuid:") for entry in read.entries)


def test_a_ledger_without_lines_is_a_feed_without_entries():
    assert feed().entries == []
