"""D301: is an event reported by anything that came out after it?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.days import is_out_before
from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph


def events_in_time(graph: Graph) -> Iterator[Diagnostic]:
    """An event all of whose sources came out before its first possible day.

    One source in time is enough: older ones among the others are background.
    """
    for event in graph.events:
        sources = graph.sources_of(event)
        if not sources or not all(is_out_before(source, event.date) for source in sources):
            continue
        newest = max(sources, key=lambda source: (source.published, source.id))
        yield finding(
            graph,
            "D301",
            event,
            "date",
            f"every source is older than the event: the newest, {newest.id}, was published {newest.published.words()}",
            "correct the event's date or the article's, or add a report that came after it; "
            "if it was announced beforehand and nothing later is at hand, accept D301 and say so",
            (graph.span(newest, "published"),),
        )
