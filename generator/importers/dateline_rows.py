"""Rows of Dateline's own tables to front matter. Columns that follow from others (bounds, totals, names of ids) are not read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.graph.gathering import gathered
from generator.importers.foreign_text import plain_markdown
from generator.importers.importer import Named, Value
from generator.importers.rows import Row
from generator.model.records import Kind

_FORMER: Final = re.compile(r"(.+) \(([^()]*)/([^()/]*)\)")
_RELATIONS: Final = ("responds_to", "follows", "denies")

Fields = dict[str, Value]
ById = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Ties:
    """Rows that say more of a record: claims by event, relations by kind and id."""

    claims: ById
    relations: ById

    @classmethod
    def of(cls, claims: Iterable[Row], relations: Iterable[Row]) -> Ties:
        """The two tables, gathered."""
        by_event = [(row.get("event_id"), row) for row in claims]
        by_record = [(f"{row.get('from_kind')}/{row.get('from_id')}", row) for row in relations]
        return cls(
            gathered((key for key, _ in by_event), by_event),
            gathered((key for key, _ in by_record), by_record),
        )

    def related(self, kind: Kind, row: Row, relation: str) -> Iterator[Row]:
        """The ties of a record of that name."""
        found = self.relations.get(f"{kind}/{row.get('id')}", ())
        return (tie for tie in found if tie.get("relation") == relation)


def record_fields(kind: Kind, row: Row, ties: Ties) -> Fields:
    """The front matter of a row."""
    return {"summary": plain_markdown(row.get("summary")).replace("\n", " "), **_FIELDS[kind](row, ties)}


def _named(kind: Kind, record_id: str, name: str = "") -> Value:
    return Named(kind=kind, name=name or record_id, key=record_id, wish=record_id) if record_id else ""


def _all_named(kind: Kind, cell: str) -> tuple[Value, ...]:
    return tuple(_named(kind, record_id.strip()) for record_id in cell.split(";") if record_id.strip())


def _words(row: Row, *columns: str) -> Fields:
    return {column: row.get(column) for column in columns}


def _event(row: Row, ties: Ties) -> Fields:
    return {
        **_words(row, "title", "date", "date_basis", "status", "significance", "location_precision"),
        "locations": _all_named("location", row.get("location_ids")),
        "actors": tuple(_part(part) for part in row.get("actors").split(";") if part),
        "topics": tuple(part for part in row.get("topics").split(";") if part),
        "sources": tuple(_sources(row, ties)),
        "claims": tuple(_claim(claim) for claim in ties.claims.get(row.get("id"), ())),
        "part_of": _named("event", row.get("part_of")),
        **{
            relation: tuple(_named("event", tie.get("to_id")) for tie in ties.related("event", row, relation))
            for relation in _RELATIONS
        },
    }


def _part(cell: str) -> Value:
    actor, _, role = cell.partition(":")
    return {"actor": _named("actor", actor), "role": role}


def _sources(row: Row, ties: Ties) -> Iterator[Value]:
    """What the event cites; by the relations, which tell it from what its claims alone rest on."""
    cited = list(ties.related("event", row, "source"))
    if not ties.relations:
        yield from _all_named("article", row.get("source_ids"))
    for tie in cited:
        article = _named("article", tie.get("to_id"))
        yield {"article": article, "locator": tie.get("detail")} if tie.get("detail") else article


def _claim(row: Row) -> Value:
    return {
        **_words(row, "measure"),
        "group": _named("actor", row.get("group_actor_id"), row.get("group")) or row.get("group"),
        **_words(row, "figure"),
        "claimed_by": _named("actor", row.get("claimed_by"), row.get("claimed_by_name")),
        "source": _named("article", row.get("source_id")),
        **_words(row, "as_of", "scope", "stance"),
    }


def _article(row: Row, _ties: Ties) -> Fields:
    return {
        **_words(row, "title", "published", "byline", "type", "language", "url", "retrieved"),
        "publisher": _named("actor", row.get("publisher_id"), row.get("publisher")),
        "agency": _named("actor", row.get("agency_id")),
        "based_on": _all_named("article", row.get("based_on")),
        "archived": tuple({"url": url} for url in row.get("archived").split()),
    }


def _actor(row: Row, ties: Ties) -> Fields:
    offices = (
        {
            "in": _named("actor", tie.get("to_id")),
            "as": tie.get("detail"),
            "from": tie.get("since"),
            "to": tie.get("until"),
            "source": _named("article", tie.get("source_id")),
        }
        for tie in ties.related("actor", row, "office")
    )
    return {
        **_words(row, "name", "kind", "born", "died", "founded", "dissolved", "wikidata"),
        **_spellings(row),
        "part_of": _named("actor", row.get("part_of")),
        "roles": tuple(offices),
    }


def _location(row: Row, _ties: Ties) -> Fields:
    north, east = row.get("latitude"), row.get("longitude")
    return {
        **_words(row, "name", "kind", "precision", "geonames", "wikidata"),
        **_spellings(row),
        "part_of": _named("location", row.get("part_of")),
        "coordinates": (north, east) if north or east else (),
    }


def _spellings(row: Row) -> Fields:
    names = (part.partition(": ") for part in row.get("names").split("; ") if part)
    former = (part for part in row.get("former_names").split("; ") if part)
    return {
        "names": {language: text for language, _, text in names},
        "aliases": tuple(part for part in row.get("aliases").split("; ") if part),
        "former_names": tuple(map(_former, former)),
    }


def _former(text: str) -> Value:
    match = _FORMER.fullmatch(text)
    if match is None:
        return text
    return {"name": match[1], "from": match[2].removeprefix(".."), "until": match[3].removeprefix("..")}


_FIELDS: Final[Mapping[Kind, Callable[[Row, Ties], Fields]]] = {
    "event": _event,
    "article": _article,
    "actor": _actor,
    "location": _location,
}
