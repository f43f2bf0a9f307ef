"""Findings come in one order, once each, and are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.order import counts, in_order, summary_line
from tests.diagnostics.samples import ACTOR, EARLY, LONE, TABLE

SORTED = (
    Diagnostic("D201", "m", Span("a.md")),
    Diagnostic("D305", "a", Span("a.md", 2)),
    Diagnostic("D201", "m", Span("a.md", 2, 3)),
    Diagnostic("D305", "a", Span("a.md", 2, 3)),
    Diagnostic("D305", "b", Span("a.md", 2, 3)),
    Diagnostic("D201", "m", Span("a.md", 10, 1)),
    Diagnostic("D201", "m", Span("b.md", 1, 1)),
)


@given(st.permutations(SORTED + SORTED[:3]))
def test_path_line_column_code_message_and_duplicates_once(findings: list[Diagnostic]) -> None:
    assert in_order(findings) == SORTED


def test_findings_that_differ_in_anything_are_both_kept() -> None:
    other = replace(ACTOR, record="event/other")
    assert in_order((other, ACTOR)) == in_order((ACTOR, other)) == (other, ACTOR)
    related = replace(ACTOR, related=(Span("a.md"),))
    assert in_order((related, ACTOR)) == (ACTOR, related)


def test_counts() -> None:
    assert counts((), TABLE) == (0, 0, 0)
    assert counts((ACTOR, EARLY, LONE, ACTOR), TABLE) == (2, 1, 1)


@pytest.mark.parametrize(
    ("findings", "accepted", "line"),
    [
        ((), 0, "no findings"),
        ((), 2, "2 accepted"),
        ((ACTOR,), 0, "1 error"),
        ((ACTOR, ACTOR, EARLY, LONE, LONE), 1, "2 errors, 1 warning, 2 infos, 1 accepted"),
    ],
)
def test_summary_line(findings: tuple[Diagnostic, ...], accepted: int, line: str) -> None:
    assert summary_line(findings, accepted, TABLE) == line
