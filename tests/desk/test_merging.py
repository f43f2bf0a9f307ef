"""Merging: what named the one names the other, once; its address and its names are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.merging import left_behind
from generator.graph.values import Target
from generator.reading.holdings import read_holdings
from tests.desk.copies import DeskCopy, changes


@pytest.fixture
def desk(tmp_path: Path) -> DeskCopy:
    return DeskCopy.golden(tmp_path)


def test_references_mentions_names_and_former_ids(desk: DeskCopy) -> None:
    desk.site.write(
        "content/actors/brigade-two.md",
        "---\nname: Brigade Two\naliases: [The Brigade, B2]\nformer_ids: [brigade-ii]\nfounded: 2013\n---\nText.\n",
    )
    desk.site.edit(
        "content/pages/about.md",
        "\n---\n",
        "\n---\n[[brigade-two]], [[B2|they]], [[actor:brigade-two|them]].\n\n",
    )
    desk.site.edit("content/events/2014/treaty.md", "river-brigade: signatory", "brigade-two: signatory")
    before = desk.files()
    assert desk.merge("actor", "brigade-two", "river-brigade") == []
    assert changes(before, desk.files()) == {
        "content/actors/brigade-two.md": [],
        "content/actors/river-brigade.md": [
            "aliases: [Liwa al-Nahr, The Brigade, Brigade Two, B2]",
            "former_ids: [brigade-ii, brigade-two]",
        ],
        "content/events/2014/treaty.md": ["  - river-brigade: signatory"],
        "content/pages/about.md": ["[[river-brigade]], [[river-brigade|they]], [[river-brigade|them]]."],
    }
    assert desk.site.build().published is not None
    assert desk.site.codes() == []


def test_what_stood_in_a_list_twice_stands_there_once(desk: DeskCopy) -> None:
    desk.site.write(
        "content/events/2014/both.md",
        """---
title: Both
date: 2014-09-09
locations: [nahr, nahr-bridge]
topics:
  - bridges
  # about the next
  - fighting   # gone with it
actors:
  - wire: speaker
  - herald: speaker
  - actor: wire
    role: addressee
sources: [courier-second, herald-truce]
---
""",
    )
    assert desk.merge("location", "nahr-bridge", "nahr") == []
    assert desk.merge("topic", "fighting", "bridges") == []
    assert desk.merge("actor", "wire", "herald") == []
    assert desk.merge("article", "courier-second", "herald-truce") == []
    assert (
        desk.files()["content/events/2014/both.md"]
        == """---
title: Both
date: 2014-09-09
locations: [nahr]
topics:
  - bridges
  # about the next
actors:
  - herald: speaker
  - actor: herald
    role: addressee
sources: [herald-truce]
---
"""
    )
    assert desk.site.build().published is not None


def test_topics_that_nobody_wrote(desk: DeskCopy) -> None:
    path = "content/events/2014/treaty.md"
    desk.site.edit(path, "\n---\n", "\ntopics: [talks]\n---\n")
    assert desk.merge("topic", "talks", "fighting") == []
    assert "topics: [fighting]" in desk.files()[path]
    assert "former_ids: [talks]" in desk.files()["content/topics/fighting.md"]
    assert desk.site.build().published is not None


def test_records_that_are_bound_to_each_other_are_refused(desk: DeskCopy) -> None:
    before = desk.files()
    assert desk.merge("location", "valley", "nahr") == ["D805"]
    assert desk.merge("location", "nahr", "valley") == []
    assert before != desk.files()


@pytest.mark.parametrize(
    ("gone", "kept", "code"), [("nobody", "herald", "D801"), ("herald", "herald", "D802")]
)
def test_who_is_not_there(desk: DeskCopy, gone: str, kept: str, code: str) -> None:
    assert desk.merge("actor", gone, kept) == [code]


def test_a_circle_that_a_merger_would_close_is_refused(desk: DeskCopy) -> None:
    before = desk.files()
    assert desk.merge("location", "river-country", "nahr-bridge") == ["D210"]
    assert desk.files() == before


def test_what_stays_behind_is_told(desk: DeskCopy) -> None:
    holdings = read_holdings(desk.site.root)
    left = left_behind(holdings, Target("actor", "river-brigade"), Target("actor", "herald"))
    assert left == ("summary", "kind", "founded", "body")
