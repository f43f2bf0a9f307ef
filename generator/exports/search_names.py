"""`search/names.js` and `search/titles.js`: what a search looks at first, names of who and where, then titles.

Two files, because names answer as one types: they are a tenth of the titles. A record is an array; another record is named
in it by its place in its list. The text of the records is in files of its own (`search_texts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.exports.file import FileOutput
from generator.exports.script_file import Value, script_file
from generator.exports.search_texts import addresses
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.namebook import names_of
from generator.graph.traced import recorded
from generator.model.addresses import FOLDERS
from generator.model.civil import civil_of
from generator.model.moment import Moment
from generator.model.records import Actor, AnyRecord, Article, Event, Location, label_of
from generator.pages.dates import month_words, short_date
from generator.pages.wording import ACTOR_KIND_WORDS, LOCATION_KIND_WORDS, grade_of

NAMES = "search/names.js"
TITLES = "search/titles.js"

Places = Mapping[str, int]
"""Ids to places in a list."""

Row = list[object]

MONTHS = 12


def outputs(_graph: Graph) -> Iterator[FileOutput]:
    """Both files."""
    yield FileOutput(address=NAMES, write=write_names, whole=True)
    yield FileOutput(address=TITLES, write=write_titles, whole=True)


def write_names(graph: Graph, _subject: str) -> bytes:
    """Who, where and what it is about: id, name, other names, what it is; of a place also what it is part of."""
    graph = recorded(graph)
    stands = standing(graph)
    places = _places(stands.locations)
    pages = [page for page in graph.pages if not page.draft]
    value: Value = {
        "folders": FOLDERS,
        "actor": [
            [*_named(actor), language_of(graph).say(ACTOR_KIND_WORDS[actor.kind][0])]
            for actor in stands.actors
        ],
        "location": [_location(graph, place, places) for place in stands.locations],
        "topic": [[*_named(topic), ""] for topic in stands.topics],
        "page": [[*_named(page), ""] for page in pages],
        "texts": list(addresses(graph)),
    }
    return script_file(NAMES, value)


def write_titles(graph: Graph, _subject: str) -> bytes:
    """Events and articles: id, title, titles in other languages, date in words, month, then who and where."""
    graph = recorded(graph)
    stands = standing(graph)
    actors, places = _places(stands.actors), _places(stands.locations)
    months = {_month(record.date) for record in stands.events}
    months |= {_month(record.published) for record in stands.articles}
    value: Value = {
        "months": [[month, _month_words(graph, month)] for month in sorted(filter(None, months))],
        "event": [_event(graph, event, actors, places) for event in stands.events],
        "article": [_article(graph, article, actors) for article in stands.articles],
    }
    return script_file(TITLES, value)


def _named(record: AnyRecord) -> Row:
    """Id, name, and every other name there is, each once, as written."""
    name = label_of(record)
    others = dict.fromkeys([*names_of(record), *_translated(record)])
    return [record.id, name, [other for other in others if other != name]]


def _translated(record: AnyRecord) -> Iterator[str]:
    return (translation.title for translation in record.translations if translation.title)


def _location(graph: Graph, place: Location, places: Places) -> Row:
    return [
        *_named(place),
        language_of(graph).say(LOCATION_KIND_WORDS[place.kind]),
        places.get(place.part_of, -1),
    ]


def _event(graph: Graph, event: Event, actors: Places, places: Places) -> Row:
    grade = "" if event.status == "confirmed" else grade_of(graph, event.status).label
    parties = dict.fromkeys(part.actor for part in event.actors)
    return [
        event.id,
        event.title,
        list(_translated(event)),
        short_date(graph, event.date).words,
        _month(event.date),
        _found(parties, actors),
        _found(event.locations, places),
        grade,
    ]


def _article(graph: Graph, article: Article, actors: Places) -> Row:
    return [
        article.id,
        article.title,
        list(_translated(article)),
        short_date(graph, article.published).words,
        _month(article.published),
        _found(filter(None, (article.publisher, article.agency)), actors),
    ]


def _places(records: Iterable[Actor | Location]) -> Places:
    return {record.id: number for number, record in enumerate(records)}


def _found(ids: Iterable[str], places: Places) -> list[int]:
    return [places[record_id] for record_id in ids if record_id in places]


def _month(date: Moment) -> int:
    """Months since January of the year 0; 0 for a date of which no beginning is known."""
    if date.first_day is None:
        return 0
    year, month, _ = civil_of(date.first_day)
    return year * MONTHS + month - 1


def _month_words(graph: Graph, month: int) -> str:
    year, before = divmod(month, MONTHS)
    return month_words(graph, year, before + 1)
