"""D318: does anything rest on every article?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import finding
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.graph import Graph
from generator.graph.sources import named_sources
from generator.graph.values import Resting
from generator.model.records import Event


def unused_articles(graph: Graph) -> Iterator[Diagnostic]:
    """An article that no event, claim, statement, office or correction rests on, from which no other article is
    derived, and which no prose mentions. What a withdrawn event rested on is kept for the record.
    """
    withdrawn = [record for record in graph.withdrawn() if isinstance(record, Event)]
    kept = {source for event in withdrawn for source in named_sources(event)}
    for article in graph.articles:
        unused = graph.resting_on(article.id) == Resting() and not graph.backlinks("article", article.id)
        if unused and article.id not in kept:
            yield finding(
                graph,
                "D318",
                article,
                "title",
                f"nothing rests on {article.id}",
                "name it among the `sources` of an event, or remove it; "
                "if it is kept for the record, accept D318 and say so",
            )
