"""The concise format, to the letter."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.renderers.concise import render
from generator.diagnostics.style import PLAIN, Style
from tests.diagnostics.samples import ACTOR, EARLY, LONE, NOWHERE, TABLE, lines


def test_one_line_for_each() -> None:
    assert render((ACTOR, EARLY, LONE, NOWHERE), lines, PLAIN, TABLE) == (
        """\
content/events/tabqa-falls.md:7:12: error[D201] unknown-actor: no actor is called "islamic-stat"
content/events/tabqa-falls.md:9:12: warning[D305] source-before-event: the source is four days older than the event
content/events/tabqa-falls.md: info[D310] single-source: one report only
dateline: error[D201] unknown-actor: no such thing
"""
    )


def test_a_whole_line_has_no_column() -> None:
    text = render((Diagnostic("D201", "x", Span("a.md", 3)),), lines, PLAIN, TABLE)
    assert text == "a.md:3: error[D201] unknown-actor: x\n"


def test_hostile_text_is_escaped() -> None:
    text = render((Diagnostic("D201", "a\nb\x1b[0m", Span("caf\udce9.md", 1, 2)),), lines, PLAIN, TABLE)
    assert text == "caf\\xe9.md:1:2: error[D201] unknown-actor: a\\nb\\x1b[0m\n"


def test_colours_when_asked() -> None:
    text = render((LONE,), lines, Style(colour=True), TABLE)
    assert text == (
        "\x1b[1mcontent/events/tabqa-falls.md:\x1b[0m \x1b[1;36minfo[D310]\x1b[0m single-source: one report only\n"
    )


def test_nothing_found() -> None:
    assert render((), lines, PLAIN, TABLE) == ""
