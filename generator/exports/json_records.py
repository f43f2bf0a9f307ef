"""`data/events.json`, `actors.json`, `locations.json`, `articles.json` (RFC 8259) and `schema.json`, which describes them.

Each file is one object; every record of it stands on a line of its own, its fields in the order of its table. What was
withdrawn is not among the records: it is named in `withdrawn`, with what the ledger says of it and nothing more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.exports.download import Download, published
from generator.exports.file import FileOutput
from generator.exports.links import link_to, record_link
from generator.exports.records import values
from generator.exports.records.field import Field
from generator.exports.records.schema import LISTS, schema
from generator.exports.records.values import Value
from generator.exports.standing import actor_total, article_total, event_total, location_total, standing
from generator.graph.graph import Graph
from generator.graph.withdrawal import withdrawal
from generator.languages.message import message
from generator.model.records import AnyRecord, Kind, kind_of, label_of

MEDIA_TYPE = "application/json"

SCHEMA = Download(
    address="data/schema.json",
    name=message("Schema of the JSON files"),
    media_type="application/schema+json",
    fields=message("What each field of the JSON files means and may hold, as JSON Schema."),
)

RECORDS = (
    Download(
        address="data/events.json",
        name=message("Events"),
        media_type=MEDIA_TYPE,
        fields=message(
            "Everything said of each event: date with bounds, places, actors and roles, claims side by side, statements, "
            "sources and how many are independent, relations both ways, corrections."
        ),
        records=event_total,
        bodies=("event",),
    ),
    Download(
        address="data/actors.json",
        name=message("Actors"),
        media_type=MEDIA_TYPE,
        fields=message(
            "Names in every language and of the past, kind, offices and members with dates, events with roles, who "
            "appears with whom."
        ),
        records=actor_total,
        bodies=("actor",),
    ),
    Download(
        address="data/locations.json",
        name=message("Places"),
        media_type=MEDIA_TYPE,
        fields=message(
            "Names, coordinates and how exactly they are meant, what lies in what, events here and somewhere in it, "
            "totals that never count twice."
        ),
        records=location_total,
        bodies=("location",),
    ),
    Download(
        address="data/articles.json",
        name=message("Sources"),
        media_type=MEDIA_TYPE,
        fields=message(
            "Headline, outlet, date, agency, language, addresses and archived copies, what it is based on, and the "
            "events that rest on it."
        ),
        records=article_total,
        bodies=("article",),
    ),
)

DOWNLOADS = (*RECORDS, SCHEMA)

KINDS: dict[str, Kind] = {
    "events": "event",
    "actors": "actor",
    "locations": "location",
    "articles": "article",
}


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """A file for each kind of record, and the schema."""
    for subject, download in zip(LISTS, RECORDS, strict=True):
        yield from published(graph, download, write, subject)
    yield from published(graph, SCHEMA, write_schema)


def write(graph: Graph, subject: str) -> bytes:
    """The file of the list `subject`."""
    head = _text({"schema": link_to(graph, SCHEMA.address), "site": _site(graph)}).removesuffix("}")
    records = _lines(_record(graph, LISTS[subject], record) for record in getattr(standing(graph), subject))
    gone = [record for record in graph.withdrawn() if kind_of(record) == KINDS[subject] and not record.draft]
    withdrawn = _lines(_withdrawn(graph, record) for record in gone)
    return b"".join((f'{head},\n"{subject}":'.encode(), records, b',\n"withdrawn":', withdrawn, b"}\n"))


def write_schema(graph: Graph, _subject: str) -> bytes:
    """The schema."""
    return f"{json.dumps(schema(link_to(graph, SCHEMA.address)), ensure_ascii=False, indent=1)}\n".encode()


def _record(graph: Graph, fields: Iterable[Field[Any]], record: AnyRecord) -> Value:
    return {field.name: field.value(graph, record) for field in fields}


def _withdrawn(graph: Graph, record: AnyRecord) -> Value:
    line = withdrawal(record)
    return {
        "id": record.id,
        "link": record_link(graph, record),
        "title": label_of(record),
        "withdrawn": {"date": values.moment(line.date), "why": line.why} if line else None,
        "corrections": values.corrections(graph, record),
        "former_ids": list(record.former_ids),
    }


def _site(graph: Graph) -> Value:
    site = graph.site
    return {
        "title": site.title,
        "link": link_to(graph, "") or "./",
        "language": site.language,
        "licence": site.licence,
        "author": site.author,
    }


def _lines(records: Iterable[Value]) -> bytes:
    """A list with a line for each record. As bytes: one Arabic letter makes a text of fifty megabytes take a hundred."""
    lines = b",\n".join([_text(record).encode() for record in records])
    return b"[\n%s\n]" % lines if lines else b"[]"


def _text(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
