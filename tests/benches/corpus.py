"""A synthetic news timeline, made from one seed: what every generator is given to publish.

Half the records are events, nearly half articles about reports; an event names three actors, two places, one or two
reports, and in its text two actors, a place and an earlier event. The words are drawn from a short list, so that the
same size and seed give the same corpus on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

WORDS: Final = tuple((Path(__file__).parent / "words.txt").read_text("ascii").split())
ACTOR_KINDS: Final = ("person", "group", "state", "organisation")
PUBLISHERS: Final = ("Herald", "Wire", "Courier", "Gazette")
TAGS: Final = ("diplomacy", "battle", "airstrike", "aid", "hostage")
FIRST_DAY: Final = date(2011, 3, 15)
DAYS: Final = 2000
"""Over so many days the events are spread, however many they are."""

MENTION: Final = "@@{}-{}@@"
"""A mention in a text, of a kind (`actor`, `place`, `event`) and a number; each layout makes a link of it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A party. `kind` is one of `ACTOR_KINDS`."""

    id: str
    name: str
    kind: str
    body: str


@dataclass(frozen=True, slots=True)
class Location:
    """A place inside another, up to the first, which is in none."""

    id: str
    name: str
    part_of: str
    latitude: float
    longitude: float
    body: str


@dataclass(frozen=True, slots=True)
class Article:
    """A report; `published` is an ISO 8601 date."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    body: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened; `day` is an ISO 8601 date, the rest are ids."""

    id: str
    title: str
    day: str
    actors: tuple[str, ...]
    locations: tuple[str, ...]
    sources: tuple[str, ...]
    summary: str
    tags: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """All records of one timeline."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    locations: tuple[Location, ...]

    @property
    def records(self) -> int:
        """How many there are."""
        return len(self.events) + len(self.articles) + len(self.actors) + len(self.locations)

    @property
    def names(self) -> dict[str, str]:
        """What a link to each record says, by the kind and number of its mention."""
        titles = {event.id: event.title for event in self.events}
        actors = {actor.id: actor.name for actor in self.actors}
        return titles | actors | {place.id: place.name for place in self.locations}


def make_corpus(events: int, seed: int = 1) -> Corpus:
    """A timeline of so many events, as many reports, and the actors and places that befit them."""
    draw = Random(seed)  # noqa: S311 - the same each time is what is wanted
    actors = tuple(_actor(draw, number) for number in range(max(40, events // 20)))
    locations = tuple(_location(draw, number) for number in range(max(30, events // 40)))
    articles, happened = [], []
    for number in range(events):
        day = FIRST_DAY + timedelta(days=int(number * DAYS / events))
        articles.append(_article(draw, number, day))
        happened.append(_event(draw, number, day, actors, locations))
    return Corpus(tuple(happened), tuple(articles), actors, locations)


def _actor(draw: Random, number: int) -> Actor:
    name = f"{draw.choice(WORDS).capitalize()} {draw.choice(WORDS).capitalize()} {number}"
    return Actor(f"actor-{number}", name, draw.choice(ACTOR_KINDS), _paragraphs(draw, 2, 40))


def _location(draw: Random, number: int) -> Location:
    return Location(
        f"place-{number}",
        f"{draw.choice(WORDS).capitalize()} Place {number}",
        f"place-{(number - 1) // 6}" if number else "",
        round(draw.uniform(32, 37), 4),
        round(draw.uniform(36, 45), 4),
        _sentence(draw, 50),
    )


def _article(draw: Random, number: int, day: date) -> Article:
    return Article(
        f"article-{number}",
        f"{_sentence(draw, 9)[:-1]} ({number})",
        draw.choice(PUBLISHERS),
        (day + timedelta(days=draw.randint(0, 2))).isoformat(),
        f"https://news.example/{number}",
        _paragraphs(draw, 2, 35),
    )


def _event(
    draw: Random, number: int, day: date, actors: tuple[Actor, ...], locations: tuple[Location, ...]
) -> Event:
    parties = draw.sample(range(len(actors)), 3)
    places = draw.sample(range(len(locations)), 2)
    sources = {f"article-{number}", f"article-{draw.randint(max(0, number - 50), number)}"}
    mentions = [MENTION.format("actor", one) for one in parties[:2]] + [MENTION.format("place", places[0])]
    if number:
        mentions.append(MENTION.format("event", draw.randint(0, number - 1)))
    body = _body(draw, mentions)
    return Event(
        f"event-{number}",
        f"{_sentence(draw, 8)[:-1]} {number}",
        day.isoformat(),
        tuple(f"actor-{one}" for one in parties),
        tuple(f"place-{one}" for one in places),
        tuple(sorted(sources)),
        _sentence(draw, 20),
        tuple(draw.sample(TAGS, 2)),
        body,
    )


def _body(draw: Random, mentions: list[str]) -> str:
    """Five paragraphs, each with one of the mentions while there are any; a list and a quotation between them."""
    paragraphs = []
    for place in range(5):
        sentences = [_sentence(draw, draw.randint(12, 20)) for _ in range(3)]
        if place < len(mentions):
            strong, emphatic = draw.choice(WORDS), draw.choice(WORDS)
            sentences.insert(1, f"It followed {mentions[place]} in the **{strong}** *{emphatic}*.")
        paragraphs.append(" ".join(sentences))
    paragraphs.insert(2, "\n".join(f"- {_sentence(draw, 8)}" for _ in range(3)))
    paragraphs.insert(4, f"> {_sentence(draw, 25)}")
    return "\n\n".join(paragraphs)


def _paragraphs(draw: Random, count: int, words: int) -> str:
    return "\n\n".join(_sentence(draw, words) for _ in range(count))


def _sentence(draw: Random, words: int) -> str:
    return " ".join([draw.choice(WORDS) for _ in range(words)]).capitalize() + "."
