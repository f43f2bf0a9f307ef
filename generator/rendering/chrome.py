"""What every page shows around its own content: the site's name, the ways through it, and who the page is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.exports.card_images import HEIGHT, WIDTH, card_address
from generator.exports.feeds import announced
from generator.exports.once import once_per_graph
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.traced import untraced
from generator.languages.language import Language
from generator.languages.message import message
from generator.model.addresses import record_address
from generator.model.names import language_direction
from generator.model.records import kind_of
from generator.pages.page import PageOutput
from generator.pages.structured import shared_url
from generator.rendering.tongues import tongues

SECTIONS: tuple[tuple[str, str], ...] = (
    ("timeline/", message("Timeline")),
    ("actors/", message("Actors")),
    ("locations/", message("Places")),
    ("map/", message("Map")),
    ("network/", message("Network")),
    ("articles/", message("Sources")),
    ("topics/", message("Topics")),
    ("reported/", message("As reported")),
    ("corrections/", message("Corrections")),
)
"""The generator's own lists, which `navigation` may name by address (`/timeline/`) or by word (`timeline`)."""


@dataclass(frozen=True, slots=True)
class Way:
    """A line of the navigation. `current` is the value of `aria-current`: `page`, `true` (a page below it) or empty."""

    label: str
    address: str
    current: str


@dataclass(frozen=True, slots=True)
class ShareCard:
    """The picture that stands for a page where its link is shared, by its whole address, in pixels."""

    url: str
    width: int
    height: int


def chrome(graph: Graph, output: PageOutput) -> dict[str, object]:
    """The names that the layout uses on every page."""
    site = graph.site
    return {
        "site": site,
        "direction": language_direction(site.language),
        "digits": own_digits(language_of(graph)),
        "navigation": [_way(label, address, output.place) for label, address in ways(untraced(graph))],
        "address": output.place,
        "canonical": canonical(graph, output.place) if output.listed else "",
        "card": _card(graph, output) if output.listed else None,
        "feeds": announced(graph, output.place, output.record),
        **tongues(graph, output),
    }


def own_digits(language: Language) -> str:
    """The ten digits, zero first, that scripts write numbers with; empty for Latin ones."""
    return language.conventions.digits if language.numerals else ""


def _card(graph: Graph, output: PageOutput) -> ShareCard | None:
    address = card_address(graph, output.record)
    return ShareCard(shared_url(graph.site, address), WIDTH, HEIGHT) if address else None


def canonical(graph: Graph, address: str) -> str:
    """The permanent address of a page, or empty where the site does not say where it will be published."""
    return f"{graph.site.base_url.rstrip('/')}/{address}" if graph.site.base_url else ""


@once_per_graph
def ways(graph: Graph) -> list[tuple[str, str]]:
    """Label and address of each line of the navigation: as `site.yaml` says, else every list and free page. What was
    withdrawn is no way to go.
    """
    say = language_of(graph).say
    labels = {"": say("Home"), **{address: say(label) for address, label in SECTIONS}}
    wanted = graph.site.navigation or (*dict(SECTIONS), *(page.id for page in graph.pages))
    named = [(f"{entry.strip('/')}/" if entry.strip("/") else "", entry) for entry in wanted]
    pages = {f"{page.id}/": page.title for page in graph.pages}
    gone = {record_address(kind_of(record), record.id) for record in graph.withdrawn()}
    return [
        (labels.get(address) or pages.get(address) or entry.strip("/").capitalize(), address)
        for address, entry in named
        if address not in gone
    ]


def _way(label: str, address: str, current: str) -> Way:
    mark = "page" if current == address else "true" if address and current.startswith(address) else ""
    return Way(label, address, mark)
