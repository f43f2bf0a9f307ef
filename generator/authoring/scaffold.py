"""A new record as an editor wants to find it: valid, commented, a draft until its blanks are filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.authoring.front_matter import scalar_text
from generator.model.addresses import FOLDERS
from generator.model.names import slug
from generator.model.records import Kind

UNNAMED_OUTLET = "unnamed-outlet"
"""The draft actor that a new article names as its publisher until the editor names the real one. As a draft it
cannot be published, so an article that still names it is a finding and never goes out."""


@dataclass(frozen=True, slots=True)
class Scaffold:
    """A file to write: its path below the site's folder, its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the editor asked for. `date` is EDTF; `publisher` an actor id (articles only)."""

    kind: Kind
    title: str
    id: str = ""
    date: str = ""
    publisher: str = ""

    @property
    def record_id(self) -> str:
        """The id asked for, or one made from the title."""
        return self.id or slug(self.title)


def scaffold(wish: Wish) -> Scaffold:
    """The new record's file."""
    folder = FOLDERS[wish.kind] or "pages"
    if wish.kind in {"event", "article"}:
        folder = f"{folder}/{_year(wish)}"
    return Scaffold(f"content/{folder}/{wish.record_id}.md", _TEXT[wish.kind](wish))


def unnamed_outlet() -> Scaffold:
    """The placeholder publisher, a draft."""
    text = "---\nname: Outlet to be named\nkind: media\ndraft: true\nnotes: Placeholder for new article records; name the real outlet there.\n---\n"
    return Scaffold(f"content/actors/{UNNAMED_OUTLET}.md", text)


def _year(wish: Wish) -> str:
    """The folder of a record's year; a date that does not begin with four digits has none."""
    year = re.match(r"[\[{]?(\d{4})", wish.date)
    return year[1] if year else "undated"


def _event(wish: Wish) -> str:
    return f"""---
title: {scalar_text(wish.title)}
date: {wish.date}            # 2014-08-24, 2014-08, 2014-08-24~ (about), 2014-08-18/2014-08-24, 2014-08-18/.. (still going on)
draft: true                  # take this line away to publish
# date_basis: Why we say so, where sources differ.
# status: reported           # confirmed, reported, disputed, retracted
# significance: key          # key, major, minor
# locations: [place-id]      # the main one first
# actors:
#   - actor-id: attacker     # an actor and its role
# topics: [diplomacy]
# sources:
#   - article-id
# claims:
#   - measure: killed
#     group: civilians
#     figure: at least 3
#     claimed_by: actor-id
#     source: article-id
# statements:
#   - by: actor-id
#     text: What was said.
#     source: article-id
# part_of: event-id
# summary: One or two sentences for cards and feeds.
---
What happened, in your own words. Double square brackets around an id or a name link to its record.
"""


def _article(wish: Wish) -> str:
    publisher = wish.publisher or UNNAMED_OUTLET
    return f"""---
title: {scalar_text(wish.title)}       # the headline as published
publisher: {publisher}            # an actor's id; `dateline new actor "Outlet" --kind media` makes one
published: {wish.date}
type: news                   # news, wire, official, ngo, reference, social, commentary
language: en
draft: true                  # take this line away to publish
# byline: Name of the writer
# agency: actor-id           # the wire it leans on
# based_on: [article-id]     # rewritten from
# url: https://…
# archived:
#   - {{url: https://…, at: {wish.date}}}
---
What the report says and how it is used here, in your own words.
"""


def _actor(wish: Wish) -> str:
    return f"""---
name: {scalar_text(wish.title)}
kind: other                  # person, armed-group, government, military, international-organisation, ngo, media, political, community, other
draft: true                  # take this line away to publish
# names: {{ar: …}}             # the name in other languages
# aliases: []                # spellings and transliterations; search and mentions find them
# part_of: actor-id
# roles:
#   - {{in: actor-id, as: Foreign Minister, from: 2006}}
# summary: One line on who this is.
---
"""


def _location(wish: Wish) -> str:
    return f"""---
name: {scalar_text(wish.title)}
kind: region                 # country, region, governorate, district, city, town, village, base, crossing, site, river, body-of-water
draft: true                  # take this line away to publish
# part_of: location-id       # every place but a country or a region is part of another
# coordinates: [35.95, 39.01]  # latitude, longitude
# precision: town            # site, town, district, governorate, country
# names: {{ar: …}}
# aliases: []
# summary: One line on the place.
---
"""


def _topic(wish: Wish) -> str:
    return f"""---
title: {scalar_text(wish.title)}
draft: true                  # take this line away to publish
# summary: One line on what belongs here.
---
"""


def _page(wish: Wish) -> str:
    return f"---\ntitle: {scalar_text(wish.title)}\ndraft: true                  # take this line away to publish\n---\n"


_TEXT: Mapping[Kind, Callable[[Wish], str]] = {
    "event": _event,
    "article": _article,
    "actor": _actor,
    "location": _location,
    "topic": _topic,
    "page": _page,
}
