"""`reported/states.js`: every event as it was known on the evening of each day that brought a report of it (`graph.clock`).

An event's states are arrays, oldest first: civil day, grade, the reports that came out on it, how many of all so far are
independent of each other, and figures (measure, group, days that it is for where these are not the event's, figure, whether disputed), or 0 where they are those of
the state before. An event that no dated report speaks of has none. `says` is what the script (`templates/assets/known.js`)
tells readers.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.file import FileOutput
from generator.exports.script_file import Value, script_file
from generator.exports.standing import standing
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.traced import recorded
from generator.graph.values import State
from generator.languages.message import message
from generator.model.records import STATUSES, Event
from generator.pages.event_states import known_figure
from generator.pages.wording import grade_of

ADDRESS = "reported/states.js"

SAYS = {
    "then": message("As known on the evening of {day}."),
    "kept": message(
        "Titles, dates and names are today’s; grades, figures and reports are those of that evening."
    ),
    "hidden": message("Not yet reported by then, and left out here: {count}."),
    "unknown": message("By that evening no report of this event is on file."),
    "later": message("The summary and the note were written with later reports in view. They are hidden."),
    "sources": message("Reports by then: {reports}; independent of each other: {independent}."),
    "figure": message("{figure} reported by then"),
    "today": message("Back to today"),
    "before": message("The evening before"),
    "after": message("The evening after"),
    "day": message("What was reported that day"),
}

Row = list[object]
Words = dict[str, int]
"""Words to their places in a list that grows."""


def outputs(_graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield FileOutput(address=ADDRESS, write=write, whole=True)


def write(graph: Graph, _subject: str) -> bytes:
    """All events by id, in timeline order."""
    graph = recorded(graph)
    words: Words = {}
    articles: Words = {}
    states = {event.id: list(_states(graph, event, words, articles)) for event in standing(graph).events}
    value: Value = {
        "days": list(graph.report_days()),
        "grades": [
            [status, grade_of(graph, status).label, grade_of(graph, status).definition] for status in STATUSES
        ],
        "says": {name: language_of(graph).say(text) for name, text in SAYS.items()},
        "months": language_of(graph).conventions.months,
        "event": states,
        "words": list(words),
        "articles": list(articles),
    }
    return script_file(ADDRESS, value)


def _states(graph: Graph, event: Event, words: Words, articles: Words) -> Iterator[Row]:
    before: list[Row] | None = None
    for state in graph.states(event):
        figures = _figures(graph, event, state, words)
        same = before is not None and figures == before
        grade = STATUSES.index(state.status)
        new = [articles.setdefault(article, len(articles)) for article in state.new]
        yield [state.day, grade, new, state.independent, 0 if same else figures]
        before = figures


def _figures(graph: Graph, event: Event, state: State, words: Words) -> list[Row]:
    rows: list[Row] = []
    for comparison in state.comparisons:
        known = known_figure(graph, event, comparison)
        scope = comparison.scope.words(language_of(graph)) if comparison.scope != event.date else ""
        told = (known.measure, known.group, scope, known.figure)
        rows.append([*(words.setdefault(word, len(words)) for word in told), int(known.disputed)])
    return rows
