"""Values that records share, as JSON: moments with bounds and words, figures, references, names, the ledger's lines."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from generator.exports.links import link_to, with_links
from generator.graph.graph import Graph
from generator.graph.values import Target
from generator.model.civil import civil_of, year_text
from generator.model.figure import Figure, Number
from generator.model.moment import Moment
from generator.model.record_parts import Correction, FormerName, Media
from generator.model.records import Actor, AnyRecord, Kind, Location, label_of
from generator.pages.prose import body_html, summary_text

Value = dict[str, object]

REMEMBERED = 65_536
"""Moments and figures whose values are kept: a site repeats its dates."""


@lru_cache(maxsize=REMEMBERED)
def moment(value: Moment | None) -> Value | None:
    """A date as written, in words, and as the days between which it lies."""
    if value is None:
        return None
    return {
        "edtf": value.text,
        "words": value.words(),
        "earliest": iso_day(value.first_day),
        "latest": iso_day(value.last_day),
        "precision": value.precision,
        "approximate": value.approximate,
        "uncertain": value.uncertain,
    }


def iso_day(day: int | None) -> str | None:
    """A civil day as ISO 8601 writes it."""
    if day is None:
        return None
    year, month, day_of_month = civil_of(day)
    return f"{year_text(year)}-{month:02d}-{day_of_month:02d}"


@lru_cache(maxsize=REMEMBERED)
def figure(value: Figure) -> Value:
    """A figure as said, in words, and as bounds."""
    return {
        "text": str(value),
        "words": value.words(),
        "lower": number(value.lower),
        "upper": number(value.upper),
        "approximate": value.approximate,
    }


def number(value: Number | None) -> int | float | None:
    """A bound, as JSON can write it."""
    return float(value) if isinstance(value, Decimal) else value


def reference(graph: Graph, kind: Kind, record_id: str, on: Moment | None = None) -> Value:
    """A record by id, with its title or the name that was valid on the day `on`."""
    return {"id": record_id, "name": graph.name_of(Target(kind, record_id), on)}


def maybe(graph: Graph, kind: Kind, record_id: str, on: Moment | None = None) -> Value | None:
    """A record by id; None for no id."""
    return reference(graph, kind, record_id, on) if record_id else None


def references(records: Iterable[AnyRecord]) -> list[Value]:
    """Records of one kind by id, with the titles and names of today; each once."""
    by_id = {record.id: record for record in records}  # of one kind; hashing whole records takes long
    return [{"id": record_id, "name": label_of(record)} for record_id, record in by_id.items()]


def by_ids(graph: Graph, kind: Kind, ids: Iterable[str]) -> list[Value]:
    """Records of a kind by their ids."""
    return [reference(graph, kind, record_id) for record_id in ids]


def mentions(graph: Graph, record: AnyRecord) -> list[Value]:
    """What the record's summary and body mention, in order, each once."""
    found = (*graph.summary_targets(record), *graph.targets(record))
    return targets(target for target in found if target)


def mentioned_by(graph: Graph, kind: Kind, record: AnyRecord) -> list[Value]:
    """The records that mention this one."""
    return targets(Target(link.kind, link.id) for link in graph.backlinks(kind, record.id))


def targets(found: Iterable[Target]) -> list[Value]:
    """Kinds and ids, each once."""
    return [{"kind": target.kind, "id": target.id} for target in dict.fromkeys(found)]


def summary(graph: Graph, record: AnyRecord, on: Moment | None = None) -> str:
    """The summary in plain words."""
    return summary_text(graph, record, on)


def body(graph: Graph, record: AnyRecord, on: Moment | None = None) -> str:
    """The body as HTML with links that lead to the site."""
    return with_links(graph, body_html(graph, record, on))


def names(record: Actor | Location) -> list[Value]:
    """Names in languages."""
    return [{"language": name.language, "name": name.text} for name in record.names]


def former_names(found: Iterable[FormerName]) -> list[Value]:
    """Names of the past with their dates."""
    return [{"name": name.name, "from": moment(name.since), "until": moment(name.until)} for name in found]


def media(graph: Graph, found: Iterable[Media]) -> list[Value]:
    """Pictures by link."""
    return [
        {
            "link": link_to(graph, one.file) if one.file else one.url,
            "alt": one.alt,
            "credit": one.credit,
            "licence": one.licence,
            "graphic": one.graphic,
        }
        for one in found
    ]


def corrections(graph: Graph, record: AnyRecord) -> list[Value]:
    """The record's lines of the ledger, as written."""
    return [correction(graph, line) for line in record.corrections]


def correction(graph: Graph, line: Correction) -> Value:
    """One line of the ledger."""
    return {
        "date": moment(line.date),
        "what": line.what,
        "was": line.was,
        "now": line.now,
        "why": line.why,
        "source": maybe(graph, "article", line.source),
    }
