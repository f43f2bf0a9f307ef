"""`/404.html`: what a host shows for an address that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.pages.page import PageOutput, View


def outputs(_graph: Graph) -> Iterator[PageOutput]:
    """The one page."""
    yield PageOutput(address="404.html", template="not_found.html", view=view, listed=False)


def view(graph: Graph, _subject: str) -> View:
    """Words only; the layout has the ways on."""
    return {
        "title": language_of(graph).say("Nothing at this address"),
        "description": language_of(graph).say("{site} has no page at this address.", site=graph.site.title),
    }
