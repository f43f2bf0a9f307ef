"""A graph that notes what is asked of it, so that a page is made anew only when an answer may have changed.

What a page read is a set of marks: `=event/x` for a record itself, `#event/x` for its body, `~event/x` for any question
about how others relate to it, `*` for a question about the site as a whole, `#event` for the bodies of all events, and `#` for those of all records.
`neighbourhood` says which marks a change of records touches. A question that no table here knows is noted as both of
the last, so a new one costs time, never truth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from generator.graph.graph import Graph
from generator.model.records import Kind, kind_of

RECORD: Final = "="
BODY: Final = "#"
RELATED: Final = "~"
WHOLE: Final = "*"
EVERY_BODY: Final = "#"

LOOKUPS: Final[dict[str, Kind]] = {
    "event": "event",
    "article": "article",
    "actor": "actor",
    "location": "location",
    "topic": "topic",
    "page": "page",
}
"""Questions whose answer is the record of an id."""

BY_ID: Final[dict[str, Kind]] = {
    "events_of": "actor",
    "claims_by": "actor",
    "claims_about": "actor",
    "statements_by": "actor",
    "statements_to": "actor",
    "appears_with": "actor",
    "members_of": "actor",
    "parts_of_actor": "actor",
    "published_by": "actor",
    "relayed_by": "actor",
    "events_at": "location",
    "events_somewhere_in": "location",
    "events_within": "location",
    "events_of_place": "location",
    "ancestors": "location",
    "children": "location",
    "descendants": "location",
    "parts_of": "event",
    "wholes_of": "event",
    "resting_on": "article",
    "derived_from": "article",
    "events_of_topic": "topic",
}
"""Questions about what others have to do with the record of an id."""

BY_RECORD: Final[tuple[str, ...]] = (
    "targets",
    "summary_targets",
    "translation_targets",
    "translation_summary_targets",
    "comparisons",
    "story",
    "responded_by",
    "followed_by",
    "denied_by",
    "same_day",
    "previous_and_next",
    "previous_and_next_in_story",
    "previous_and_next_of_actor",
    "sources_of",
    "source_count",
    "first_reported",
    "states",
)
"""The same for questions that take the record."""

OF_THE_WHOLE: Final = frozenset(
    [
        *("events", "articles", "actors", "locations", "topics", "pages"),
        *("months", "days", "events_on", "report_days", "reported_on", "known_by"),
        *("corrections", "withdrawn", "redirects"),
    ]
)
"""Questions about the site as a whole that no body has a part in."""

UNMARKED: Final[tuple[str, ...]] = ("site", "site_places", "totals")
"""The settings, which every page is made with, and sums over events that other questions gave."""


def untraced(graph: Graph) -> Graph:
    """The graph itself, for what every page shows alike and is a setting of the site (`renewal.basis_of`)."""
    return graph.graph if isinstance(graph, TracedGraph) else graph


def related(graph: Graph, kind: str, record_id: str) -> Graph:
    """The graph itself, for what is found once for all records, of which a page uses what is found of one."""
    if isinstance(graph, TracedGraph):
        graph.reads.add(f"{RELATED}{kind}/{record_id}")
    return untraced(graph)


def recorded(graph: Graph, bodies: Iterable[Kind] = ()) -> Graph:
    """The graph itself, for files made of all records (names, dates, places, figures) and of no body but those of some
    kinds.
    """
    if isinstance(graph, TracedGraph):
        graph.reads.add(WHOLE)
        graph.reads.update(f"{EVERY_BODY}{kind}" for kind in bodies)
    return untraced(graph)


def whole(graph: Graph) -> Graph:
    """The graph itself, for what is made once of all of it and shared by many pages: they depend on the whole."""
    if isinstance(graph, TracedGraph):
        graph.reads.update((WHOLE, EVERY_BODY))
    return untraced(graph)


class TracedGraph:
    """Answers as the graph does. `reads` are the marks since it was last cleared."""

    def __init__(self, graph: Graph, reads: set[str] | None = None) -> None:
        self.graph = graph
        self.reads: set[str] = set() if reads is None else reads
        self._beside: dict[str, TracedGraph] = {}
        for name, kind in LOOKUPS.items():
            setattr(self, name, self._by_id(getattr(graph, name), f"{RECORD}{kind}/"))
        for name, kind in BY_ID.items():
            setattr(self, name, self._by_id(getattr(graph, name), f"{RELATED}{kind}/"))
        for name in BY_RECORD:
            setattr(self, name, self._by_record(getattr(graph, name), RELATED))
        self.body = self._by_record(graph.body, BODY)
        self.name_on = self._by_record(graph.name_on, RECORD)
        self.span = self._by_record(graph.span, RECORD)
        for name in UNMARKED:
            setattr(self, name, getattr(graph, name))

    def beside(self, other: Graph) -> TracedGraph:
        """The same site in another language, whose answers depend on the same records: one note is kept of both."""
        language = other.site.language
        kept = self._beside.get(language)
        if kept is None or kept.graph is not other:
            kept = self._beside[language] = TracedGraph(other, self.reads)
        return kept

    def find(self, kind: Kind, record_id: str) -> Any:
        """As `Graph.find`."""
        self.reads.add(f"{RECORD}{kind}/{record_id}")
        return self.graph.find(kind, record_id)

    def parsed(self, kind: Kind, record_id: str) -> Any:
        """As `Graph.parsed`: the record with its body."""
        self.reads.add(f"{RECORD}{kind}/{record_id}")
        self.reads.add(f"{BODY}{kind}/{record_id}")
        return self.graph.parsed(kind, record_id)

    def name_of(self, target: Any, on: Any = None) -> str:
        """As `Graph.name_of`."""
        self.reads.add(f"{RECORD}{target.kind}/{target.id}")
        return self.graph.name_of(target, on)

    def backlinks(self, kind: Kind, record_id: str) -> Any:
        """As `Graph.backlinks`."""
        self.reads.add(f"{RELATED}{kind}/{record_id}")
        return self.graph.backlinks(kind, record_id)

    def __reduce__(self) -> tuple[type[TracedGraph], tuple[Graph]]:
        return TracedGraph, (self.graph,)

    def __getattr__(self, name: str) -> Any:
        self.reads.add(WHOLE)
        if name not in OF_THE_WHOLE:
            self.reads.add(EVERY_BODY)
        return getattr(self.graph, name)

    def _by_id(self, ask: Callable[..., Any], mark: str) -> Callable[..., Any]:
        reads = self.reads

        def asked(record_id: str) -> Any:
            reads.add(mark + record_id)
            return ask(record_id)

        return asked

    def _by_record(self, ask: Callable[..., Any], mark: str) -> Callable[..., Any]:
        reads = self.reads

        def asked(record: Any, *more: Any) -> Any:
            reads.add(f"{mark}{kind_of(record)}/{record.id}")
            return ask(record, *more)

        return asked
