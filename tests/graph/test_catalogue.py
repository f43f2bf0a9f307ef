"""Records by id, their order, their places, and their names on a day."""

from __future__ import annotations

import pickle

import pytest

from generator.diagnostics.diagnostic import Span
from generator.graph.values import Target
from tests.graph.story import actor, article, event, former, ids, linked, location, moment, page, topic

ISIS = actor(
    "islamic-state",
    name="Islamic State",
    former_names=(
        former("al-Qaeda in Iraq", "2004-10", "2006-10"),
        former("Islamic State of Iraq", "2006-10-15", "2013-04-08"),
        former("Islamic State of Iraq and the Levant", "2013-04-09", "2014-06-29"),
        former("Daesh", "2013"),
    ),
)


def test_records_by_id_and_find():
    graph = linked(
        event("falls"), article("paper"), location("syria"), topic("siege", "Sieges"), page("about", "About")
    )
    assert graph.event("falls").title == "falls"
    assert graph.article("paper").publisher == "herald"
    assert graph.actor("herald").name == "herald"
    assert graph.location("syria").kind == "country"
    assert graph.topic("siege").title == "Sieges"
    assert graph.page("about").title == "About"
    assert graph.find("event", "falls") is graph.event("falls")
    assert graph.find("actor", "falls") is None


@pytest.mark.parametrize("question", ["event", "article", "actor", "location", "topic", "page"])
def test_an_unknown_id_raises(question):
    with pytest.raises(KeyError):
        getattr(linked(), question)("nowhere")


@pytest.mark.parametrize(
    "question",
    [
        "events_of",
        "claims_by",
        "claims_about",
        "statements_by",
        "statements_to",
        "appears_with",
        "members_of",
        "parts_of_actor",
        "published_by",
        "relayed_by",
        "events_at",
        "events_somewhere_in",
        "events_within",
        "events_of_place",
        "ancestors",
        "children",
        "descendants",
        "parts_of",
        "wholes_of",
        "events_of_topic",
        "resting_on",
        "derived_from",
    ],
)
def test_a_question_about_an_unknown_id_raises(question):
    with pytest.raises(KeyError):
        getattr(linked(), question)("nowhere")


def test_each_kind_has_its_order():
    graph = linked(
        article("b", "2014-08-24"),
        article("a", "2014-08-24"),
        article("c", "2014-08-23"),
        actor("x", name="Zahran"),
        actor("y", name="al-Baghdadi"),
        actor("herald", name="Émile"),
        location("p", name="Raqqa"),
        location("q", name="Aleppo"),
    )
    assert ids(graph.articles) == ["c", "a", "b"]
    assert ids(graph.actors) == ["y", "herald", "x"]
    assert ids(graph.locations) == ["q", "p"]


def test_span_of_a_field():
    graph = linked(event("falls", places={"title": (2, 8, 5), "claims": (6, 1, 6)}))
    falls = graph.event("falls")
    assert graph.span(falls, "title") == Span("content/events/falls.md", 2, 8, 5)
    assert graph.span(falls, "claims.0.source").line == 6
    assert graph.span(falls, "date") == Span("content/events/falls.md")


def test_body():
    graph = linked(event("falls", body="It fell."))
    assert graph.body(graph.event("falls")).parts == ("It fell.",)


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2006-10-20", "Islamic State of Iraq"),
        ("2013-04-08", "Islamic State of Iraq"),
        ("2013-04-09", "Islamic State of Iraq and the Levant"),
        ("2014-06-29", "Islamic State of Iraq and the Levant"),
        ("2014-06-30", "Islamic State"),
        ("2014-06", "Islamic State of Iraq and the Levant"),
        ("2014-06-10/2014-08-24", "Islamic State of Iraq and the Levant"),
        ("../2014-06-01", "Islamic State of Iraq and the Levant"),
        ("2004-09-30", "Islamic State"),
    ],
)
def test_the_name_on_a_day(on, name):
    graph = linked(ISIS)
    assert graph.name_on(graph.actor("islamic-state"), moment(on)) == name
    assert graph.name_of(Target("actor", "islamic-state"), moment(on)) == name


def test_a_name_without_a_day_is_todays():
    graph = linked(ISIS, event("falls", title="Tabqa falls"))
    assert graph.name_of(Target("actor", "islamic-state"), None) == "Islamic State"
    assert graph.name_of(Target("event", "falls"), moment("2014")) == "Tabqa falls"


def test_a_graph_can_be_pickled():
    graph = linked(
        event("falls", actors="isil:attacker", sources="paper", locations="syria", body="By [[isil]].")
    )
    assert pickle.loads(pickle.dumps(graph)) == graph  # noqa: S301 - our own bytes
