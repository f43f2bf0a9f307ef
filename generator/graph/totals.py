"""Figures of many events added, by measure and group, so that nothing is counted twice.

Events are taken once each, in timeline order; of a withdrawn one there are no figures. Of their comparisons of one
measure and group a total leaves out, and names with the first reason that holds:

1. `unknown-figure`: no figure stands;
2. `part-of-whole`: an event that this one is part of, however far up, is among the events and counts a figure of this
   measure and group (or is itself left out as part of one that does);
3. `overlapping-scope`: a wider comparison of the same event covers some of the same time. Widest first (endless ones
   foremost), then earliest, then as written, each that overlaps none taken before it is taken.

Measures with `totals: false` have no total at all. What is left is added: minimum to minimum and maximum to maximum (`figure.add`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from generator.graph.figures import UNKNOWN, Figures, GroupKey, key_of
from generator.graph.order import timeline_key
from generator.graph.tree import Tree
from generator.graph.values import Comparison, Counted, LeftOut, LeftOutReason, Total
from generator.model.figure import add
from generator.model.moment import Moment
from generator.model.records import Event

Key = tuple[str, GroupKey]
Entry = tuple[Event, Comparison]


def add_up(figures: Figures, parts: Tree, events: Iterable[Event]) -> tuple[Total, ...]:
    """The totals of the events, by measure in the order of the vocabulary, then by group: actors first, then words."""
    once = sorted({event.id: event for event in events}.values(), key=timeline_key)
    entries: dict[Key, dict[str, list[Entry]]] = {}
    for event in once:
        for comparison in figures.comparisons(event):
            if comparison.measure in figures.never_added:
                continue
            entries.setdefault(key_of(comparison), {}).setdefault(event.id, []).append((event, comparison))
    keys = sorted(entries, key=lambda key: (figures.measures.get(key[0], len(figures.measures)), key))
    return tuple(_total(entries[key], parts) for key in keys)


def _total(of_events: Mapping[str, list[Entry]], parts: Tree) -> Total:
    counting = {
        event_id
        for event_id, entries in of_events.items()
        if any(comparison.span.known for _, comparison in entries)
    }
    counted: list[Counted] = []
    left_out: list[LeftOut] = []
    for event_id, entries in of_events.items():
        in_whole = any(whole in counting for whole in parts.ancestors(event_id))
        for event, comparison, reason in _judged(entries, in_whole=in_whole):
            if reason is None:
                counted.append(Counted(event, comparison))
            else:
                left_out.append(LeftOut(event, comparison, reason))
    first = next(chain.from_iterable(of_events.values()))[1]
    return Total(
        measure=first.measure,
        group=first.group,
        group_target=first.group_target,
        figure=add(entry.comparison.span for entry in counted) if counted else UNKNOWN,
        counted=tuple(counted),
        left_out=tuple(left_out),
    )


def _judged(
    entries: Sequence[Entry], *, in_whole: bool
) -> Iterator[tuple[Event, Comparison, LeftOutReason | None]]:
    taken = _widest([comparison for _, comparison in entries if comparison.span.known])
    for event, comparison in entries:
        yield event, comparison, _reason(comparison, in_whole=in_whole, taken=comparison in taken)


def _reason(comparison: Comparison, *, in_whole: bool, taken: bool) -> LeftOutReason | None:
    if not comparison.span.known:
        return "unknown-figure"
    if in_whole:
        return "part-of-whole"
    return None if taken else "overlapping-scope"


def _widest(comparisons: list[Comparison]) -> list[Comparison]:
    taken: list[Comparison] = []
    for comparison in sorted(comparisons, key=lambda one: _narrowness(one.scope)):
        if not any(comparison.scope.overlaps(other.scope) for other in taken):
            taken.append(comparison)
    return taken


def _narrowness(scope: Moment) -> tuple[bool, int, int]:
    """Lesser for a wider span; of equal ones, for the earlier."""
    if scope.lower is None or scope.upper is None:
        return False, 0, scope.lower or 0
    return True, scope.lower - scope.upper, scope.lower
