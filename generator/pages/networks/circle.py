"""The small graph of an actor: itself at one side, those it appears with below each other, and arcs between those of
them that are in its events together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from generator.graph.graph import Graph
from generator.model.addresses import record_address
from generator.model.prose import ROOT
from generator.pages.cards import actor_name
from generator.pages.html import Html
from generator.pages.networks.picture import thickness
from generator.pages.networks.ties import Tie, ties

SHOWN: Final = 10
"""Companions drawn, those of the most events; the table has all."""

ARCS: Final = 12

WIDTH, ROW, TOP = 300, 24, 14
LEFT, COLUMN = 16, 122

LONGEST: Final = 25
"""Letters of a name that have room; the rest is in the table."""


def circle(graph: Graph, actor_id: str) -> Html | None:
    """The graph of an actor that appears with two others or more. It asks nothing that the actor's lists do not ask."""
    companions = graph.appears_with(actor_id)[:SHOWN]
    if len(companions) < 2:  # noqa: PLR2004 - with one there is nothing to see
        return None
    rows = {companion.actor_id: TOP + number * ROW for number, companion in enumerate(companions)}
    events = {appearance.event.id: appearance.event for appearance in graph.events_of(actor_id)}
    among = ties(rows, events.values())[:ARCS]
    height = 2 * TOP + (len(rows) - 1) * ROW
    middle = height // 2
    pieces = [
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" aria-hidden="true" focusable="false">'
    ]
    pieces += _arcs(rows, among)
    for companion in companions:
        y = rows[companion.actor_id]
        wide = thickness(companion.events)
        pieces.append(
            f'<path class="tie" stroke-width="{wide:g}" d="M{LEFT} {middle}C{COLUMN // 2} {middle} {COLUMN // 2} {y} {COLUMN} {y}"/>'
        )
    pieces.append(f'<circle class="dot is-self" cx="{LEFT}" cy="{middle}" r="7"/>')
    pieces += [_companion(graph, companion.actor_id, rows[companion.actor_id]) for companion in companions]
    return Html("\n".join([*pieces, "</svg>"]))


def _arcs(rows: dict[str, int], among: Sequence[Tie]) -> Iterator[str]:
    """Arcs before the column of names, wider the farther apart their ends are."""
    for tie in among:
        y, other = rows[tie.one], rows[tie.other]
        out = COLUMN - 8 - abs(other - y) // 4
        yield f'<path class="arc" stroke-width="{thickness(tie.events) / 2:g}" d="M{COLUMN} {y}C{out} {y} {out} {other} {COLUMN} {other}"/>'


def _companion(graph: Graph, actor_id: str, y: int) -> str:
    name = actor_name(graph, actor_id).label
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
    address = escape(record_address("actor", actor_id))
    return (
        f'<a href="{ROOT}{address}" tabindex="-1"><title>{escape(name)}</title><circle class="dot" cx="{COLUMN}" cy="{y}" r="4.5"/>'
        f'<text x="{COLUMN + 10}" y="{y + 4}">{escape(short)}</text></a>'
    )
