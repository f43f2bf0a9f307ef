"""D317, D319: what does an event rest on?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.records import Event

REPORTS: Final = 2
"""From so many reports on, a reader counts on more than one origin; a single report says itself that it is one."""


def event_sources(graph: Graph) -> Iterator[Diagnostic]:
    """D317: an event without a source of anything, be it of a claim or a statement.

    D319: an event graded `confirmed` whose two or more reports make one chain: they are based on one article or lean
    on one agency (`SourceCount`). `reported` already says that, and the other grades promise nothing.
    """
    for event in graph.events:
        count = graph.source_count(event)
        if not count.reports:
            yield _sourceless(graph, event)
        elif count.reports >= REPORTS and count.independent == 1 and event.status == "confirmed":
            yield _single_chain(graph, event, count.reports)


def _sourceless(graph: Graph, event: Event) -> Diagnostic:
    return finding(
        graph,
        "D317",
        event,
        "title",
        "the event has no source",
        "name in `sources` the article that reports it; if none can be named, accept D317 and say how it is known",
    )


def _single_chain(graph: Graph, event: Event, reports: int) -> Diagnostic:
    return finding(
        graph,
        "D319",
        event,
        "sources",
        f"confirmed by {reports} reports that all go back to one origin",
        "add a report that does not lean on it, or grade the event `status: reported`; "
        "if one origin is enough here (an official text, a video), accept D319 and say why",
    )
