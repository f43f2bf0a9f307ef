"""`dateline explain`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics.codes import CODES
from generator.diagnostics.explain import explain, nearest
from tests.diagnostics.samples import EARLY_SOURCE, LONE_SOURCE, TABLE, UNKNOWN_ACTOR

SAMPLES = tuple(TABLE.values())
PAGE = """\
warning[D305] source-before-event

A source is older than the event it reports.

Why it matters
  One of the two dates is wrong.

Not this
    date: 2014-08-24
    sources: [report-of-2014-08-20]

But this
    date: 2014-08-20
    sources: [report-of-2014-08-20]
"""


@pytest.mark.parametrize("asked", ["D305", "d305", "source-before-event", " Source_before_event "])
def test_a_page(asked: str) -> None:
    assert explain(asked, SAMPLES) == PAGE


def test_long_text_is_wrapped_and_controls_are_escapes() -> None:
    code = replace(UNKNOWN_ACTOR, why="word " * 40, bad="name: a\u202eb\n\n  next: c\n")
    page = explain("D201", (code,)) or ""
    assert max(map(len, page.split("\n"))) <= 80
    assert "    name: a\\u202eb\n\n      next: c\n" in page


def test_an_unknown_code() -> None:
    assert explain("D999", SAMPLES) is None
    assert explain("", SAMPLES) is None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("unknwon-actor", (UNKNOWN_ACTOR,)),
        ("single source", (LONE_SOURCE,)),
        ("D35", (EARLY_SOURCE,)),
        ("nothing like it at all", ()),
    ],
)
def test_nearest(asked: str, found: tuple[object, ...]) -> None:
    assert nearest(asked, SAMPLES)[:1] == found


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_every_code_is_explained_by_code_and_by_name(code: object) -> None:
    page = explain(getattr(code, "code", ""))
    assert page is not None
    assert page == explain(getattr(code, "name", ""))
