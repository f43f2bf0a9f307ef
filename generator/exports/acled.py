"""`acled.csv`: a row for each event in the columns of ACLED, for those who work with it or UCDP GED.

Columns and codes are those of the ACLED codebook (Raleigh, Kishi and Linke; columns as of March 2023). What ACLED's
coders decide (event types, actor types, civilian targeting, ISO numbers) is left empty, because nobody coded it here.
Behind ACLED's columns stand `date_start`, `date_end` as in UCDP GED, and what this site knows beyond both.

- `time_precision`: 1 the day is known, 2 a week at the most (or a day in doubt), 3 a month at the most. `event_date` is
  then the middle of the time that it may have been, as the codebook has it; of a known span, its first day. What is
  known less well has neither code nor date, for which the codebook has none.
- `geo_precision`: 1 a town or site, 2 a part of a region (a district), 3 a region (a governorate); empty for a country.
- `fatalities`: the codebook's most conservative number, the least that any party gives for `killed`. Of several groups
  it is the largest of these numbers, since groups may hold one another; empty, not 0, where nobody gives a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.exports.changes import changes
from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.reduced_dates import day_text, is_known_to_the_day
from generator.exports.standing import event_total, standing
from generator.exports.tables.column import Cell, Column, Plain, table
from generator.exports.whereabouts import main_place, within
from generator.graph.graph import Graph
from generator.languages.message import message
from generator.model.civil import SECONDS_PER_DAY
from generator.model.figure import Number
from generator.model.moment import Moment
from generator.model.records import Event, Location, LocationKind, Precision
from generator.pages.prose import summary_text

WEEK, MONTH = 7, 31

KILLED = "killed"
"""The measure that `fatalities` is made of."""

GEO_CODES: dict[Precision, int | None] = {
    "site": 1,
    "town": 1,
    "district": 2,
    "governorate": 3,
    "country": None,
}
KIND_PRECISIONS: dict[LocationKind, Precision] = {
    "country": "country",
    "region": "governorate",
    "governorate": "governorate",
    "district": "district",
    "river": "district",
    "body-of-water": "district",
}
"""How exactly a place of such a kind can be known at best; any other kind is a point."""

BETWEEN = "; "

ACLED = Download(
    address="data/acled.csv",
    name=message("Events in the columns of ACLED (CSV)"),
    media_type="text/csv; charset=utf-8; header=present",
    fields=message(
        "A row for each event: date, time_precision and geo_precision (1 to 3, empty for less), actors of both sides, "
        "country, admin1, admin2, point, sources, fatalities (the least reported), then first and last day, grade, address."
    ),
    records=event_total,
)
DOWNLOADS = (ACLED,)


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield from published(graph, ACLED, write)


def write(graph: Graph, _subject: str) -> bytes:
    """The file."""
    return table(graph, COLUMNS, standing(graph).events)


# When


def time_precision(_graph: Graph, event: Event) -> int | None:
    """The code of a date, or nothing where it is known to no month."""
    date = event.date
    if is_known_to_the_day(date) or _is_known_span(date):
        return 1
    days = _days(date)
    if days is None or days > MONTH:
        return None
    return 2 if days <= WEEK else 3


def event_date(graph: Graph, event: Event) -> Plain | None:
    """The first day of what is known to the day; else the middle of the days that it may have been."""
    first, last = event.date.first_day, event.date.last_day
    code = time_precision(graph, event)
    if first is None or code is None:
        return None
    return _day(first if code == 1 or last is None else (first + last) // 2)


def _year(_graph: Graph, event: Event) -> Plain | None:
    """The year, if it is one only."""
    first, last = _day(event.date.first_day), _day(event.date.last_day)
    return (
        Plain(first[:4]) if first and last and (first[:4] == last[:4] or _is_known_span(event.date)) else None
    )


def _is_known_span(date: Moment) -> bool:
    """Whether it is an interval whose first day is known."""
    return date.start is not None and is_known_to_the_day(date.start)


def _days(date: Moment) -> int | None:
    first, last = date.first_day, date.last_day
    return None if first is None or last is None else last - first + 1


def _day(day: int | None) -> Plain | None:
    return Plain(day_text(day)) or None


# Who


def _sides(graph: Graph, event: Event) -> tuple[list[str], list[str]]:
    """Names of those who did something and of those to whom it was done, by the lists that their roles feed."""
    lists = {role.slug: role.list for role in graph.site.roles}
    sides: dict[str, list[str]] = {"did": [], "was-hit": []}
    for part in event.actors:
        side = sides.get(lists.get(part.role, ""))
        if side is not None and standing(graph).has("actor", part.actor):
            side.append(graph.name_on(graph.actor(part.actor), event.date))
    did, was_hit = sides.values()
    return list(dict.fromkeys(did)), [name for name in dict.fromkeys(was_hit) if name not in did]


def _actor(side: int, graph: Graph, event: Event) -> Cell:
    return next(iter(_sides(graph, event)[side]), None)


def _others(side: int, graph: Graph, event: Event) -> Cell:
    return _listed(_sides(graph, event)[side][1:])


# Where


def geo_precision(graph: Graph, event: Event) -> int | None:
    """The code of the event's main place, as exactly as that is known."""
    place = main_place(graph, event)
    if place is None:
        return None
    said = event.location_precision or place.precision or "site"
    codes = [GEO_CODES[said], GEO_CODES[KIND_PRECISIONS.get(place.kind, "site")]]
    return None if None in codes else max(code for code in codes if code is not None)


def _within(kind: LocationKind, graph: Graph, event: Event) -> Cell:
    place = main_place(graph, event)
    found = within(graph, place, kind) if place else None
    return graph.name_on(found, event.date) if found else None


def _place(graph: Graph, event: Event) -> Cell:
    place = main_place(graph, event)
    return graph.name_on(place, event.date) if place else None


def _coordinate(axis: int, graph: Graph, event: Event) -> Cell:
    """With a code for how exactly it is meant, as in ACLED; none where there is no code."""
    place: Location | None = main_place(graph, event)
    known = place is not None and place.coordinates is not None and geo_precision(graph, event) is not None
    return place.coordinates[axis] if known and place and place.coordinates else None


# What is said of it


def fatalities(graph: Graph, event: Event) -> int | None:
    """The least that is said to have been killed."""
    lowers: list[Number] = [
        figure.span.lower
        for figure in graph.comparisons(event)
        if figure.measure == KILLED and figure.span.lower is not None and figure.span.known
    ]
    return int(max(lowers)) if lowers else None


def _sources(graph: Graph, event: Event) -> Cell:
    """Outlets, each once."""
    reports = [article for article in graph.sources_of(event) if standing(graph).has("article", article.id)]
    outlets = dict.fromkeys(article.publisher for article in reports)
    return _listed(graph.actor(outlet).name for outlet in outlets if standing(graph).has("actor", outlet))


def _notes(graph: Graph, event: Event) -> Cell:
    return " ".join(filter(None, [f"{event.title}.", summary_text(graph, event, event.date)]))


def _tags(graph: Graph, event: Event) -> Cell:
    return _listed(graph.topic(topic).title for topic in event.topics if standing(graph).has("topic", topic))


def _timestamp(graph: Graph, event: Event) -> Cell:
    """Seconds since 1970 at the last material change."""
    change = changes(graph).get(event.id)
    return change.day * SECONDS_PER_DAY if change else None


def _part_of(graph: Graph, event: Event) -> Cell:
    return event.part_of if standing(graph).has("event", event.part_of) else None


def _listed(names: Iterable[str]) -> str:
    return BETWEEN.join(names)


def _uncoded(_graph: Graph, _event: Event) -> Cell:
    """What ACLED's coders decide."""
    return None


COLUMNS: tuple[Column[Event], ...] = (
    Column("event_id_cnty", "Permanent id of the event.", lambda _, event: event.id),
    Column("event_date", "Day, or middle of the days that it may have been.", event_date),
    Column("year", "Year, if it is one.", _year),
    Column("time_precision", "1 day, 2 week, 3 month; empty for less.", time_precision),
    Column("disorder_type", "Not coded.", _uncoded),
    Column("event_type", "Not coded.", _uncoded),
    Column("sub_event_type", "Not coded.", _uncoded),
    Column("actor1", "The first of those who did something.", partial(_actor, 0)),
    Column("assoc_actor_1", "The others of that side.", partial(_others, 0)),
    Column("inter1", "Not coded.", _uncoded),
    Column("actor2", "The first of those to whom it was done.", partial(_actor, 1)),
    Column("assoc_actor_2", "The others of that side.", partial(_others, 1)),
    Column("inter2", "Not coded.", _uncoded),
    Column("interaction", "Not coded.", _uncoded),
    Column("civilian_targeting", "Not coded.", _uncoded),
    Column("iso", "Not coded.", _uncoded),
    Column("region", "Not coded.", _uncoded),
    Column("country", "Country.", partial(_within, "country")),
    Column("admin1", "Governorate.", partial(_within, "governorate")),
    Column("admin2", "District.", partial(_within, "district")),
    Column("admin3", "Not known here.", _uncoded),
    Column("location", "Main place.", _place),
    Column("latitude", "Degrees north, as exact as geo_precision says.", partial(_coordinate, 0)),
    Column("longitude", "Degrees east, as exact as geo_precision says.", partial(_coordinate, 1)),
    Column("geo_precision", "1 town or site, 2 district, 3 governorate; empty for less.", geo_precision),
    Column("source", "Outlets.", _sources),
    Column("source_scale", "Not coded.", _uncoded),
    Column("notes", "Title and summary.", _notes),
    Column("fatalities", "The least reported killed; empty where nobody gives a number.", fatalities),
    Column("tags", "Topics.", _tags),
    Column("timestamp", "Last material change, seconds since 1970.", _timestamp),
    Column("date_start", "First day that it may have been.", lambda _, event: _day(event.date.first_day)),
    Column("date_end", "Last day that it may have been.", lambda _, event: _day(event.date.last_day)),
    Column("date_edtf", "The date as exactly as it is known, EDTF.", lambda _, event: event.date),
    Column("status", "Evidence grade.", lambda _, event: event.status),
    Column("part_of", "Id of the event that this one is part of: do not add both.", _part_of),
)
