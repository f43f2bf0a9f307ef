"""`/search/`: names, titles and texts in any script. The page's script does it; without one, the lists lead on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.pages.page import PageOutput, View
from generator.pages.wording import counted

ADDRESS = "search/"


def outputs(_graph: Graph) -> Iterator[PageOutput]:
    """The one page; no search engine needs to list it."""
    yield PageOutput(address=ADDRESS, template="search.html", view=view, listed=False)


def view(graph: Graph, _subject: str) -> View:
    """The form, and the lists with their numbers for those who read without scripts."""
    return {
        "title": "Search",
        "description": f"Search the names, titles and texts of {graph.site.title}, in any script.",
        "lists": [
            ("timeline/", "Timeline", counted(len(graph.events), "event")),
            ("actors/", "Actors", counted(len(graph.actors), "actor")),
            ("locations/", "Places", counted(len(graph.locations), "place")),
            ("articles/", "Sources", counted(len(graph.articles), "report")),
            ("topics/", "Topics", counted(len(graph.topics), "topic")),
        ],
    }
