"""`/locations/<id>/`: where it is, what happened here, somewhere in it, and in its parts, kept apart.

Each further page carries the next hundred rows of every list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.languages.message import message
from generator.model.addresses import record_address
from generator.model.records import Location
from generator.pages.backlinks import backlink_rows
from generator.pages.cards import Name, event_cards, location_name
from generator.pages.corrections import record_corrections
from generator.pages.figures import total_rows
from generator.pages.maps.place_map import place_map
from generator.pages.names_band import name_band
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.prose import body_html, summary_html, summary_text
from generator.pages.things import location_thing
from generator.pages.wording import COORDINATE_WORDS, LOCATION_KIND_WORDS, event_count

HEMISPHERES = (
    (message("{degrees}° N"), message("{degrees}° S")),
    (message("{degrees}° E"), message("{degrees}° W")),
)


@dataclass(frozen=True, slots=True)
class Child:
    """A part of the place with the events in it, its own parts included."""

    name: Name
    kind: str
    count: str


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each location, and those that continue its lists."""
    for location in graph.locations:
        page = PageOutput(
            address=record_address("location", location.id),
            template="location.html",
            view=view,
            subject=location.id,
            record=f"location/{location.id}",
        )
        yield from paged(page, _pages(graph, location))


def view(graph: Graph, subject: str) -> View:
    """One page of a location."""
    location_id, number = paged_subject(subject)
    location = graph.location(location_id)
    here, somewhere = graph.events_at(location_id), graph.events_somewhere_in(location_id)
    within = graph.events_within(location_id)
    return {
        **_heading(graph, location),
        "here": event_cards(graph, page_slice(here, number)),
        "here_total": len(here),
        "somewhere": event_cards(graph, page_slice(somewhere, number)),
        "somewhere_total": len(somewhere),
        "within": event_cards(graph, page_slice(within, number)),
        "within_total": len(within),
        "children": [_child(graph, child) for child in page_slice(graph.children(location_id), number)],
        "backlinks": backlink_rows(graph, "location", location_id, number),
        "totals": total_rows(graph, graph.events_of_place(location_id)) if number == 1 else (),
        "map": place_map(graph, location) if number == 1 else None,
        "pager": pager(record_address("location", location_id), number, _pages(graph, location)),
    }


def coordinates_words(graph: Graph, point: tuple[float, float]) -> str:
    """`35.755° N, 38.567° E`, with no more digits than were given."""
    language = language_of(graph)
    return language.say(", ").join(
        language.say(sides[degrees < 0], degrees=language.digits(f"{abs(degrees):g}"))
        for degrees, sides in zip(point, HEMISPHERES, strict=True)
    )


def _heading(graph: Graph, location: Location) -> View:
    ancestors = graph.ancestors(location.id)
    description = summary_text(graph, location) or _described(graph, location, ancestors)
    return {
        "title": location.name,
        "description": description,
        "kind": language_of(graph).say(LOCATION_KIND_WORDS[location.kind]),
        "breadcrumb": [location_name(graph, ancestor.id) for ancestor in reversed(ancestors)],
        "summary": summary_html(graph, location),
        "body": body_html(graph, location),
        "names": name_band(graph, location),
        "coordinates": coordinates_words(graph, location.coordinates) if location.coordinates else "",
        "precision": language_of(graph).say(COORDINATE_WORDS[location.precision])
        if location.precision
        else "",
        "geonames": location.geonames,
        "wikidata": location.wikidata,
        "corrections": record_corrections(graph, location),
        "draft": location.draft,
        "structured": location_thing(graph, location, description),
    }


def _described(graph: Graph, location: Location, ancestors: tuple[Location, ...]) -> str:
    say = language_of(graph).say
    kind = say(LOCATION_KIND_WORDS[location.kind])
    if not ancestors:
        return say("{name}, {kind}: events here and in its parts.", name=location.name, kind=kind)
    around = say(", ").join(ancestor.name for ancestor in ancestors)
    return say(
        "{name}, {kind} in {places}: events here and in its parts.",
        name=location.name,
        kind=kind,
        places=around,
    )


def _child(graph: Graph, child: Location) -> Child:
    count = event_count(graph, len(graph.events_of_place(child.id)))
    return Child(
        location_name(graph, child.id), language_of(graph).say(LOCATION_KIND_WORDS[child.kind]), count
    )


def _pages(graph: Graph, location: Location) -> int:
    return page_total(
        len(graph.events_at(location.id)),
        len(graph.events_somewhere_in(location.id)),
        len(graph.events_within(location.id)),
        len(graph.children(location.id)),
        len(graph.backlinks("location", location.id)),
    )
