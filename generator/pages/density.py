"""The density strip: how many events begin in each week, as bars of a picture. The list of months says the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.civil import civil_of
from generator.pages.dates import day_date, month_page
from generator.pages.wording import event_count

MOST_BARS = 160
"""Bars that a strip has room for; a longer timeline gets bars of several weeks."""

LONGEST_GAP = 12
"""Empty bars in a row that are drawn as they are; a longer silence is drawn as a break of `BREAK` bars."""

BREAK = 4

BAR, GAP, HEIGHT, FOOT = 6, 2, 64, 14
"""Units of the picture: width of a bar and the space after it; height of the highest; room for years below."""

ROOM = 24
"""Width of a year's label."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it stands, how high it is, how much of it are key events, and the month of its first
    event, which it leads to.
    """

    x: int
    y: int
    height: int
    key_y: int
    key_height: int
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The first bar of a year."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture. `unit` says what a bar is: `week`, or `3 weeks`; `gaps` is where time is left out."""

    width: int
    height: int
    baseline: int
    bar: int
    unit: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    gaps: tuple[int, ...]


def strip(graph: Graph) -> Strip | None:
    """The strip from the first event's week to the last one's; None where all begin on one day."""
    dated = ((event.date.first_day, event.significance == "key") for event in graph.events)
    days = [(day, key) for day, key in dated if day is not None]
    if len({day for day, _ in days}) <= 1:
        return None
    first = min(day for day, _ in days)
    first -= (first + 3) % 7  # back to the Monday: day 0 is a Thursday
    step = _weeks_per_bar(sorted({(day - first) // 7 for day, _ in days}))
    counts = Counter((day - first) // (7 * step) for day, _ in days)
    keys = Counter((day - first) // (7 * step) for day, key in days if key)
    columns, gaps = _columns(sorted(counts))
    top = max(counts.values())
    starts = {place: first + place * 7 * step for place in counts}
    firsts = {(day - first) // (7 * step): day for day, _ in sorted(days, reverse=True)}
    return Strip(
        (max(columns.values()) + 1) * (BAR + GAP),
        HEIGHT + FOOT,
        HEIGHT,
        BAR,
        language_of(graph).say("week")
        if step == 1
        else language_of(graph).count(step, "{count} week", "{count} weeks"),
        tuple(
            _bar(
                graph,
                columns[place],
                counts[place],
                keys[place],
                top,
                starts[place],
                month_page(firsts[place]),
            )
            for place in sorted(counts)
        ),
        _marks(graph, [(columns[place], starts[place]) for place in sorted(counts)]),
        tuple(gap * (BAR + GAP) for gap in gaps),
    )


def _weeks_per_bar(weeks: list[int]) -> int:
    """The fewest weeks a bar can stand for, so that all bars fit."""
    step = 1
    while max(_columns(sorted({week // step for week in weeks}))[0].values()) >= MOST_BARS:
        step += 1
    return step


def _columns(places: list[int]) -> tuple[dict[int, int], list[int]]:
    """The column of each place that has events, long silences drawn together, and the columns of the breaks."""
    columns = {places[0]: 0}
    gaps = []
    for before, place in pairwise(places):
        column = columns[before] + place - before
        if place - before > LONGEST_GAP:
            column = columns[before] + BREAK
            gaps.append(column - BREAK // 2)
        columns[place] = column
    return columns, gaps


def _bar(graph: Graph, column: int, events: int, keys: int, top: int, day: int, month: str) -> Bar:
    height = max(3, HEIGHT * events // top)
    key_height = max(2, HEIGHT * keys // top) if keys else 0
    label = language_of(graph).say(
        "{events} from {day}", events=event_count(graph, events), day=day_date(graph, day).words
    )
    x = column * (BAR + GAP)
    return Bar(x, HEIGHT - height, height, HEIGHT - key_height, key_height, label, month)


def _marks(graph: Graph, columns: list[tuple[int, int]]) -> tuple[Mark, ...]:
    """The first bar of each year that is not too near the mark before it."""
    found: list[Mark] = []
    for column, day in columns:
        label = language_of(graph).digits(str(civil_of(day + 6)[0]))
        if not found or (label != found[-1].label and column * (BAR + GAP) - found[-1].x > ROOM):
            found.append(Mark(column * (BAR + GAP), label))
    return tuple(found)
