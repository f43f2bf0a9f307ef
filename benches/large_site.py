"""A large made-up site, always the same: `python benches/large_site.py EVENTS FOLDER`.

For each event a report, for twenty an actor, for forty a place; three hundred words of prose an event, with three or
four mentions. The words mean nothing.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

WORDS = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "from",
    "with",
    "on",
    "said",
    "officials",
    "reported",
    "forces",
    "convoy",
    "border",
    "province",
    "city",
    "airport",
    "base",
    "council",
    "resolution",
    "statement",
    "minister",
    "militants",
    "army",
    "rebels",
    "air",
    "strike",
    "offensive",
    "withdrew",
    "captured",
    "seized",
    "condemned",
    "warned",
    "rejected",
    "offered",
    "against",
    "coalition",
    "security",
    "families",
    "refugees",
    "crossing",
    "aid",
    "agencies",
    "residents",
    "fled",
    "overnight",
    "shelling",
    "northern",
    "eastern",
    "southern",
    "western",
    "supply",
    "road",
    "bridge",
    "dam",
    "oil",
    "field",
    "checkpoint",
    "prisoners",
    "released",
    "truce",
]

BEGIN = date(2011, 3, 15)
DAYS = 2000


def write(site: Path, events: int, seed: int = 1) -> None:
    """Write the site's content."""
    chance = random.Random(seed)  # noqa: S311 - the same site each time
    content = site / "content"
    _put(
        content / "site.yaml", "title: A large site\ndescription: Made up.\nbase_url: https://example.org/\n"
    )
    actors = [f"actor-{number}" for number in range(max(40, events // 20))]
    places = [f"place-{number}" for number in range(max(30, events // 40))]
    for number, actor in enumerate(actors):
        name = f"{chance.choice(WORDS).capitalize()} {chance.choice(WORDS).capitalize()} {number}"
        head = {"name": f"'{name}'", "kind": "media" if number < len(actors) // 40 + 1 else "person"}
        _record(content / "actors" / f"{actor}.md", head, _prose(chance, 2, 40))
    for number, place in enumerate(places):
        kind = "town" if number else "country"
        head = {"name": f"'{chance.choice(WORDS).capitalize()} Place {number}'", "kind": kind}
        if number:
            head["part_of"] = places[(number - 1) // 6]
        head["coordinates"] = f"[{chance.uniform(32, 37):.4f}, {chance.uniform(36, 45):.4f}]"
        _record(content / "locations" / f"{place}.md", head, _prose(chance, 1, 50))
    for number in range(events):
        _event(content, chance, number, BEGIN + timedelta(days=number * DAYS // events), actors, places)


def _event(
    content: Path, chance: random.Random, number: int, day: date, actors: Sequence[str], places: Sequence[str]
) -> None:
    report = {
        "title": f"'{_sentence(chance, 9)[:-1]} ({number})'",
        "publisher": chance.choice(actors[: len(actors) // 40 + 1]),
        "published": (day + timedelta(days=chance.randint(0, 2))).isoformat(),
        "url": f"https://news.example/{number}",
    }
    _record(content / "articles" / str(day.year) / f"article-{number}.md", report, _prose(chance, 2, 35))
    parties, where = chance.sample(actors, 3), chance.sample(places, 2)
    sources = sorted({f"article-{number}", f"article-{chance.randint(max(0, number - 50), number)}"})
    head = {
        "title": f"'{_sentence(chance, 8)[:-1]} {number}'",
        "date": day.isoformat(),
        "summary": f"'{_sentence(chance, 20)}'",
        "actors": f"[{', '.join(parties)}]",
        "locations": f"[{', '.join(where)}]",
        "sources": f"[{', '.join(sources)}]",
        "topics": f"[{', '.join(chance.sample(['diplomacy', 'battle', 'strikes', 'aid', 'hostages'], 2))}]",
    }
    named = [*parties[:2], where[0], *([f"event-{chance.randint(0, number - 1)}"] if number else [])]
    told = [
        f"It followed [[{name}]] in the **{chance.choice(WORDS)}**. {_prose(chance, 1, 60)}" for name in named
    ]
    _record(content / "events" / str(day.year) / f"event-{number}.md", head, "\n\n".join(told))


def _sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choices(WORDS, k=length)).capitalize() + "."


def _prose(chance: random.Random, paragraphs: int, length: int) -> str:
    return "\n\n".join(_sentence(chance, length) for _ in range(paragraphs))


def _record(file: Path, head: dict[str, str], body: str) -> None:
    fields = "".join(f"{name}: {value}\n" for name, value in head.items())
    _put(file, f"---\n{fields}---\n{body}\n")


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
