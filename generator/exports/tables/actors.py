"""`actors.csv`: a row for each actor."""

from __future__ import annotations

from generator.exports.links import record_link
from generator.exports.tables.column import Column
from generator.graph.graph import Graph
from generator.model.records import Actor, Location
from generator.pages.prose import summary_text


def names_cell(_graph: Graph, record: Actor | Location) -> str:
    """`ar: الرقة; ckb: ڕەقە`."""
    return "; ".join(f"{name.language}: {name.text}" for name in record.names)


def aliases_cell(_graph: Graph, record: Actor | Location) -> str:
    """Other spellings."""
    return "; ".join(record.aliases)


def former_names_cell(_graph: Graph, record: Actor | Location) -> str:
    """`ISIL (2013-04/2014-06-28)`: each with the time of its use as EDTF, `..` where an end is not known."""
    return "; ".join(
        f"{name.name} ({name.since or '..'}/{name.until or '..'})" for name in record.former_names
    )


def _event_total(graph: Graph, actor: Actor) -> int:
    return len({event.id for event, _ in graph.events_of(actor.id)})


COLUMNS: tuple[Column[Actor], ...] = (
    Column("id", "permanent id", lambda _, actor: actor.id),
    Column("name", "the name that the site uses", lambda _, actor: actor.name),
    Column("kind", "what it is", lambda _, actor: actor.kind),
    Column("summary", "one or two sentences", summary_text),
    Column("names", "`language: name` for each language", names_cell),
    Column("aliases", "other spellings", aliases_cell),
    Column("former_names", "`name (from/until)` for each", former_names_cell),
    Column("part_of", "id of the actor it is part of", lambda _, actor: actor.part_of),
    Column("born", "EDTF", lambda _, actor: actor.born),
    Column("died", "EDTF", lambda _, actor: actor.died),
    Column("founded", "EDTF", lambda _, actor: actor.founded),
    Column("dissolved", "EDTF", lambda _, actor: actor.dissolved),
    Column("wikidata", "Wikidata id", lambda _, actor: actor.wikidata),
    Column("events", "how many events it takes part in", _event_total),
    Column(
        "articles", "how many articles it published", lambda graph, actor: len(graph.published_by(actor.id))
    ),
    Column("corrections", "how many lines of the ledger it has", lambda _, actor: len(actor.corrections)),
    Column("link", "its page", record_link),
)
"""In the order of the file."""
