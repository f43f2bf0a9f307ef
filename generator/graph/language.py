"""The language a page is made in."""

from __future__ import annotations

from generator.graph.graph import Graph
from generator.languages.language import Language, language


def language_of(graph: Graph) -> Language:
    """That of the graph's site, and no other: who makes pages in a second language hands them a graph of another site."""
    return language(graph.site.language)
