"""`search/texts-1.js` …: the text of every record in plain words, which a search loads when it is asked to.

A record's place is told by its name alone (CRC-32), so an edit makes one of the files again and no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast
from zlib import crc32

from generator.exports.file import FileOutput
from generator.exports.script_file import script_file
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.graph.traced import untraced
from generator.model.addresses import record_address
from generator.model.records import AnyRecord, Event, Kind, kind_of
from generator.pages.prose import body_text, summary_text

SHELF = 512
"""Records in one file, about."""


def outputs(graph: Graph) -> Iterator[FileOutput]:
    """The files; each one's subject names its records."""
    for address, shelf in zip(addresses(graph), _shelves(graph), strict=True):
        yield FileOutput(address=address, write=write, subject=" ".join([address, *shelf]))


def addresses(graph: Graph) -> Iterator[str]:
    """The addresses of all files."""
    return (f"search/texts-{number}.js" for number in range(1, _total(_records(graph)) + 1))


def write(graph: Graph, subject: str) -> bytes:
    """One file: the address of each record that has any text, and that text."""
    address, *names = subject.split(" ")
    records = (_record(graph, name) for name in names)
    told = ((record, _text(graph, record)) for record in records)
    return script_file(
        address, {record_address(kind_of(record), record.id): text for record, text in told if text}
    )


def _records(graph: Graph) -> tuple[AnyRecord, ...]:
    graph = untraced(graph)
    stands = standing(graph)
    pages = tuple(page for page in graph.pages if not page.draft)
    return (*stands.events, *stands.articles, *stands.actors, *stands.locations, *stands.topics, *pages)


def _total(records: tuple[AnyRecord, ...]) -> int:
    """A power of two: a site that grows moves its records seldom."""
    return 1 << max(0, (len(records) - 1) // SHELF).bit_length()


def _shelves(graph: Graph) -> list[list[str]]:
    """The names of the records of each file (`event/tabqa-falls`), in the order of the graph."""
    records = _records(graph)
    shelves: list[list[str]] = [[] for _ in range(_total(records))]
    for record in records:
        name = f"{kind_of(record)}/{record.id}"
        shelves[crc32(name.encode()) % len(shelves)].append(name)
    return shelves


def _record(graph: Graph, name: str) -> AnyRecord:
    kind, _, record_id = name.partition("/")
    return cast(AnyRecord, graph.find(cast(Kind, kind), record_id))


def _text(graph: Graph, record: AnyRecord) -> str:
    """Summary, body, and what an event adds in fields of its own; names are those of its day."""
    on = record.date if isinstance(record, Event) else None
    parts = [summary_text(graph, record, on), body_text(graph, record, on)]
    if isinstance(record, Event):
        parts += [record.date_basis, *(statement.text for statement in record.statements)]
    return " ".join(part for part in parts if part)
