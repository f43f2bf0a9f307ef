"""Corrections, withdrawn records, redirects."""

from __future__ import annotations

from generator.graph.values import Redirect
from tests.graph.story import actor, article, correction, event, linked


def test_corrections_newest_first():
    graph = linked(
        event("b", "2014-01-02", corrections=(correction("2014-09-01"), correction("2014-09-03", "title"))),
        event("a", "2014-01-03", corrections=(correction("2014-09-01", "date"),)),
        actor("x", corrections=(correction("2014-09-02"),)),
    )
    assert [(entry.record.id, entry.correction.what) for entry in graph.corrections()] == [
        ("b", "title"),
        ("x", "wording"),
        ("b", "wording"),
        ("a", "date"),
    ]


def test_withdrawn():
    graph = linked(event("a", corrections=(correction("2014-09-01", "withdrawn"),)), event("b"), article("a"))
    assert graph.withdrawn() == (graph.event("a"),)


def test_redirects():
    graph = linked(event("a", former_ids="z y"), actor("a", former_ids="z"))
    assert graph.redirects() == (
        Redirect("actor", "z", "a"),
        Redirect("event", "y", "a"),
        Redirect("event", "z", "a"),
    )
