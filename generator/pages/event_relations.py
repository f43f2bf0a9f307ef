"""What an event is part of, answers, follows and denies, with the inverse of each; and its place in its story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.withdrawal import is_withdrawn
from generator.languages.message import message
from generator.model.records import Event
from generator.pages.cards import Card, event_card, event_cards

PARTS_SHOWN = 50
"""Events named in one relation; a story of thousands stands on its months' pages."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Events tied to this one in one way."""

    label: str
    cards: tuple[Card, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Story:
    """The event's place in the story that it is part of."""

    root: Card
    position: int
    length: int
    previous: Card | None
    next: Card | None


def related(graph: Graph, event: Event) -> tuple[Relation, ...]:
    """The relations that hold, in the order of a reader's questions."""
    wanted: tuple[tuple[str, Iterable[Event]], ...] = (
        (message("Part of"), _named(graph, (event.part_of,) if event.part_of else ())),
        (message("Includes"), graph.parts_of(event.id)),
        (message("Answers"), _named(graph, event.responds_to)),
        (message("Answered by"), graph.responded_by(event)),
        (message("Follows"), _named(graph, event.follows)),
        (message("Followed by"), graph.followed_by(event)),
        (message("Denies"), _named(graph, event.denies)),
        (message("Denied by"), graph.denied_by(event)),
    )
    return tuple(_relation(graph, label, tuple(events)) for label, events in wanted if events)


def story_steps(graph: Graph, event: Event) -> Story | None:
    """None for an event that is part of nothing and has no parts."""
    story = graph.story(event)
    if len(story) == 1:
        return None
    previous, following = graph.previous_and_next_in_story(event)
    position = next((place for place, other in enumerate(story, 1) if other.id == event.id), 1)
    return Story(
        event_card(graph, story[0]),
        position,
        len(story),
        event_card(graph, previous) if previous else None,
        event_card(graph, following) if following else None,
    )


def _named(graph: Graph, event_ids: Iterable[str]) -> tuple[Event, ...]:
    """Those that the graph has and that stand."""
    named = (graph.find("event", event_id) for event_id in event_ids)
    return tuple(event for event in named if isinstance(event, Event) and not is_withdrawn(event))


def _relation(graph: Graph, label: str, events: tuple[Event, ...]) -> Relation:
    return Relation(
        language_of(graph).say(label),
        event_cards(graph, events[:PARTS_SHOWN]),
        max(0, len(events) - PARTS_SHOWN),
    )
