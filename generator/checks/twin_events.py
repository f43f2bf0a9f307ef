"""D316: are two events one?"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final, NamedTuple

from generator.checks.finding import finding
from generator.checks.similar_titles import near_pairs, words_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.records import Event

TITLE: Final = "nearly the same title, on the same day at the same place"
SOURCES: Final = "the same date, actors and sources"


class Twins(NamedTuple):
    """Two events that look like one, and what they have in common."""

    first: Event
    second: Event
    shared: str


def twin_events(graph: Graph) -> Iterator[Diagnostic]:
    """Two events of one date and main location with nearly the same title (`similar_titles.ALIKE`), or of one date
    with the same actors in the same roles and the same sources.

    The later one in the timeline is found, once for each earlier one. Two events that say how they relate (`part_of`,
    `follows`, `responds_to`, `denies`) are two.
    """
    told: set[tuple[str, str]] = set()
    for first, second, shared in (*_by_title(graph), *_by_sources(graph)):
        if (first.id, second.id) not in told and not _are_related(first, second):
            told.add((first.id, second.id))
            yield _finding(graph, first, second, shared)


def _by_title(graph: Graph) -> Iterator[Twins]:
    blocks: dict[Hashable, list[Event]] = {}
    for event in graph.events:
        if event.locations:
            blocks.setdefault((event.date.text, event.locations[0]), []).append(event)
    for block in blocks.values():
        if len(block) > 1:
            for first, second in near_pairs([words_of(event.title) for event in block]):
                yield Twins(block[first], block[second], TITLE)


def _by_sources(graph: Graph) -> Iterator[Twins]:
    first_with: dict[Hashable, Event] = {}
    for event in graph.events:
        sources = frozenset(article.id for article in graph.sources_of(event))
        if event.actors and sources:
            first = first_with.setdefault((event.date.text, sources, frozenset(event.actors)), event)
            if first is not event:
                yield Twins(first, event, SOURCES)


def _are_related(one: Event, other: Event) -> bool:
    return other.id in _relations(one) or one.id in _relations(other)


def _relations(event: Event) -> frozenset[str]:
    return frozenset((event.part_of, *event.follows, *event.responds_to, *event.denies))


def _finding(graph: Graph, first: Event, second: Event, shared: str) -> Diagnostic:
    return finding(
        graph,
        "D316",
        second,
        "title",
        f"{second.id} looks like {first.id}: {shared}",
        "if they are one event, keep one record and give it `former_ids: [the other's id]`; if they are two, relate "
        "them (`follows`, `part_of`), or accept D316 and say what tells them apart",
        (graph.span(first, "title"),),
    )
