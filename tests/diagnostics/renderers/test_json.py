"""The json format: its shape is a promise to other programs."""

from __future__ import annotations

import json

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.reference import reference_page
from generator.diagnostics.renderers.json import render
from generator.diagnostics.style import PLAIN
from tests.diagnostics.samples import ACTOR, EARLY, NOWHERE, TABLE, lines


def test_the_text_itself() -> None:
    assert render((NOWHERE, NOWHERE), lines, PLAIN, TABLE) == (
        """\
[
  {"code": "D201", "name": "unknown-actor", "severity": "error", "message": "no such thing", "help": "", \
"path": "", "line": 0, "column": 0, "length": 1, "record": "", "related": []},
  {"code": "D201", "name": "unknown-actor", "severity": "error", "message": "no such thing", "help": "", \
"path": "", "line": 0, "column": 0, "length": 1, "record": "", "related": []}
]
"""
    )


def test_every_field() -> None:
    assert json.loads(render((ACTOR, EARLY), lines, PLAIN, TABLE)) == [
        {
            "code": "D201",
            "name": "unknown-actor",
            "severity": "error",
            "message": 'no actor is called "islamic-stat"',
            "help": 'did you mean "islamic-state" (content/actors/islamic-state.md)?',
            "path": "content/events/tabqa-falls.md",
            "line": 7,
            "column": 12,
            "length": 12,
            "record": "event/tabqa-falls",
            "related": [],
        },
        {
            "code": "D305",
            "name": "source-before-event",
            "severity": "warning",
            "message": "the source is four days older than the event",
            "help": "",
            "path": "content/events/tabqa-falls.md",
            "line": 9,
            "column": 12,
            "length": 2,
            "record": "event/tabqa-falls",
            "related": [{"path": "content/articles/a1.md", "line": 3, "column": 12, "length": 10}],
        },
    ]


def test_the_fields_are_documented_in_their_order() -> None:
    (found,) = json.loads(render((EARLY,), lines, PLAIN, TABLE))
    rows = [
        line.split("`")[1] for line in reference_page(()).split("| field |")[1].split("\n") if "`" in line
    ]
    assert rows == list(found)


def test_text_is_kept_as_ascii_and_lone_surrogates_are_escapes() -> None:
    text = render((Diagnostic("D201", "الرقة\n\u202e", Span("caf\udce9.md")),), lines, PLAIN, TABLE)
    assert text.isascii()
    (found,) = json.loads(text)
    assert found["message"] == "الرقة\n\u202e"
    assert found["path"] == "caf\\xe9.md"


def test_nothing_found() -> None:
    assert render((), lines, PLAIN, TABLE) == "[]\n"
