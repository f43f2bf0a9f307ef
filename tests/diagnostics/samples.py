"""A small table of codes, some findings and the lines they stand on."""

from __future__ import annotations

from generator.diagnostics.code import Code
from generator.diagnostics.diagnostic import Diagnostic, Span

UNKNOWN_ACTOR = Code(
    code="D201",
    name="unknown-actor",
    severity="error",
    what="A field names an actor that no file describes.",
    why="A link to nobody would be published.",
    bad="actors: [islamic-stat]",
    good="actors: [islamic-state]",
)
EARLY_SOURCE = Code(
    code="D305",
    name="source-before-event",
    severity="warning",
    what="A source is older than the event it reports.",
    why="One of the two dates is wrong.",
    bad="date: 2014-08-24\nsources: [report-of-2014-08-20]",
    good="date: 2014-08-20\nsources: [report-of-2014-08-20]",
)
LONE_SOURCE = Code(
    code="D310",
    name="single-source",
    severity="info",
    what="Everything rests on one report.",
    why="Readers may want a second one.",
    bad="sources: [a]",
    good="sources: [a, b]",
)
TABLE = {code.code: code for code in (UNKNOWN_ACTOR, EARLY_SOURCE, LONE_SOURCE)}

TABQA = "content/events/tabqa-falls.md"
ACTOR = Diagnostic(
    code="D201",
    message='no actor is called "islamic-stat"',
    span=Span(TABQA, 7, 12, 12),
    help='did you mean "islamic-state" (content/actors/islamic-state.md)?',
    record="event/tabqa-falls",
)
EARLY = Diagnostic(
    code="D305",
    message="the source is four days older than the event",
    span=Span(TABQA, 9, 12, 2),
    record="event/tabqa-falls",
    related=(Span("content/articles/a1.md", 3, 12, 10),),
)
LONE = Diagnostic(code="D310", message="one report only", span=Span(TABQA), record="event/tabqa-falls")
NOWHERE = Diagnostic(code="D201", message="no such thing", span=Span(""))

_LINES = {
    (TABQA, 7): "  actors: [islamic-stat]",
    (TABQA, 9): "  sources: [a1]",
    ("content/articles/a1.md", 3): "published: 2014-08-20",
}


def lines(path: str, line: int, /) -> str | None:
    """The lines that the findings stand on."""
    return _LINES.get((path, line))
