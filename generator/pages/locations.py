"""`/locations/`: the directory as a tree with counts, a hundred places a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.records import Location
from generator.pages.cards import Name, location_name
from generator.pages.html import Html
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.structured import collection
from generator.pages.wording import LOCATION_KIND_WORDS

ADDRESS = "locations/"


@dataclass(frozen=True, slots=True)
class Branch:
    """A place in the tree; `opening` and `closing` are the tags of nested lists before and after it."""

    name: Name
    kind: str
    count: str
    opening: Html
    closing: Html


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each hundred places."""
    return paged(
        PageOutput(address=ADDRESS, template="locations.html", view=view), page_total(len(graph.locations))
    )


def view(graph: Graph, subject: str) -> View:
    """A page of the tree."""
    _, number = paged_subject(subject)
    rows = page_slice(_tree(graph), number)
    return {
        "title": language_of(graph).say("Places"),
        "description": language_of(graph).say(
            "The places of {site}, from countries down to towns, bases and crossings.", site=graph.site.title
        ),
        "branches": branches(graph, rows),
        "trail": [location_name(graph, above.id) for above in reversed(graph.ancestors(rows[0][0].id))]
        if rows
        else [],
        "total": language_of(graph).count(len(graph.locations), "{count} place", "{count} places"),
        "pager": pager(ADDRESS, number, page_total(len(graph.locations))),
        "structured": collection(graph, language_of(graph).say("Places"), ADDRESS),
    }


def branches(graph: Graph, rows: Iterable[tuple[Location, int]]) -> tuple[Branch, ...]:
    """Rows of the tree with the tags that nest them, which are whole on every page."""
    listed = list(rows)
    levels = [0, *_levels(depth for _, depth in listed), 0]
    return tuple(
        Branch(
            location_name(graph, location.id),
            language_of(graph).say(LOCATION_KIND_WORDS[location.kind]),
            language_of(graph).count(
                len(graph.events_of_place(location.id)), "{count} event", "{count} events"
            ),
            Html("<ul>" if levels[place] > levels[place - 1] else ""),
            _closing(levels[place], levels[place + 1]),
        )
        for place, (location, _) in enumerate(listed, start=1)
    )


def _levels(depths: Iterable[int]) -> list[int]:
    """How deep each row stands among the rows before it, from 1; a page may begin anywhere in the tree."""
    above: list[int] = []
    levels = []
    for depth in depths:
        while above and above[-1] >= depth:
            above.pop()
        above.append(depth)
        levels.append(len(above))
    return levels


def _closing(level: int, following: int) -> Html:
    """What ends a row before one of level `following` (0: the end of the page)."""
    if following > level:
        return Html("")
    up = level - max(following, 1)
    return Html("</li>" + "</ul></li>" * up + ("</ul>" if following == 0 else ""))


def _tree(graph: Graph) -> list[tuple[Location, int]]:
    """Every place with its depth: each before its own parts, siblings by name."""
    roots = [location for location in graph.locations if not graph.ancestors(location.id)]
    return [
        (location, len(graph.ancestors(location.id)) + 1)
        for root in roots
        for location in (root, *graph.descendants(root.id))
    ]
