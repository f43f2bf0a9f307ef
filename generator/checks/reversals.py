"""D306: does anything end before it begins?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from generator.checks.days import earliest, latest
from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.moment import Moment
from generator.model.records import Actor, Location


class Stretch(NamedTuple):
    """Two dates of one record that belong together; `field` is that of the end."""

    field: str
    start: Moment | None
    end: Moment | None


def reversed_spans(graph: Graph) -> Iterator[Diagnostic]:
    """A life, an office or the use of a name that surely ended before it began: its last possible day is before the
    first possible day of its beginning.
    """
    records: Iterator[Actor | Location] = chain(graph.actors, graph.locations)
    for record in records:
        for stretch in _stretches(record):
            if stretch.start and stretch.end and _is_before(stretch.end, stretch.start):
                yield finding(
                    graph,
                    "D306",
                    record,
                    stretch.field,
                    f"it ends {stretch.end.words()}, before it begins {stretch.start.words()}",
                    "correct one of the two dates",
                )


def _stretches(record: Actor | Location) -> Iterator[Stretch]:
    for index, former in enumerate(record.former_names):
        yield Stretch(f"former_names.{index}.until", former.since, former.until)
    if isinstance(record, Actor):
        yield Stretch("died", record.born, record.died)
        yield Stretch("dissolved", record.founded, record.dissolved)
        for index, office in enumerate(record.roles):
            yield Stretch(f"roles.{index}.to", office.since, office.until)


def _is_before(end: Moment, start: Moment) -> bool:
    last, first = latest(end), earliest(start)
    return last is not None and first is not None and last < first
