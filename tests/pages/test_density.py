"""The density strip."""

from __future__ import annotations

from generator.pages.density import BAR, GAP, MOST_BARS, strip
from tests.graph.story import event, linked


def test_a_bar_for_each_week_with_its_key_events_and_a_link_to_its_month():
    graph = linked(
        event("a", "2014-08-18"),
        event("b", "2014-08-24", significance="key"),
        event("c", "2014-08-25"),
    )
    picture = strip(graph)
    assert picture is not None
    assert [(bar.x // (BAR + GAP), bar.label, bar.address) for bar in picture.bars] == [
        (0, "2 events from 18 August 2014", "timeline/2014/08/"),
        (1, "1 event from 25 August 2014", "timeline/2014/08/"),
    ]
    assert picture.bars[0].key_height == picture.bars[0].height // 2
    assert picture.bars[1].key_height == 0


def test_a_long_silence_is_a_break():
    picture = strip(linked(event("a", "2012-06-01"), event("b", "2014-08-24")))
    assert picture is not None
    assert len(picture.gaps) == 1
    assert [mark.label for mark in picture.marks] == ["2012", "2014"]


def test_a_long_timeline_has_bars_of_several_weeks():
    years = [
        event(f"event-{year}-{month}", f"{year}-{month:02}-01")
        for year in range(1990, 2015)
        for month in range(1, 13)
    ]
    picture = strip(linked(*years))
    assert picture is not None
    assert picture.unit.endswith(" weeks")
    assert picture.width <= MOST_BARS * (BAR + GAP)


def test_there_is_no_picture_of_one_day():
    assert strip(linked(event("a"), event("b"))) is None
