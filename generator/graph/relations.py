"""How events relate: parts and stories, the inverse of typed relations, topics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.graph.gathering import gathered
from generator.graph.order import Timeline
from generator.graph.tree import Tree, tree_of
from generator.model.records import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """A *story* is a whole tree of `part_of`, named by its root; an event that is part of nothing and has no
    part is a story of its own, and is not in `stories`.
    """

    timeline: Timeline
    parts: Tree
    stories: Mapping[str, tuple[int, ...]]
    """Root id to the positions of every event of the tree, rising."""
    responded_by: Mapping[str, tuple[Event, ...]]
    followed_by: Mapping[str, tuple[Event, ...]]
    denied_by: Mapping[str, tuple[Event, ...]]
    events_of_topic: Mapping[str, tuple[Event, ...]]

    def parts_of(self, event_id: str) -> tuple[Event, ...]:
        """Direct parts, in timeline order."""
        self.timeline.positions[event_id]  # an unknown id raises KeyError
        return tuple(self._event(part) for part in self.parts.children(event_id))

    def wholes_of(self, event_id: str) -> tuple[Event, ...]:
        """What it is part of, nearest first."""
        self.timeline.positions[event_id]  # an unknown id raises KeyError
        return tuple(self._event(whole) for whole in self.parts.ancestors(event_id))

    def story(self, event: Event) -> tuple[Event, ...]:
        """The root, then every other event of its tree in timeline order."""
        root = self._event(self.parts.root(event.id))
        others = (other for other in self.timeline.at(self.story_positions(event)) if other.id != root.id)
        return (root, *others)

    def story_positions(self, event: Event) -> tuple[int, ...]:
        """The positions of the story's events, rising."""
        position = self.timeline.positions[event.id]
        return self.stories.get(self.parts.root(event.id), (position,))

    def _event(self, event_id: str) -> Event:
        return self.timeline.events[self.timeline.positions[event_id]]


def relations_of(timeline: Timeline, topics: Iterable[str]) -> Relations:
    """How the events of a timeline relate; references that lead nowhere, or to the event itself, are left out."""
    events, known = timeline.events, timeline.positions
    whole = {
        event.id: event.part_of for event in events if event.part_of in known and event.part_of != event.id
    }
    parts = tree_of(known, whole)
    return Relations(
        timeline=timeline,
        parts=parts,
        stories=_stories(timeline, parts),
        responded_by=_inverse(timeline, lambda event: event.responds_to),
        followed_by=_inverse(timeline, lambda event: event.follows),
        denied_by=_inverse(timeline, lambda event: event.denies),
        events_of_topic=gathered(
            topics, ((topic, event) for event in events for topic in dict.fromkeys(event.topics))
        ),
    )


def _stories(timeline: Timeline, parts: Tree) -> dict[str, tuple[int, ...]]:
    roots = [event_id for event_id in parts.parts if event_id not in parts.whole]
    return {
        root: tuple(sorted(timeline.positions[event_id] for event_id in (root, *parts.descendants(root))))
        for root in roots
    }


def _inverse(
    timeline: Timeline, relation: Callable[[Event], tuple[str, ...]]
) -> dict[str, tuple[Event, ...]]:
    return gathered(
        timeline.positions,
        (
            (other, event)
            for event in timeline.events
            for other in dict.fromkeys(relation(event))
            if other != event.id
        ),
    )
