"""The way to a page, by its address: through the list it belongs to, and for a day through its month."""

from __future__ import annotations

import re

from generator.pages.dates import month_words

LISTS = {
    "timeline": "Timeline",
    "events": "Timeline",
    "actors": "Actors",
    "locations": "Places",
    "articles": "Sources",
    "topics": "Topics",
    "reported": "As reported",
    "corrections": "Corrections",
}
"""What the first part of an address belongs to; events stand in the timeline."""

_DAY = re.compile(r"timeline/(-?\d{4,})/(\d\d)/\d\d/")


def trail(address: str, name: str) -> list[tuple[str, str]]:
    """Label and address of each step below the home page; the page itself, called `name`, is the last."""
    first = address.partition("/")[0]
    above = "timeline/" if first == "events" else f"{first}/"
    steps = [(LISTS[first], above)] if first in LISTS and address != above else []
    day = _DAY.fullmatch(address)
    if day:
        steps.append((month_words(int(day[1]), int(day[2])), f"timeline/{day[1]}/{day[2]}/"))
    return [*steps, (name, address)]
