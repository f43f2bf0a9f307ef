"""Pictures that stand for a page where its link is shared: one for each event, actor and place, one for all else.

They are drawings (`templates/card.svg`) that rendering makes into PNG. A link to a picture must be a whole address
(the Open Graph protocol, ogp.me), so a site that has not said where it will stand has none. Without the extra
`cards` there are none either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from typing import cast

from generator.exports.permanent import legal
from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.traced import untraced
from generator.languages.language import ENGLISH, Language
from generator.model.addresses import FOLDERS
from generator.model.names import language_direction
from generator.model.records import Actor, AnyRecord, Kind, Location, kind_of
from generator.pages.cards import Shape, main_place, shape_of
from generator.pages.page import PageOutput, View
from generator.pages.wording import ACTOR_KIND_WORDS, LOCATION_KIND_WORDS, grade_of

FOLDER = "assets/cards/"
SITE_CARD = f"{FOLDER}site.png"

WIDTH, HEIGHT = 1200, 630
"""Pixels: what the readers of Open Graph tags show uncut."""

MANY = 1000
"""Pictures that a site gets unasked. Each takes about 28 ms, once: beyond it they would be most of a first build."""

LIBRARY = "resvg_py"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardImage:
    """The words of a picture. `over` stands above the title (a date, a kind), `mark` says what is not certain about it,
    `under` are lines below. `shape` is the date's on the spine of the timeline; empty where there is no date.
    """

    over: str
    title: str
    under: tuple[str, ...] = ()
    mark: str = ""
    shape: Shape | str = ""
    key: bool = False


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A picture for each record that has one, and the site's."""
    if not are_made(graph):
        return
    yield _output(SITE_CARD)
    records: tuple[AnyRecord, ...] = (*graph.events, *graph.actors, *graph.locations)
    for record in records:
        yield _output(_address(kind_of(record), record.id), f"{kind_of(record)}/{record.id}")


def are_made(graph: Graph) -> bool:
    """Whether the edition has pictures: wanted, able to be named, and able to be drawn."""
    graph = untraced(graph)
    wanted = graph.site.cards if graph.site.cards is not None else not are_many(graph)
    return wanted and bool(graph.site.base_url) and _can_draw()


def are_many(graph: Graph) -> bool:
    """Whether there would be so many pictures that a site has to ask for them."""
    return len(graph.events) + len(graph.actors) + len(graph.locations) > MANY


def left_out(graph: Graph) -> str:
    """A line where a site has so many pictures that it must say whether it wants them; else empty."""
    if graph.site.cards is not None or not graph.site.base_url or not are_many(graph):
        return ""
    return f"no pictures for shared links: they would be more than {MANY:,}; `cards` in site.yaml says if you want them"


def card_address(graph: Graph, record: str) -> str:
    """The address of the picture of a page about `record` (`event/tabqa-falls`, or empty); empty where none is made."""
    if not are_made(graph):
        return ""
    kind, _, record_id = record.partition("/")
    return _address(cast(Kind, kind), record_id) if kind in PICTURED else SITE_CARD


def view(graph: Graph, subject: str) -> View:
    """What the drawing of one picture sees."""
    kind, _, record_id = subject.partition("/")
    card = PICTURED[cast(Kind, kind)](graph, record_id) if kind else _of_site(graph)
    return {
        "card": card,
        "site_title": legal(graph.site.title) if kind else "",
        "direction": language_direction(graph.site.language),
        "width": WIDTH,
        "height": HEIGHT,
    }


@lru_cache(maxsize=1)
def _can_draw() -> bool:
    return find_spec(LIBRARY) is not None


def _address(kind: Kind, record_id: str) -> str:
    return f"{FOLDER}{FOLDERS[kind]}/{record_id}.png"


def _output(address: str, record: str = "") -> PageOutput:
    return PageOutput(
        address=address, template="card.svg", view=view, subject=record, record=record, listed=False
    )


def _of_site(graph: Graph) -> CardImage:
    return CardImage(over="", title=legal(graph.site.title), under=_lines(graph.site.description))


def _of_event(graph: Graph, event_id: str) -> CardImage:
    event = graph.event(event_id)
    grade = "" if event.status == "confirmed" else grade_of(graph, event.status).label
    return CardImage(
        over=_sentence(event.date.words(_language(graph))),
        title=legal(event.title),
        under=_lines(main_place(graph, event)),
        mark=_mark(graph, grade, draft=event.draft),
        shape=shape_of(event.date),
        key=event.significance == "key",
    )


def _of_actor(graph: Graph, actor_id: str) -> CardImage:
    actor = graph.actor(actor_id)
    return CardImage(
        over=language_of(graph).say(ACTOR_KIND_WORDS[actor.kind][0]),
        title=legal(actor.name),
        under=_lines(_other_names(actor)),
        mark=_mark(graph, "", draft=actor.draft),
    )


def _of_location(graph: Graph, location_id: str) -> CardImage:
    location = graph.location(location_id)
    around = language_of(graph).say(", ").join(ancestor.name for ancestor in graph.ancestors(location_id))
    return CardImage(
        over=_sentence(language_of(graph).say(LOCATION_KIND_WORDS[location.kind])),
        title=legal(location.name),
        under=_lines(around, _other_names(location)),
        mark=_mark(graph, "", draft=location.draft),
    )


PICTURED: Mapping[Kind, Callable[[Graph, str], CardImage]] = {
    "event": _of_event,
    "actor": _of_actor,
    "location": _of_location,
}
"""The kinds that have pictures of their own."""


def _other_names(record: Actor | Location) -> str:
    """The names in other languages, apart by dots."""
    return " · ".join(dict.fromkeys(name.text for name in record.names if name.text != record.name))


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(legal(text) for text in texts if text)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _language(graph: Graph) -> Language:
    """That of the page; English where it has no words, for then the fonts of pictures may not have its letters either."""
    spoken = language_of(graph)
    return spoken if spoken.spoken else ENGLISH


def _mark(graph: Graph, grade: str, *, draft: bool) -> str:
    return " · ".join(filter(None, [language_of(graph).say("Draft") if draft else "", grade]))
