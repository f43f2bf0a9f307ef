"""Figures added, nothing twice, and what is left out by name."""

from __future__ import annotations

from generator.graph.values import Target
from generator.model.site_settings import Measure, Site
from tests.graph.story import actor, claim, event, linked


def totals(*records, of=None):
    graph = linked(*records)
    return graph.totals(graph.events if of is None else [graph.event(event_id) for event_id in of])


def only_total(*records, of=None):
    (total,) = totals(*records, of=of)
    return total


def names(total):
    return [entry.event.id for entry in total.counted], [
        (left.event.id, left.reason) for left in total.left_out
    ]


def killed(event_id, figure, date="2014-08-24", **fields):
    return event(event_id, date, claims=(claim(figure),), **fields)


def test_minima_and_maxima_are_added():
    total = only_total(
        event("a", claims=(claim("170"), claim("200", by="syria"))), killed("b", "50 to 60"), killed("c", "7")
    )
    assert total.figure.words() == "between 227 and 267"
    assert names(total) == (["a", "b", "c"], [])


def test_a_figure_without_a_maximum_leaves_the_total_without():
    assert only_total(killed("a", "at least 346"), killed("b", "up to 10")).figure.words() == "at least 346"


def test_an_event_counts_once_however_often_it_is_given():
    assert only_total(killed("a", "5"), of=["a", "a", "a"]).figure.words() == "5"


def test_measures_stand_in_the_order_of_the_vocabulary_then_groups_actors_first():
    of_each = totals(
        event(
            "a",
            claims=(
                claim("1", measure="wounded"),
                claim("2", group="soldiers"),
                claim("3", group="Civilians"),
                claim("4", group="isil"),
                claim("5", measure="captured"),
            ),
        ),
        event("b", claims=(claim("3", group="civilians"),)),
        actor("isil"),
    )
    assert [(total.measure, total.group, total.figure.words()) for total in of_each] == [
        ("killed", "isil", "4"),
        ("killed", "Civilians", "6"),
        ("killed", "soldiers", "2"),
        ("wounded", "soldiers", "1"),
        ("captured", "soldiers", "5"),
    ]
    assert of_each[0].group_target == Target("actor", "isil")


def test_a_part_is_not_added_to_its_whole():
    records = (
        killed("whole", "300"),
        event("middle", part_of="whole"),
        killed("part", "100", part_of="middle"),
    )
    assert names(only_total(*records)) == (["whole"], [("part", "part-of-whole")])
    assert only_total(*records).figure.words() == "300"
    assert only_total(*records, of=["part"]).figure.words() == "100"


def test_a_whole_without_a_figure_leaves_its_parts_to_count():
    parts = killed("p", "1", part_of="whole"), killed("q", "2", part_of="whole")
    assert names(only_total(event("whole", claims=(claim("9", measure="wounded"),)), *parts, of=["p", "q"]))[
        0
    ] == ["p", "q"]
    total = only_total(killed("whole", "unknown"), *parts)
    assert total.figure.words() == "3"
    assert names(total) == (["p", "q"], [("whole", "unknown-figure")])


def test_of_overlapping_scopes_the_widest_counts():
    total = only_total(
        event(
            "a",
            "2014-08-18/2014-08-24",
            claims=(claim("200", scope="2014-08-24"), claim("500"), claim("9", scope="2014-09-01")),
        )
    )
    assert total.figure.words() == "509"
    assert [entry.comparison.span.words() for entry in total.counted] == ["500", "9"]
    assert [(left.comparison.span.words(), left.reason) for left in total.left_out] == [
        ("200", "overlapping-scope")
    ]


def test_scopes_that_only_touch_in_part_and_open_ones():
    total = only_total(
        event(
            "a", claims=(claim("1", scope="2014-08-20/2014-08-23"), claim("2", scope="2014-08-22/2014-08-26"))
        )
    )
    assert total.figure.words() == "2"
    endless = only_total(event("a", claims=(claim("1", scope="2014"), claim("2", scope="2014-08-22/.."))))
    assert endless.figure.words() == "2"
    since_ever = only_total(
        event("a", claims=(claim("1", scope="2014-08/.."), claim("2", scope="../2014-08-22")))
    )
    assert since_ever.figure.words() == "2"


def test_a_wide_scope_without_a_figure_gives_way():
    total = only_total(event("a", claims=(claim("unknown", scope="2014-08"), claim("7", scope="2014-08-24"))))
    assert total.figure.words() == "7"
    assert names(total) == (["a"], [("a", "unknown-figure")])


def test_a_withdrawn_event_counts_nothing_and_hides_no_part():
    total = only_total(killed("whole", "300", status="retracted"), killed("part", "5", part_of="whole"))
    assert total.figure.words() == "5"
    assert names(total) == (["part"], [])


def test_a_total_of_nothing_known_is_unknown():
    total = only_total(killed("a", "unknown"))
    assert not total.figure.known
    assert names(total) == ([], [("a", "unknown-figure")])


def test_no_events_no_totals():
    assert totals() == ()


def test_a_measure_that_cannot_be_added_has_no_total():
    site = Site(
        title="Dateline", measures=(Measure("share", "share", totals=False), Measure("killed", "killed"))
    )
    records = (
        event("a", claims=(claim("50", measure="share"), claim("2"))),
        event("b", claims=(claim("20", measure="share"),)),
    )
    graph = linked(*records, site=site)
    assert [total.measure for total in graph.totals(graph.events)] == ["killed"]
