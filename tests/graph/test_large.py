"""A random story of 2,000 events: linking holds together, and gives the same graph from records in any order."""

from __future__ import annotations

import random

import pytest

from generator.graph.link import link
from tests.graph.story import Told, actor, article, claim, event, ids, location, said

EVENTS, ACTORS, PLACES = 2_000, 120, 60


@pytest.fixture(scope="module")
def records():
    pick = random.Random(2014)  # noqa: S311 - a story, not a secret
    return (
        *(
            actor(f"actor-{at}", name=f"Actor {at}", part_of=f"actor-{at // 3}" if at else "")
            for at in range(ACTORS)
        ),
        *(location(f"place-{at}", part_of=f"place-{(at - 1) // 4}" if at else "") for at in range(PLACES)),
        *(_article(at, pick) for at in range(EVENTS)),
        *(_event(at, pick) for at in range(EVENTS)),
    )


def _article(at, pick):
    earlier = f"article-{pick.randrange(at)}" if at and pick.random() < 0.3 else ""
    agency = _actor(pick) if pick.random() < 0.2 else ""
    return article(f"article-{at}", _date(at), publisher=_actor(pick), based_on=earlier, agency=agency)


def _event(at, pick):
    source = f"article-{at}"
    return event(
        f"event-{at}",
        _date(at),
        actors=" ".join(f"{_actor(pick)}:{role}" for role in ("attacker", "target", "speaker")),
        locations=f"place-{pick.randrange(PLACES)}",
        sources=f"{source} article-{pick.randrange(EVENTS)}",
        topics=pick.choice(("siege", "aid", "talks")),
        part_of=f"event-{pick.randrange(at)}" if at and pick.random() < 0.4 else "",
        claims=tuple(
            claim(str(pick.randrange(99)), by=_actor(pick), source=source) for _ in range(pick.randrange(3))
        ),
        statements=(said(_actor(pick), "So it was.", source=source),),
        body=f"So said [[{_actor(pick)}]] in [[place-{pick.randrange(PLACES)}]].",
    )


def _actor(pick):
    return f"actor-{pick.randrange(ACTORS)}"


def _date(at):
    return f"2014-{1 + at % 12:02d}-{1 + at % 28:02d}"


def test_all_of_it_links(records):
    graph, found = link(Told(records), drafts=False)
    assert found == ()
    assert len(graph.events) == EVENTS
    assert ids(graph.events_of_place("place-0")) == ids(graph.events)
    assert sum(len(month.events) for month in graph.months()) == EVENTS
    assert sum(len(graph.events_on(day)) for day in graph.days()) == EVENTS
    assert sum(len(graph.reported_on(day)) for day in graph.report_days()) == EVENTS
    assert graph.known_by(graph.report_days()[-1]) == graph.events
    assert sum(len(graph.backlinks("actor", one.id)) for one in graph.actors) == EVENTS
    for one in graph.events:
        assert one in graph.story(one)
        assert 1 <= graph.source_count(one).independent <= graph.source_count(one).reports
    assert sum(len(total.counted) + len(total.left_out) for total in graph.totals(graph.events)) == sum(
        len(graph.comparisons(one)) for one in graph.events
    )


def test_the_order_of_reading_does_not_matter(records):
    shuffled = list(records)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - a story, not a secret
    assert link(Told(tuple(shuffled)), drafts=False) == link(Told(records), drafts=False)
