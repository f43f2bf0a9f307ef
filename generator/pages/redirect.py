"""Redirects: an address that a record used to have leads to where it is now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.values import Target
from generator.model.addresses import record_address
from generator.model.records import Kind
from generator.pages.cards import record_name
from generator.pages.page import PageOutput, View
from generator.pages.structured import url


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each former id."""
    for redirect in graph.redirects():
        record = f"{redirect.kind}/{redirect.id}"
        yield PageOutput(
            address=record_address(redirect.kind, redirect.former_id),
            template="redirect.html",
            view=view,
            subject=record,
            record=record,
            listed=False,
        )


def view(graph: Graph, subject: str) -> View:
    """Where to go; the subject is the record (`event/tabqa-falls`)."""
    kind, _, record_id = subject.partition("/")
    name = record_name(graph, Target(cast(Kind, kind), record_id))
    return {
        "title": name.label,
        "description": language_of(graph).say("This page has moved: {name}.", name=name.label),
        "record": name,
        "now": url(graph, name.address),
    }
