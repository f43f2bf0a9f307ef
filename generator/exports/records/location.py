"""What the files say of a location."""

from __future__ import annotations

from generator.exports.links import record_link
from generator.exports.records import values
from generator.exports.records.field import (
    COUNT,
    TEXT,
    Field,
    Shape,
    described,
    listed,
    of,
    one_of,
    or_null,
    shape_of,
)
from generator.exports.records.values import Value
from generator.graph.graph import Graph
from generator.model.records import LOCATION_KINDS, PRECISIONS, Location
from generator.pages.figures import group_name

SHAPES: dict[str, Shape] = {
    "coordinates": shape_of(
        "A point, WGS 84. How exactly it is meant, `precision` says.",
        latitude=described({"type": "number", "minimum": -90, "maximum": 90}, "Degrees north."),
        longitude=described({"type": "number", "minimum": -180, "maximum": 180}, "Degrees east."),
    ),
    "total": shape_of(
        "Figures of events added up: an event once, no part added to its whole.",
        measure=TEXT,
        group=TEXT,
        group_actor=or_null(of("reference")),
        figure=described(of("figure"), "The least and the most that they come to."),
        events=described(listed(TEXT), "Ids of the events that are added."),
        left_out=described(
            listed(
                shape_of(
                    "An event that is named but not added.",
                    event=described(TEXT, "Its id."),
                    reason=one_of("retracted", "unknown-figure", "part-of-whole", "overlapping-scope"),
                )
            ),
            "What is not added, and why.",
        ),
    ),
}


def _coordinates(_graph: Graph, location: Location) -> Value | None:
    point = location.coordinates
    return {"latitude": point[0], "longitude": point[1]} if point else None


def _totals(graph: Graph, location: Location) -> list[Value]:
    claiming = [event for event in graph.events_of_place(location.id) if event.claims]
    return [
        {
            "measure": total.measure,
            "group": group_name(graph, total).label,
            "group_actor": values.maybe(graph, "actor", total.group_target.id if total.group_target else ""),
            "figure": values.figure(total.figure),
            "events": list(dict.fromkeys(use.event.id for use in total.counted)),
            "left_out": [{"event": use.event.id, "reason": use.reason} for use in total.left_out],
        }
        for total in graph.totals(claiming)
    ]


REFERENCES = listed(of("reference"))

FIELDS: tuple[Field[Location], ...] = (
    Field("id", TEXT, "Permanent id.", lambda _, place: place.id),
    Field("link", TEXT, "Its page.", record_link),
    Field("name", TEXT, "The name that the site uses.", lambda _, place: place.name),
    Field("kind", one_of(*LOCATION_KINDS), "What it is.", lambda _, place: place.kind),
    Field("summary", TEXT, "One or two sentences.", values.summary),
    Field("body", TEXT, "The note, as HTML.", values.body),
    Field("coordinates", or_null(of("coordinates")), "Where it is.", _coordinates),
    Field(
        "precision",
        one_of(*PRECISIONS, None),
        "How exactly the coordinates are meant; null where nobody says.",
        lambda _, place: place.precision,
    ),
    Field("names", listed(of("name")), "Names in languages.", lambda _, place: values.names(place)),
    Field("aliases", listed(TEXT), "Other spellings.", lambda _, place: list(place.aliases)),
    Field(
        "former_names",
        listed(of("former_name")),
        "Names of the past.",
        lambda _, place: values.former_names(place.former_names),
    ),
    Field(
        "part_of",
        or_null(of("reference")),
        "The place it lies in.",
        lambda graph, place: values.maybe(graph, "location", place.part_of),
    ),
    Field(
        "within",
        REFERENCES,
        "Every place it lies in, nearest first.",
        lambda graph, place: values.references(graph.ancestors(place.id)),
    ),
    Field(
        "parts",
        REFERENCES,
        "Its direct parts.",
        lambda graph, place: values.references(graph.children(place.id)),
    ),
    Field("geonames", TEXT, "GeoNames id.", lambda _, place: place.geonames),
    Field("wikidata", TEXT, "Wikidata id.", lambda _, place: place.wikidata),
    Field(
        "events_here",
        REFERENCES,
        "Events known to have been exactly here.",
        lambda graph, place: values.references(graph.events_at(place.id)),
    ),
    Field(
        "events_somewhere_in",
        REFERENCES,
        "Events of which only is known that they were somewhere in it.",
        lambda graph, place: values.references(graph.events_somewhere_in(place.id)),
    ),
    Field(
        "events_in_parts",
        COUNT,
        "How many more events name one of its parts, however deep.",
        lambda graph, place: len(graph.events_within(place.id)),
    ),
    Field("totals", listed(of("total")), "Figures of all these events, added up.", _totals),
    Field("mentions", listed(of("target")), "Records that its prose names.", values.mentions),
    Field(
        "mentioned_by",
        listed(of("target")),
        "Records whose prose names it.",
        lambda graph, place: values.mentioned_by(graph, "location", place),
    ),
    Field("corrections", listed(of("correction")), "Its lines of the ledger.", values.corrections),
    Field("former_ids", listed(TEXT), "Ids it had.", lambda _, place: list(place.former_ids)),
)
"""In the order in which they are written."""
