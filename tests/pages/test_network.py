"""Who appears with whom: ties, the places of actors in the picture, and the tables that say the same."""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.pages import actor, network
from generator.pages.networks.circle import circle
from generator.pages.networks.layout import laid_out
from generator.pages.networks.ties import Tie, most_tied, ties
from tests.graph import story
from tests.graph.story import event, linked, office

STORY = (
    event("falls", actors="isil:attacker army:defender"),
    event("again", actors="isil:attacker army:defender un:speaker"),
    event("alone", actors="envoy:speaker"),
    event("twice", actors="isil:attacker isil:speaker"),
    story.actor("army", part_of="state"),
    story.actor("envoy", kind="person", roles=(office("un", "envoy", since="2014-07-10"),)),
)


def test_ties_count_each_event_once_and_the_strongest_come_first():
    graph = linked(*STORY)
    found = ties([one.id for one in graph.actors], graph.events)
    assert found == [Tie("army", "isil", 2), Tie("army", "un", 1), Tie("isil", "un", 1)]
    assert most_tied(found, 2) == ["army", "isil"]


def test_the_tables_say_what_the_picture_shows_and_keep_belonging_apart():
    shown = network.view(linked(*STORY), "")
    assert [(pair.one.label, pair.other.label, pair.events) for pair in shown["pairs"]] == [
        ("army", "isil", 2),
        ("army", "un", 1),
        ("isil", "un", 1),
    ]
    assert [(row.actor.label, row.how, row.whole.label, row.period) for row in shown["belongings"]] == [
        ("army", "is part of", "state", ""),
        ("envoy", "envoy", "un", "from 10 July 2014"),
    ]
    assert shown["scope"] == "3 actors appear together in events: 3 pairs."
    assert len(re.findall('class="tie"', shown["picture"])) == 3
    assert "envoy" not in shown["picture"]


def test_only_the_most_tied_are_drawn_and_the_page_says_so():
    events = [event(f"e{n}", actors=f"hub a{n:03}") for n in range(60)]
    shown = network.view(linked(*events), "")
    assert (len(shown["dots"]), shown["left_out"]) == (48, 13)
    assert shown["dots"][0].label == "hub"
    assert (len(shown["pairs"]), shown["pairs_more"]) == (60, 0)


def test_a_site_in_which_nobody_meets_has_no_picture():
    shown = network.view(linked(event("alone", actors="isil")), "")
    assert (shown["picture"], shown["pairs"], shown["belongings"]) == (None, [], [])


def test_an_actor_shows_those_it_appears_with_and_their_ties_in_its_own_events():
    graph = linked(*STORY, event("elsewhere", actors="army un"))
    drawn = circle(graph, "isil")
    assert re.findall(r"<title>(\w+)</title>", drawn) == ["army", "un"]
    assert len(re.findall('class="arc"', drawn)) == 1
    assert actor.view(graph, "isil 1")["circle"] == drawn
    assert circle(graph, "envoy") is None


PULLS = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 11), st.floats(0.1, 1)).filter(
        lambda pull: pull[0] != pull[1]
    ),
    max_size=20,
)


@given(PULLS)
def test_everybody_is_in_the_picture_and_nobody_upon_another(pulls):
    places = laid_out(12, pulls, 600, 400, 40)
    assert all(40 <= x <= 560 and 40 <= y <= 360 for x, y in places)
    assert all((x - ox) ** 2 + (y - oy) ** 2 > 4 for (x, y), (ox, oy) in combinations(places, 2))


def test_places_are_the_same_on_every_machine():
    """The digest was made once; sums, products and square roots of IEEE 754 leave no room for another."""
    pulls = [(n, (n * 7 + 3) % 40, 0.2 + (n % 5) / 6) for n in range(40) if n != (n * 7 + 3) % 40]
    assert sha256(repr(laid_out(40, pulls, 640, 540, 44)).encode()).hexdigest()[:16] == "571e4e08e3564422"
    assert laid_out(1, [], 640, 540, 44) == [(320, 270)]
    assert laid_out(0, [], 640, 540, 44) == []
