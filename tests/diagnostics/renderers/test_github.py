"""Workflow commands, to the letter, and nothing that content can add to them."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.renderers.github import render
from generator.diagnostics.style import PLAIN
from tests.diagnostics.samples import ACTOR, EARLY, LONE, NOWHERE, TABLE, lines


def test_one_command_for_each() -> None:
    assert render((ACTOR, EARLY, LONE, NOWHERE), lines, PLAIN, TABLE) == (
        """\
::error file=content/events/tabqa-falls.md,line=7,col=12,title=D201 unknown-actor::\
no actor is called "islamic-stat"%0Ahelp: did you mean "islamic-state" (content/actors/islamic-state.md)?
::warning file=content/events/tabqa-falls.md,line=9,col=12,title=D305 source-before-event::\
the source is four days older than the event
::notice file=content/events/tabqa-falls.md,title=D310 single-source::one report only
::error title=D201 unknown-actor::no such thing
"""
    )


def test_what_would_end_a_property_or_a_line_is_escaped() -> None:
    finding = Diagnostic("D201", "100%: a, b\n::error::forged", Span("a,b:c%.md", 1, 1), help="50%")
    assert render((finding,), lines, PLAIN, TABLE) == (
        "::error file=a%2Cb%3Ac%25.md,line=1,col=1,title=D201 unknown-actor::"
        "100%25: a, b\\n::error::forged%0Ahelp: 50%25\n"
    )


def test_terminal_controls_are_escapes() -> None:
    finding = Diagnostic("D201", "\x1b[31m\u202e", Span("caf\udce9.md"))
    assert render((finding,), lines, PLAIN, TABLE) == (
        "::error file=caf\\xe9.md,title=D201 unknown-actor::\\x1b[31m\\u202e\n"
    )


def test_nothing_found() -> None:
    assert render((), lines, PLAIN, TABLE) == ""
