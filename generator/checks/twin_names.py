"""D314: are two actors, or two locations, one?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.names import fold
from generator.model.records import Actor, Location, kind_of

Party = TypeVar("Party", Actor, Location)


class Spelling(NamedTuple):
    """A name of a record as written, and the field that holds it."""

    field: str
    text: str


def twin_names(graph: Graph) -> Iterator[Diagnostic]:
    """Two actors, or two locations, of which a name, alias or name in a language folds alike (`names.fold`).

    The later record is found, in the order of ids, once for each earlier one. A part may be called like its whole: the
    city in the governorate of its name, the ministry in its government. Former names may be anybody's by now.
    """
    yield from _twins(graph, graph.actors)
    yield from _twins(graph, graph.locations)


def _twins(graph: Graph, records: Sequence[Party]) -> Iterator[Diagnostic]:
    bearers: dict[str, list[Party]] = {}
    for record in sorted(records, key=lambda record: record.id):
        told: set[str] = set()
        for name, spelling in _spellings(record).items():
            earlier = bearers.setdefault(name, [])
            twin = next((other for other in earlier if not _is_within(graph, record, other)), None)
            if twin and twin.id not in told:
                told.add(twin.id)
                yield _finding(graph, record, spelling, twin, _spellings(twin)[name])
            earlier.append(record)


def _spellings(record: Actor | Location) -> dict[str, Spelling]:
    """The folded names of the record with the first spelling of each."""
    spellings = [Spelling("name", record.name)]
    spellings += [Spelling(f"aliases.{at}", alias) for at, alias in enumerate(record.aliases)]
    spellings += [Spelling(f"names.{name.language}", name.text) for name in record.names]
    return {name: spelling for spelling in reversed(spellings) if (name := fold(spelling.text))}


def _is_within(graph: Graph, one: Actor | Location, other: Actor | Location) -> bool:
    """Whether one of the two is part of the other, however deep."""
    return other.id in _wholes(graph, one) or one.id in _wholes(graph, other)


def _wholes(graph: Graph, record: Actor | Location) -> Iterator[str]:
    tree = graph.gazetteer.tree if isinstance(record, Location) else graph.parties.tree
    return tree.ancestors(record.id)


def _finding(
    graph: Graph, record: Actor | Location, spelling: Spelling, twin: Actor | Location, other: Spelling
) -> Diagnostic:
    where = "" if other.text == spelling.text else f', as "{other.text}"'
    return finding(
        graph,
        "D314",
        record,
        spelling.field,
        f'"{spelling.text}" is also a name of {twin.id}{where}',
        f"if they are one {kind_of(record)}, keep one record and give it `former_ids: [the other's id]`; if they are "
        "two, take the shared name from one of them, or accept D314 and say what tells them apart",
        (graph.span(twin, other.field),),
    )
