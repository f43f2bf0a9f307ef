"""`/search/`: names, titles and texts in any script. The page's script does it; without one, the lists lead on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.pages.page import PageOutput, View
from generator.pages.wording import event_count

ADDRESS = "search/"


def outputs(_graph: Graph) -> Iterator[PageOutput]:
    """The one page; no search engine needs to list it."""
    yield PageOutput(address=ADDRESS, template="search.html", view=view, listed=False)


def view(graph: Graph, _subject: str) -> View:
    """The form, and the lists with their numbers for those who read without scripts."""
    return {
        "title": language_of(graph).say("Search"),
        "description": language_of(graph).say(
            "Search the names, titles and texts of {site}, in any script.", site=graph.site.title
        ),
        "lists": [
            ("timeline/", language_of(graph).say("Timeline"), event_count(graph, len(graph.events))),
            (
                "actors/",
                language_of(graph).say("Actors"),
                language_of(graph).count(len(graph.actors), "{count} actor", "{count} actors"),
            ),
            (
                "locations/",
                language_of(graph).say("Places"),
                language_of(graph).count(len(graph.locations), "{count} place", "{count} places"),
            ),
            (
                "articles/",
                language_of(graph).say("Sources"),
                language_of(graph).count(len(graph.articles), "{count} report", "{count} reports"),
            ),
            (
                "topics/",
                language_of(graph).say("Topics"),
                language_of(graph).count(len(graph.topics), "{count} topic", "{count} topics"),
            ),
        ],
    }
