"""D312: is an event dated to the minute by sources that are not?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.model.edtf_precision import Precision

CLOCK: Final[frozenset[Precision]] = frozenset({"minute", "second"})
EXACT: Final[frozenset[Precision]] = CLOCK | {"day"}


def overfine_times(graph: Graph) -> Iterator[Diagnostic]:
    """An event with a clock time all of whose sources are dated more coarsely than to the day: a yearbook does not
    know the minute. An event without sources is another finding.
    """
    for event in graph.events:
        if event.date.precision not in CLOCK:
            continue
        sources = graph.sources_of(event)
        if sources and all(source.published.precision not in EXACT for source in sources):
            yield finding(
                graph,
                "D312",
                event,
                "date",
                f"the event is dated to the {event.date.precision}, but none of its sources even to the day",
                "leave out the clock time, complete the date of the article that gives it, or add the report that does",
                tuple(graph.span(source, "published") for source in sources[:1]),
            )
