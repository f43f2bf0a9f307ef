"""Parts, stories, and the other ends of typed relations."""

from __future__ import annotations

from tests.graph.story import event, ids, linked


def test_parts_and_stories():
    graph = linked(
        event("offensive", "2014-08-05"),
        event("prelude", "2014-08-01", part_of="offensive"),
        event("siege", "2014-08-12", part_of="offensive"),
        event("assault", "2014-08-13", part_of="siege"),
        event("other", "2014-08-12"),
    )
    whole = ["offensive", "prelude", "siege", "assault"]
    assert ids(graph.parts_of("offensive")) == ["prelude", "siege"]
    assert ids(graph.parts_of("assault")) == []
    assert ids(graph.wholes_of("assault")) == ["siege", "offensive"]
    assert ids(graph.story(graph.event("assault"))) == whole
    assert ids(graph.story(graph.event("offensive"))) == whole
    assert ids(graph.story(graph.event("other"))) == ["other"]


def test_inverse_relations():
    graph = linked(
        event("offer", "2014-08-25"),
        event("later-answer", "2014-08-27", responds_to="offer offer"),
        event("answer", "2014-08-26", responds_to="offer", denies="offer"),
        event("sequel", "2014-08-28", follows="answer offer"),
    )
    offer = graph.event("offer")
    assert ids(graph.responded_by(offer)) == ["answer", "later-answer"]
    assert ids(graph.denied_by(offer)) == ["answer"]
    assert ids(graph.followed_by(offer)) == ["sequel"]
    assert graph.followed_by(graph.event("sequel")) == ()


def test_topics():
    graph = linked(
        event("b", "2014-02-01", topics="siege siege"), event("a", "2014-01-01", topics="siege aid")
    )
    assert ids(graph.events_of_topic("siege")) == ["a", "b"]
    assert ids(graph.topics) == ["aid", "siege"]
