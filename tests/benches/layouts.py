"""One corpus laid out as a site for Dateline and for each peer, all doing the same job.

Every site has a page for each event, report, actor and place (Pelican: tags and categories), what each of them has to do
with events, a home page by month, a sitemap and, where the tool makes one, a feed. What is the same for any corpus
(settings, templates) stands in `sites/`; the peers' templates are lean on purpose, and Hugo's are the quickest form
found.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.benches.corpus import Actor, Article, Corpus, Event, Location

SITES: Final = Path(__file__).parent / "sites"

Files = Iterator[tuple[str, str]]
"""Paths relative to a site's folder, and what stands in them."""

_MENTION: Final = re.compile(r"@@(\w+)-(\d+)@@")
_ADDRESSES: Final = {
    "event": "/events/event-{}/",
    "actor": "/actors/actor-{}/",
    "place": "/locations/place-{}/",
}
_KINDS: Final = {
    "person": "person",
    "group": "armed-group",
    "state": "government",
    "organisation": "international-organisation",
}
"""Kinds of actors as Dateline names them."""


def lay_out(corpus: Corpus, tool: str, folder: Path) -> None:
    """Write the corpus as the site of a tool into a folder that is not there yet."""
    shutil.copytree(SITES / tool, folder)
    for path, text in LAYOUTS[tool](corpus):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def _dateline(corpus: Corpus) -> Files:
    """Dateline's own content model (`docs/content-model.md`)."""
    for actor in corpus.actors:
        fields = f"name: {actor.name!r}\nkind: {_KINDS[actor.kind]}\n"
        yield f"content/actors/{actor.id}.md", _page(fields, actor.body + "\n")
    for place in corpus.locations:
        where = f"kind: town\npart_of: {place.part_of}" if place.part_of else "kind: country"
        point = f"coordinates: [{place.latitude}, {place.longitude}]\nprecision: town\n"
        yield (
            f"content/locations/{place.id}.md",
            _page(f"name: {place.name!r}\n{where}\n{point}", place.body + "\n"),
        )
    for article in corpus.articles:
        fields = (
            f"title: {article.title!r}\npublisher: {article.publisher.lower()}\npublished: {article.published}\n"
            f"type: news\nlanguage: en\nurl: {article.url}\n"
        )
        yield f"content/articles/{article.published[:4]}/{article.id}.md", _page(fields, article.body + "\n")
    for event in corpus.events:
        fields = _head(event) + _lists(
            actors=event.actors, locations=event.locations, sources=event.sources, topics=event.tags
        )
        body = _MENTION.sub(r"[[\1-\2]]", event.body)
        yield f"content/events/{event.day[:4]}/{event.id}.md", _page(fields, body + "\n")


def _hugo(corpus: Corpus) -> Files:
    """Actors, places and reports are taxonomies, whose terms know their events."""
    names = corpus.names
    for event in corpus.events:
        fields = _head(event) + _lists(
            actors=event.actors, locations=event.locations, articles=event.sources, tags=event.tags
        )
        yield f"content/events/{event.id}.md", _page(fields, _linked(event.body, names))
    for folder, record, fields in _subjects(corpus):
        yield f"content/{folder}/{record.id}/_index.md", _page(fields, record.body)


def _eleventy(corpus: Corpus) -> Files:
    """Collections made once, by actor, place and report, serve all templates."""
    names = corpus.names
    for event in corpus.events:
        fields = _head(event) + _lists(
            actors=event.actors, places=event.locations, sources=event.sources, topics=event.tags
        )
        yield f"events/{event.id}.md", _page(fields, _linked(event.body, names))
    for folder, record, fields in _subjects(corpus):
        yield f"{folder}/{record.id}.md", _page(fields, record.body)


def _pelican(corpus: Corpus) -> Files:
    """Tags stand for actors and the category for the first place; reports are a second set of posts."""
    names = corpus.names
    for event in corpus.events:
        fields = (
            f"Category: {event.locations[0]}\nTags: {', '.join(event.actors)}\nSummary: {event.summary}\n\n"
        )
        head = f"Title: {event.title}\nDate: {event.day}\nSlug: {event.id}\n"
        yield f"content/events/{event.id}.md", head + fields + _linked(event.body, names)
    for article in corpus.articles:
        head = f"Title: {article.title}\nDate: {article.published}\nSlug: {article.id}\n"
        yield f"content/articles/{article.id}.md", f"{head}Category: articles\nSummary: x\n\n{article.body}"


LAYOUTS: Final[dict[str, Callable[[Corpus], Files]]] = {
    "dateline": _dateline,
    "hugo": _hugo,
    "eleventy": _eleventy,
    "pelican": _pelican,
}


def _subjects(corpus: Corpus) -> Iterator[tuple[str, Article | Actor | Location, str]]:
    """Folder, record and front matter of all that is no event, for those tools that only know pages."""
    for article in corpus.articles:
        about = f"publisher: {article.publisher}\nsource_url: {article.url}\n"
        yield "articles", article, f"title: {article.title!r}\ndate: {article.published}\n{about}"
    for actor in corpus.actors:
        yield "actors", actor, f"title: {actor.name!r}\nkind: {actor.kind}\n"
    for place in corpus.locations:
        yield "locations", place, f"title: {place.name!r}\n"


def _head(event: Event) -> str:
    return f"title: {event.title!r}\ndate: {event.day}\nsummary: {event.summary!r}\n"


def _lists(**lists: Iterable[str]) -> str:
    return "".join(f"{key}:\n" + "".join(f"  - {one}\n" for one in ids) for key, ids in lists.items())


def _page(fields: str, body: str) -> str:
    return f"---\n{fields}---\n{body}"


def _linked(text: str, names: dict[str, str]) -> str:
    """Mentions as Markdown links."""

    def link(mention: re.Match[str]) -> str:
        kind, number = mention.groups()
        return f"[{names[f'{kind}-{number}']}]({_ADDRESSES[kind].format(number)})"

    return _MENTION.sub(link, text)
