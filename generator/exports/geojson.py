"""`data/events.geojson` and `locations.geojson` (RFC 7946): longitude before latitude, WGS 84, a box around all points.

A feature whose place is only known as an area has no geometry (`null`, RFC 7946, 3.2); `precision` and `location_ids`
say what is known instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.links import record_link
from generator.exports.records.event import precision_of
from generator.exports.records.values import Value, iso_day
from generator.exports.standing import event_total, location_total, standing
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.points import Point, event_points, location_point
from generator.graph.values import Target
from generator.languages.message import message
from generator.model.records import Event, Location
from generator.pages.prose import summary_text

MEDIA_TYPE = "application/geo+json"

EVENTS = Download(
    address="data/events.geojson",
    name=message("Events on a map (GeoJSON)"),
    media_type=MEDIA_TYPE,
    fields=message(
        "A feature for each event: title, date and its bounds, grade, places and how exactly they are known. No point "
        "where only a district or more is known."
    ),
    records=event_total,
)
LOCATIONS = Download(
    address="data/locations.geojson",
    name=message("Places on a map (GeoJSON)"),
    media_type=MEDIA_TYPE,
    fields=message(
        "A feature for each place: name, kind, what it lies in, how many events. No point for an area."
    ),
    records=location_total,
)
DOWNLOADS = (EVENTS, LOCATIONS)


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """Two files."""
    yield from published(graph, EVENTS, write_events)
    yield from published(graph, LOCATIONS, write_locations)


def write_events(graph: Graph, _subject: str) -> bytes:
    """Events in timeline order. An event at several points is a MultiPoint of them."""
    features = [(_event(graph, event), event_points(graph, event)) for event in standing(graph).events]
    return _collection(features)


def write_locations(graph: Graph, _subject: str) -> bytes:
    """Locations by name."""
    return _collection(
        [(_location(graph, place), (location_point(place),)) for place in standing(graph).locations]
    )


def _event(graph: Graph, event: Event) -> Value:
    return {
        "id": event.id,
        "title": event.title,
        "summary": summary_text(graph, event, event.date),
        "date": event.date.text,
        "date_words": event.date.words(language_of(graph)),
        "date_earliest": iso_day(event.date.first_day),
        "date_latest": iso_day(event.date.last_day),
        "status": event.status,
        "significance": event.significance,
        "precision": precision_of(graph, event),
        "location_ids": list(event.locations),
        "location_names": [graph.name_of(Target("location", place), event.date) for place in event.locations],
        "actor_ids": list(dict.fromkeys(part.actor for part in event.actors)),
        "topics": list(event.topics),
        "link": record_link(graph, event),
    }


def _location(graph: Graph, place: Location) -> Value:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "precision": place.precision,
        "location_ids": [place.id, *(whole.id for whole in graph.ancestors(place.id))],
        "geonames": place.geonames,
        "wikidata": place.wikidata,
        "events_here": len(graph.events_at(place.id)),
        "events_somewhere_in": len(graph.events_somewhere_in(place.id)),
        "link": record_link(graph, place),
    }


def _collection(found: Iterable[tuple[Value, Sequence[Point | None]]]) -> bytes:
    """A FeatureCollection with a line for each feature. `properties` hold the id too: many programs drop the other."""
    known = [(properties, list(dict.fromkeys(filter(None, points)))) for properties, points in found]
    every = [point for _, points in known for point in points]
    box = f'"bbox":{json.dumps(box_of(every))},' if every else ""
    lines = ",\n".join(_feature(properties, points) for properties, points in known)
    return f'{{"type":"FeatureCollection",{box}"features":[\n{lines}\n]}}\n'.encode()


def _feature(properties: Value, points: Sequence[Point]) -> str:
    feature = {
        "type": "Feature",
        "id": properties["id"],
        "geometry": _geometry(points),
        "properties": properties,
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _geometry(points: Sequence[Point]) -> Value | None:
    positions = [[longitude, latitude] for latitude, longitude in points]
    match positions:
        case []:
            return None
        case [position]:
            return {"type": "Point", "coordinates": position}
        case _:
            return {"type": "MultiPoint", "coordinates": positions}


def box_of(points: Sequence[Point]) -> list[float]:
    """West, south, east, north of the narrowest box; it may cross the antimeridian, and then west is above east
    (RFC 7946, 5.2).
    """
    latitudes = [latitude for latitude, _ in points]
    longitudes = sorted({longitude for _, longitude in points})
    gaps = [(following - longitude, following, longitude) for longitude, following in pairwise(longitudes)]
    around = (longitudes[0] + 360 - longitudes[-1], longitudes[0], longitudes[-1])
    widest = max([around, *gaps], key=lambda gap: gap[0])
    return [widest[1], min(latitudes), widest[2], max(latitudes)]
