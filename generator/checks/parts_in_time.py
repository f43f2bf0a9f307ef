"""D307: is every part of an event within the whole?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks.days import earliest, latest
from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.moment import Moment


def parts_in_time(graph: Graph) -> Iterator[Diagnostic]:
    """An event that surely began before the event it is directly part of, or ended after it."""
    for part in graph.events:
        whole_id = next(graph.relations.parts.ancestors(part.id), None)
        if whole_id is None:
            continue
        whole = graph.event(whole_id)
        if _reaches_out(part.date, whole.date):
            yield finding(
                graph,
                "D307",
                part,
                "date",
                f"{part.date.words()} is not within {whole.id}, of which this is part ({whole.date.words()})",
                "correct this date, widen that of the whole, or relate the two by `follows` instead of `part_of`",
                (graph.span(whole, "date"), graph.span(part, "part_of")),
            )


def _reaches_out(part: Moment, whole: Moment) -> bool:
    began, ended = _surely_begun(part), _surely_unended(part)
    opened, closed = earliest(whole), latest(whole)
    too_early = began is not None and opened is not None and began < opened
    too_late = closed is not None and (_goes_on(part) or (ended is not None and ended > closed))
    return too_early or too_late


def _surely_begun(date: Moment) -> int | None:
    """The day by which it had begun: the last possible one of its start."""
    return _of_end(date, date.start, latest)


def _surely_unended(date: Moment) -> int | None:
    """The day before which it cannot have ended: the first possible one of its end."""
    return _of_end(date, date.end, earliest)


def _of_end(date: Moment, end: Moment | None, day_of: Callable[[Moment], int | None]) -> int | None:
    """Of an interval, the day of that end (None: open or unknown); of any other date, its own."""
    if date.is_interval:
        return None if end is None else day_of(end)
    return day_of(date)


def _goes_on(date: Moment) -> bool:
    """`2014-08-18/..`: begun and still going on."""
    return date.is_interval and date.is_open and date.end is None
