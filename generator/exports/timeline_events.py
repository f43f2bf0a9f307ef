"""`timeline/events.js`: what the time axis of `/timeline/` draws, and the list beside it says.

An event is an array: id, title, first and last civil day (null for an end that is not known), date in words, shape,
significance, grade, then places, actors and topics by their numbers in the lists before it. No summary and no text: the file is
for ten thousand events as for ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.exports.file import FileOutput
from generator.exports.script_file import Value, script_file
from generator.exports.standing import Standing, standing
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.traced import recorded
from generator.model.records import SIGNIFICANCES, STATUSES, Event, Location
from generator.pages.cards import shape_of
from generator.pages.dates import short_date

ADDRESS = "timeline/events.js"

SHAPES = ("point", "span", "unsure")

Numbers = Mapping[str, int]


def outputs(_graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield FileOutput(address=ADDRESS, write=write, whole=True)


def write(graph: Graph, _subject: str) -> bytes:
    """Events in timeline order, after what they name."""
    stands = standing(recorded(graph))
    used = {part.actor for event in stands.events for part in event.actors}
    actors = [actor for actor in stands.actors if actor.id in used]
    places = _places(stands)
    topics = {topic.id: topic.title for topic in stands.topics}
    numbers = (
        _numbers(place.id for place in places),
        _numbers(actor.id for actor in actors),
        _numbers(topics),
    )
    where = numbers[0]
    value: Value = {
        "months": language_of(graph).conventions.short_months,
        "place": [[place.id, place.name, where.get(place.part_of, -1)] for place in places],
        "actor": [[actor.id, actor.name] for actor in actors],
        "topic": [[topic, title] for topic, title in topics.items()],
        "event": [_event(graph, event, *numbers) for event in stands.events],
    }
    return script_file(ADDRESS, value)


def _event(graph: Graph, event: Event, places: Numbers, actors: Numbers, topics: Numbers) -> list[object]:
    date = event.date
    unsure = date.is_interval and (date.approximate or date.uncertain)
    return [
        event.id,
        event.title,
        date.first_day,
        date.last_day,
        short_date(graph, date).words,
        SHAPES.index(shape_of(date)) + (len(SHAPES) if unsure else 0),
        SIGNIFICANCES.index(event.significance),
        STATUSES.index(event.status),
        _found(event.locations, places),
        _found((part.actor for part in event.actors), actors),
        _found(event.topics, topics),
    ]


def _places(stands: Standing) -> list[Location]:
    """The places of events, and all that they are part of."""
    by_id = {place.id: place for place in stands.locations}
    used: set[str] = set()
    for event in stands.events:
        for place_id in event.locations:
            step = place_id
            while step in by_id and step not in used:
                used.add(step)
                step = by_id[step].part_of
    return [place for place in stands.locations if place.id in used]


def _numbers(ids: Iterable[str]) -> Numbers:
    return {record_id: number for number, record_id in enumerate(ids)}


def _found(ids: Iterable[str], numbers: Numbers) -> list[int]:
    return [numbers[record_id] for record_id in dict.fromkeys(ids) if record_id in numbers]
