"""As known on: how an event stood on the evening of each day that brought a report of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import Comparison, State
from generator.model.records import Event, Status
from generator.pages.dates import Date, day_date, reported_page
from generator.pages.figures import group_name, measure_label
from generator.pages.wording import grade_of, report_count


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
    language = language_of(graph)
    say = language.say
    return StateRow(
        day_date(graph, state.day),
        reported_page(state.day) if graph.first_reported(event) == state.day else "",
        state.status,
        grade_of(graph, state.status).label,
        tuple(
            known_figure(graph, event, comparison, new=bool(before) and _key(comparison) not in before)
            for comparison in state.comparisons
        ),
        report_count(graph, len(state.sources), state.independent),
        say("{number} new", number=language.number(len(state.new)))
        if before or len(state.sources) > len(state.new)
        else say("first report"),
    )


def known_figure(graph: Graph, event: Event, comparison: Comparison, *, new: bool = False) -> KnownFigure:
    """A comparison in a few words."""
    figure = (
        comparison.span.short(language_of(graph))
        if comparison.standing
        else language_of(graph).say("no figure")
    )
    group = group_name(graph, comparison, event.date).label
    return KnownFigure(figure, measure_label(graph, comparison.measure), group, comparison.disputed, new)


def _key(comparison: Comparison) -> tuple[str, str, str]:
    return (comparison.measure, comparison.group, comparison.span.short())
