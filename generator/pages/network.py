"""`/network/`: who appears with whom, and apart from it who is part of what or holds an office there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.traced import recorded
from generator.model.addresses import record_address
from generator.model.records import Actor
from generator.pages.cards import Name
from generator.pages.dates import period
from generator.pages.networks.picture import Dot, network_svg
from generator.pages.networks.ties import Tie, most_tied, ties
from generator.pages.page import PAGE_LENGTH, PageOutput, View
from generator.pages.structured import collection

ADDRESS = "network/"

DOTS: Final = 48
"""Actors in the picture, those that share the most events; more could not be told apart."""

LINES: Final = 220
"""Lines in the picture: the strongest ties between them."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors, how many events they share, and their numbers in the picture; -1 where they are not in it."""

    one: Name
    other: Name
    events: int
    dots: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Belonging:
    """An actor that is part of another, or holds an office in it."""

    actor: Name
    how: str
    whole: Name
    period: str


def outputs(_graph: Graph) -> Iterator[PageOutput]:
    """The one page."""
    yield PageOutput(address=ADDRESS, template="network.html", view=view)


def view(graph: Graph, _subject: str) -> View:
    """The picture of the most tied, and the tables."""
    graph = recorded(graph)
    actors = {actor.id: actor for actor in graph.actors}
    found = ties(actors, graph.events)
    shown = most_tied(found, DOTS)
    numbers = {actor_id: number for number, actor_id in enumerate(shown)}
    drawn = [tie for tie in found if tie.one in numbers and tie.other in numbers][:LINES]
    belongings = list(_belongings(graph, actors))
    tied = len({end for tie in found for end in (tie.one, tie.other)})
    return {
        "title": language_of(graph).say("Network"),
        "structured": collection(graph, language_of(graph).say("Network"), ADDRESS),
        "description": language_of(graph).say(
            "Who appears with whom in the events of {site}.", site=graph.site.title
        ),
        "scope": _scope(graph, tied, len(found)),
        "picture": _picture(graph, actors, shown, drawn) if found else None,
        "left_out": tied - len(shown),
        "dots": [Name(actors[actor_id].name, str(number)) for actor_id, number in numbers.items()],
        "most": found[0].events if found else 0,
        "pairs": [_pair(actors, tie, numbers) for tie in found[:PAGE_LENGTH]],
        "pairs_more": max(0, len(found) - PAGE_LENGTH),
        "belongings": belongings[:PAGE_LENGTH],
        "belongings_more": max(0, len(belongings) - PAGE_LENGTH),
    }


def _scope(graph: Graph, tied: int, pairs: int) -> str:
    language = language_of(graph)
    return language.say(
        "{actors} appear together in events: {pairs}.",
        actors=language.count(tied, "{count} actor", "{count} actors"),
        pairs=language.count(pairs, "{count} pair", "{count} pairs"),
    )


def _picture(graph: Graph, actors: dict[str, Actor], shown: list[str], drawn: list[Tie]) -> str:
    events = Counter(actor_id for event in graph.events for actor_id in {part.actor for part in event.actors})
    dots = [
        Dot(
            actor_id,
            actors[actor_id].name,
            record_address("actor", actor_id),
            events[actor_id],
            actors[actor_id].kind == "person",
        )
        for actor_id in shown
    ]
    wholes = [
        (actor_id, actors[actor_id].part_of) for actor_id in shown if actors[actor_id].part_of in set(shown)
    ]
    return network_svg(dots, drawn, wholes)


def _pair(actors: dict[str, Actor], tie: Tie, numbers: dict[str, int]) -> Pair:
    ends = (numbers.get(tie.one, -1), numbers.get(tie.other, -1))
    return Pair(_name(actors[tie.one]), _name(actors[tie.other]), tie.events, ends)


def _belongings(graph: Graph, actors: dict[str, Actor]) -> Iterator[Belonging]:
    for actor in actors.values():
        whole = actors.get(actor.part_of)
        if whole:
            yield Belonging(_name(actor), language_of(graph).say("is part of"), _name(whole), "")
        for office in actor.roles:
            body = actors.get(office.body)
            if body:
                yield Belonging(
                    _name(actor), office.title, _name(body), period(graph, office.since, office.until)
                )


def _name(actor: Actor) -> Name:
    return Name(actor.name, record_address("actor", actor.id))
