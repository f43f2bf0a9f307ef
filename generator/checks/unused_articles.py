"""D318: does anything rest on every article?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.graph.values import Resting


def unused_articles(graph: Graph) -> Iterator[Diagnostic]:
    """An article that no event, claim, statement, office or correction rests on, from which no other article is
    derived, and which no prose mentions.
    """
    for article in graph.articles:
        if graph.resting_on(article.id) == Resting() and not graph.backlinks("article", article.id):
            yield finding(
                graph,
                "D318",
                article,
                "title",
                f"nothing rests on {article.id}",
                "name it among the `sources` of an event, or remove it; "
                "if it is kept for the record, accept D318 and say so",
            )
