"""As known on: how an event stood on the evening of each day that brought a report of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.values import Comparison, State
from generator.model.records import Event, Status
from generator.pages.dates import Date, day_date, reported_page
from generator.pages.figures import group_name, measure_label
from generator.pages.wording import GRADES, counted


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure as it stood: `346 killed` with whom it counts. `new`: it was not so on the evening before."""

    figure: str
    measure: str
    group: str
    disputed: bool
    new: bool


@dataclass(frozen=True, slots=True)
class StateRow:
    """One evening. `address` is the page of that day of reports, where there is one."""

    date: Date
    address: str
    status: Status
    grade: str
    figures: tuple[KnownFigure, ...]
    sources: str
    new: str


def state_rows(graph: Graph, event: Event) -> tuple[StateRow, ...]:
    """The strip of states, oldest first; nothing where there was only ever one."""
    states = graph.states(event)
    if len(states) <= 1 and not event.claims:
        return ()
    rows: list[StateRow] = []
    before: frozenset[tuple[str, str, str]] = frozenset()
    for state in states:
        rows.append(state_row(graph, event, state, before))
        before = frozenset(_key(comparison) for comparison in state.comparisons)
    return tuple(rows)


def state_row(
    graph: Graph, event: Event, state: State, before: frozenset[tuple[str, str, str]] = frozenset()
) -> StateRow:
    """One evening, its figures held against those of the evening `before`."""
    return StateRow(
        day_date(state.day),
        reported_page(state.day) if graph.first_reported(event) == state.day else "",
        state.status,
        GRADES[state.status].label,
        tuple(
            known_figure(graph, event, comparison, new=bool(before) and _key(comparison) not in before)
            for comparison in state.comparisons
        ),
        f"{counted(len(state.sources), 'report')}, {state.independent} independent",
        f"{len(state.new)} new" if before or len(state.sources) > len(state.new) else "first report",
    )


def known_figure(graph: Graph, event: Event, comparison: Comparison, *, new: bool = False) -> KnownFigure:
    """A comparison in a few words."""
    figure = comparison.span.short() if comparison.standing else "no figure"
    group = group_name(graph, comparison, event.date).label
    return KnownFigure(figure, measure_label(graph, comparison.measure), group, comparison.disputed, new)


def _key(comparison: Comparison) -> tuple[str, str, str]:
    return (comparison.measure, comparison.group, comparison.span.short())
