"""The way to a page, by its address: through the list it belongs to, and for a day through its month."""

from __future__ import annotations

import re

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.languages.message import message
from generator.pages.dates import month_words

LISTS = {
    "timeline": message("Timeline"),
    "events": message("Timeline"),
    "actors": message("Actors"),
    "locations": message("Places"),
    "articles": message("Sources"),
    "topics": message("Topics"),
    "reported": message("As reported"),
    "corrections": message("Corrections"),
}
"""What the first part of an address belongs to; events stand in the timeline."""

_DAY = re.compile(r"timeline/(-?\d{4,})/(\d\d)/\d\d/")


def trail(graph: Graph, address: str, name: str) -> list[tuple[str, str]]:
    """Label and address of each step below the home page; the page itself, called `name`, is the last."""
    first = address.partition("/")[0]
    above = "timeline/" if first == "events" else f"{first}/"
    steps = [(language_of(graph).say(LISTS[first]), above)] if first in LISTS and address != above else []
    day = _DAY.fullmatch(address)
    if day:
        steps.append((month_words(graph, int(day[1]), int(day[2])), f"timeline/{day[1]}/{day[2]}/"))
    return [*steps, (name, address)]
