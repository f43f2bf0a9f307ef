"""The full format, to the letter."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.renderers.full import render
from generator.diagnostics.sources import no_sources
from generator.diagnostics.style import Style
from tests.diagnostics.samples import ACTOR, EARLY, LONE, NOWHERE, TABLE, lines


def shown(*findings: Diagnostic, style: Style | None = None) -> str:
    return render(findings, lines, style or Style(), TABLE)


def on_line(line: str, column: int, length: int, *, width: int = 100) -> str:
    """The excerpt of one finding on one line, without headline and foot."""
    finding = Diagnostic("D201", "x", Span("a.md", 7, column, length))
    text = render((finding,), lambda _path, _line: line, Style(width=width), TABLE)
    return "\n".join(text.split("\n")[1:-2])


def test_a_finding_with_help() -> None:
    assert shown(ACTOR) == (
        """\
content/events/tabqa-falls.md:7:12: error[D201] unknown-actor: no actor is called "islamic-stat"
   7 |   actors: [islamic-stat]
     |            ^^^^^^^^^^^^
help: did you mean "islamic-state" (content/actors/islamic-state.md)?   · dateline explain D201
"""
    )


def test_several_findings_with_a_related_place_and_without_a_line() -> None:
    assert shown(EARLY, LONE, NOWHERE) == (
        """\
content/events/tabqa-falls.md:9:12: warning[D305] source-before-event: the source is four days older than the event
   9 |   sources: [a1]
     |            ^^
see content/articles/a1.md:3:12
   3 | published: 2014-08-20
     |            ^^^^^^^^^^
· dateline explain D305

content/events/tabqa-falls.md: info[D310] single-source: one report only
· dateline explain D310

dateline: error[D201] unknown-actor: no such thing
· dateline explain D201
"""
    )


def test_nothing_found() -> None:
    assert shown() == ""


def test_without_sources_there_is_no_excerpt() -> None:
    assert render((ACTOR,), no_sources, Style(), TABLE).count("\n") == 2


def test_a_whole_line_has_no_carets() -> None:
    finding = replace(ACTOR, span=replace(ACTOR.span, column=0), help="")
    assert shown(finding) == (
        """\
content/events/tabqa-falls.md:7: error[D201] unknown-actor: no actor is called "islamic-stat"
   7 |   actors: [islamic-stat]
· dateline explain D201
"""
    )


def test_wide_letters() -> None:
    assert on_line("title: 東京 ラッカ", 11, 3) == (
        """\
   7 | title: 東京 ラッカ
     |             ^^^^^^"""
    )


def test_arabic_with_marks() -> None:
    assert on_line("name: الرَّقَّة x", 17, 1) == (
        """\
   7 | name: الرَّقَّة x
     |             ^"""
    )


def test_tabs() -> None:
    assert on_line("\tdate:\tnever", 8, 5) == (
        """\
   7 |     date:    never
     |              ^^^^^"""
    )


def test_controls_in_the_source_are_escapes_and_carets_cover_them() -> None:
    assert on_line("title: \x1b[2J\u202eevil", 8, 1) == (
        """\
   7 | title: \\x1b[2J\\u202eevil
     |        ^^^^"""
    )


def test_a_long_line() -> None:
    assert on_line("summary: " + "word " * 40 + "[[nobody]]" + " word" * 40, 210, 10, width=50) == (
        """\
   7 | …rd word word [[nobody]] word word word wo…
     |               ^^^^^^^^^^"""
    )


def test_a_large_line_number_widens_its_margin() -> None:
    finding = Diagnostic("D201", "x", Span("a.md", 123456, 1, 3))
    assert render((finding,), lambda _path, _line: "abc", Style(), TABLE).split("\n")[1:3] == [
        "123456 | abc",
        "       | ^^^",
    ]


def test_hostile_text_is_escaped_everywhere() -> None:
    evil = "\x1b[31m\u202e\n\r\x07"
    finding = Diagnostic("D201", evil, Span(f"{evil}.md", 1, 1), help=evil, related=(Span(evil),))
    text = render((finding,), lambda _path, _line: evil, Style(), TABLE)
    assert text == (
        r"""\x1b[31m\u202e\n\r\x07.md:1:1: error[D201] unknown-actor: \x1b[31m\u202e\n\r\x07
   1 | \x1b[31m\u202e\n\r\x07
     | ^^^^
see \x1b[31m\u202e\n\r\x07
help: \x1b[31m\u202e\n\r\x07   · dateline explain D201
"""
    )


def test_colours_only_when_asked_and_only_around_the_same_text() -> None:
    plain, coloured = shown(ACTOR, EARLY), shown(ACTOR, EARLY, style=Style(colour=True))
    assert "\x1b" not in plain
    assert coloured.startswith(
        "\x1b[1mcontent/events/tabqa-falls.md:7:12:\x1b[0m \x1b[1;31merror[D201]\x1b[0m "
    )
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
