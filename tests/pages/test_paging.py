"""No list grows without bound (docs/adr/0003-paging.md)."""

from __future__ import annotations

import pytest

from generator.pages import actor, locations, timeline
from generator.pages.page import page_slice, page_total, paged_subject, pager
from tests.graph.story import event, linked, location


@pytest.mark.parametrize(("length", "pages"), [(0, 1), (1, 1), (100, 1), (101, 2), (1000, 10)])
def test_a_hundred_rows_a_page(length, pages):
    rows = list(range(length))
    assert page_total(length) == pages
    assert [row for number in range(1, pages + 1) for row in page_slice(rows, number)] == rows


def test_a_pager_shows_the_ends_and_what_is_near():
    shown = pager("actors/", 5, 9)
    assert [(step.label, step.address) for step in shown.steps] == [
        ("1", "actors/"),
        ("3", "actors/page/3/"),
        ("4", "actors/page/4/"),
        ("5", ""),
        ("6", "actors/page/6/"),
        ("7", "actors/page/7/"),
        ("9", "actors/page/9/"),
    ]
    assert (shown.previous, shown.next) == ("actors/page/4/", "actors/page/6/")
    assert pager("actors/", 1, 1).steps == ()


def test_an_actor_with_many_events_has_pages_and_every_event_stands_on_one():
    events = [event(f"event-{number}", actors="isil:attacker syria:target") for number in range(230)]
    graph = linked(*events)
    pages = [output for output in actor.outputs(graph) if output.record == "actor/isil"]
    assert [output.address for output in pages] == [
        "actors/isil/",
        "actors/isil/page/2/",
        "actors/isil/page/3/",
    ]
    shown = [
        part.card.address for output in pages for one in view(graph, output)["lists"] for part in one.parts
    ]
    assert len(shown) == len(set(shown)) == 230


def test_the_timeline_shows_every_event_once_and_every_month():
    events = [event(f"event-{number}", f"20{10 + number % 10}-01-01") for number in range(150)]
    graph = linked(*events)
    pages = list(timeline.outputs(graph))
    assert sum(len(day.cards) for output in pages for day in view(graph, output)["days"]) == 150
    assert [year.label for year in view(graph, pages[1])["years"]] == [
        str(year) for year in range(2010, 2020)
    ]


def test_the_tree_of_places_is_whole_on_every_page():
    places = [location("syria")]
    places += [location(f"town-{number:03}", "town", part_of="syria") for number in range(120)]
    places += [location("yemen")]
    graph = linked(*places)
    for output in locations.outputs(graph):
        markup = "".join(f"{row.opening}<li>{row.closing}" for row in view(graph, output)["branches"])
        assert markup.count("<ul>") == markup.count("</ul>")
        assert markup.count("<li>") == markup.count("</li>")
    second = view(graph, list(locations.outputs(graph))[1])
    assert [name.label for name in second["trail"]] == ["syria"]


def view(graph, output):
    assert paged_subject(output.subject)[1] >= 1
    return output.view(graph, output.subject)
