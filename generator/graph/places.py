"""Locations as a tree, and the events of each: here, somewhere in it, within its parts.

An event counts as *somewhere in* a place, and not *at* it, when the place is a country, region, governorate or
district, or when the precision that is known (the event's `location_precision`, else the place's own `precision`)
is a district or coarser. An event that names a place and one of its parts is at the place; it is not within it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.graph.gathering import gathered
from generator.graph.order import Timeline
from generator.graph.tree import Tree, tree_of
from generator.graph.withdrawal import is_withdrawn
from generator.model.records import Event, Location, LocationKind, Precision

COARSE_KINDS: frozenset[LocationKind] = frozenset({"country", "region", "governorate", "district"})
COARSE_PRECISIONS: frozenset[Precision | None] = frozenset({"district", "governorate", "country"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Locations in order (folded name, id) with the events placed in each, and the tree of those that stand."""

    locations: Mapping[str, Location]
    tree: Tree
    timeline: Timeline
    placed: Mapping[str, tuple[int, ...]]
    """Location id to the rising positions of all events that name it."""
    events_at: Mapping[str, tuple[Event, ...]]
    events_somewhere_in: Mapping[str, tuple[Event, ...]]

    def events_within(self, location_id: str) -> tuple[Event, ...]:
        """Events that name a part, however deep, and not the place itself; each once."""
        here = set(self.placed[location_id])
        return self.timeline.at(sorted(self._positions(self.tree.descendants(location_id)) - here))

    def events_of_place(self, location_id: str) -> tuple[Event, ...]:
        """Events that name the place or a part of it; each once."""
        self.placed[location_id]  # an unknown id raises KeyError
        return self.timeline.at(sorted(self._positions((location_id, *self.tree.descendants(location_id)))))

    def ancestors(self, location_id: str) -> tuple[Location, ...]:
        """What it is part of, nearest first."""
        return self._records(location_id, self.tree.ancestors(location_id))

    def children(self, location_id: str) -> tuple[Location, ...]:
        """Direct parts."""
        return self._records(location_id, self.tree.children(location_id))

    def descendants(self, location_id: str) -> tuple[Location, ...]:
        """All parts, each before its own."""
        return self._records(location_id, self.tree.descendants(location_id))

    def _records(self, asked: str, found: Iterable[str]) -> tuple[Location, ...]:
        self.locations[asked]  # an unknown id raises KeyError
        return tuple(self.locations[location_id] for location_id in found)

    def _positions(self, location_ids: Iterable[str]) -> set[int]:
        positions: set[int] = set()
        positions.update(*(self.placed[location_id] for location_id in location_ids))
        return positions


def gazetteer_of(locations: tuple[Location, ...], timeline: Timeline) -> Gazetteer:
    """The gazetteer of all locations in order; references that lead nowhere are left out."""
    by_id = {location.id: location for location in locations}
    standing = {place.id: place for place in locations if not is_withdrawn(place)}
    whole = {
        place.id: place.part_of
        for place in standing.values()
        if place.part_of in standing and place.part_of != place.id
    }
    uses = [
        (by_id[location_id], event)
        for event in timeline.events
        for location_id in dict.fromkeys(event.locations)
        if location_id in by_id
    ]
    return Gazetteer(
        locations=by_id,
        tree=tree_of(standing, whole),
        timeline=timeline,
        placed=gathered(by_id, ((place.id, timeline.positions[event.id]) for place, event in uses)),
        events_at=gathered(
            by_id, ((place.id, event) for place, event in uses if not is_somewhere_in(event, place))
        ),
        events_somewhere_in=gathered(
            by_id, ((place.id, event) for place, event in uses if is_somewhere_in(event, place))
        ),
    )


def is_somewhere_in(event: Event, place: Location) -> bool:
    """Whether the event, placed there, is only known to have been somewhere in it."""
    return place.kind in COARSE_KINDS or (event.location_precision or place.precision) in COARSE_PRECISIONS
