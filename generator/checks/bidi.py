"""D320: does any name carry unseen characters that reorder the text around it?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.finding import finding
from generator.checks.shelf import every_record
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.names import bidi_controls
from generator.model.records import Actor, AnyRecord, Article, Event, Location, label_of


class Label(NamedTuple):
    """A short text that is shown among others, and the field that holds it."""

    field: str
    text: str


def bidi_in_names(graph: Graph) -> Iterator[Diagnostic]:
    """A title, name, alias, byline, address, office or group with a character that steers direction (Unicode
    property Bidi_Control: overrides, embeddings, isolates, marks), once for each field.

    Pages isolate every name, so none is needed; one can make a reader see another name, or `gpj.exe` as `exe.jpg`.
    Joiners (ZWJ, ZWNJ), which Persian and other scripts are spelt with, steer nothing and are no finding.
    """
    for record in every_record(graph):
        for label in _labels(record):
            controls = bidi_controls(label.text) if not label.text.isascii() else []
            if controls:
                letter = label.text[controls[0]]
                yield finding(
                    graph,
                    "D320",
                    record,
                    label.field,
                    f"an unseen U+{ord(letter):04X} at character {controls[0] + 1} steers the direction of the text",
                    "delete it and type the words again: names are set apart from the text around them without it",
                )


def _labels(record: AnyRecord) -> Iterator[Label]:
    yield Label("name" if isinstance(record, Actor | Location) else "title", label_of(record))
    if isinstance(record, Actor | Location):
        yield from _names(record)
    if isinstance(record, Actor):
        yield from (Label(f"roles.{at}.as", office.title) for at, office in enumerate(record.roles))
    if isinstance(record, Article):
        yield Label("byline", record.byline)
        yield Label("url", record.url)
    if isinstance(record, Event):
        yield from (Label(f"claims.{at}.group", claim.group) for at, claim in enumerate(record.claims))


def _names(record: Actor | Location) -> Iterator[Label]:
    yield from (Label(f"aliases.{at}", alias) for at, alias in enumerate(record.aliases))
    yield from (Label(f"names.{name.language}", name.text) for name in record.names)
    yield from (
        Label(f"former_names.{at}.name", former.name) for at, former in enumerate(record.former_names)
    )
