"""Small whole sites, as Markdown files that hold no error, for properties that every site has.

A record names only records that were made before it, so nothing goes round in a circle, and only drafts name drafts.
Text for the desk holds `NOTES`, text of drafts holds `DRAFT`, so that a leak of either is seen anywhere in an edition.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from generator.model.addresses import FOLDERS, record_address
from generator.model.records import (
    ACTOR_KINDS,
    ARTICLE_TYPES,
    LOCATION_KINDS,
    PRECISIONS,
    SIGNIFICANCES,
    STANCES,
    STATUSES,
    Kind,
)
from generator.reading.vocabulary import MEASURES, ROLES
from tests.site import generated_texts as texts
from tests.site.model_site import Site

NOTES, DRAFT = "canary-notes", "canary-draft"
FIGURES = ("346", "at least 12", "more than 20", "up to 9", "about 7", "3 to 5", "unknown", "none", "dozens")
PICTURE = b"\x89PNG\r\n\x1a\n"

Fields = dict[str, Any]


@dataclass(frozen=True)
class GeneratedSite:
    """Files of a site by path; `records` in the order in which they were made."""

    files: dict[str, str]
    records: tuple[tuple[Kind, str], ...]

    def lay_out(self, folder: Path) -> Site:
        site = Site(folder)
        for path, text in self.files.items():
            site.write(path, text)
        picture = folder / "content/media/base.png"
        picture.parent.mkdir()
        picture.write_bytes(PICTURE)
        return site


@dataclass
class _Desk:
    """Where one site is being written: what there is so far to be named."""

    draw: DrawFn
    files: dict[str, str] = field(default_factory=dict)
    published: dict[Kind, list[str]] = field(default_factory=dict)
    drafts: dict[Kind, list[str]] = field(default_factory=dict)
    made: list[tuple[Kind, str]] = field(default_factory=list)

    def known(self, kind: Kind, *, draft: bool) -> list[str]:
        return [*self.published.get(kind, ()), *(self.drafts.get(kind, ()) if draft else ())]

    def some(self, kind: Kind, *, draft: bool, most: int = 3) -> list[str]:
        known = self.known(kind, draft=draft)
        return self.draw(st.lists(st.sampled_from(known), max_size=most, unique=True)) if known else []

    def one(self, kind: Kind, *, draft: bool) -> str:
        known = self.known(kind, draft=draft)
        return self.draw(st.sampled_from(known)) if known else ""

    def text(self, *, draft: bool) -> str:
        return self.draw(texts.names) + (f" {DRAFT}" if draft else "")

    def moment(self) -> str:
        return self.draw(texts.dates)

    def perhaps(self, strategy: st.SearchStrategy[Any]) -> Any:
        return self.draw(st.one_of(st.just(""), strategy))


@st.composite
def sites(draw: DrawFn) -> GeneratedSite:
    """A site without an error finding, when it is published with or without its drafts."""
    desk = _Desk(draw)
    for kind, make, most in MAKERS:
        for number in range(draw(st.integers(0 if kind != "actor" else 1, most))):
            _write(desk, kind, number, make)
    desk.files["content/site.yaml"] = _document(_settings(desk))
    return GeneratedSite(desk.files, tuple(desk.made))


def _settings(desk: _Desk) -> Fields:
    draw = desk.draw
    ways = ["/timeline/", "/actors/", "/", "/corrections/", *desk.known("page", draft=False)]
    return {
        "title": draw(texts.names),
        "base_url": draw(st.sampled_from(["", "https://x.example/", "https://x.example/timeline/2014"])),
        "language": draw(st.sampled_from(["en", "ar", "he", "tr", "zh-Hant"])),
        "timezone": draw(st.sampled_from(["", "Asia/Damascus", "Pacific/Kiritimati"])),
        "navigation": draw(st.lists(st.sampled_from(ways), max_size=4, unique=True)),
        "key_period": desk.perhaps(texts.dates),
        "author": desk.perhaps(texts.names),
        "cards": False,  # the dearest part of a build, and the same for every site
    }


def _write(desk: _Desk, kind: Kind, number: int, make: Any) -> None:
    draft = desk.draw(st.integers(0, 4)) == 0
    record_id = f"{kind}-{number}" if not draft else f"{DRAFT}-{kind}-{number}"
    targets = [f"{of}:{known}" for of in FOLDERS for known in desk.known(of, draft=draft)]
    links = ["/", "/timeline/", "/feed.xml", "https://x.example/?a=1&b=2"]
    links += ["/" + record_address(of, known) for of in FOLDERS for known in desk.known(of, draft=draft)]
    fields = make(desk, draft) | _shared(desk, kind, number, draft=draft, targets=targets)
    body = desk.draw(texts.bodies(targets, links))
    path = f"content/{FOLDERS[kind] or 'pages'}/{record_id}"
    desk.files[f"{path}.md"] = f"---\n{_document(fields)}---\n{body}\n"
    if desk.draw(st.integers(0, 4)) == 0:
        heading = "name" if "name" in fields else "title"
        desk.files[f"{path}.ar.md"] = f"---\n{heading}: ترجمة\n---\n{body}\n"
    (desk.drafts if draft else desk.published).setdefault(kind, []).append(record_id)
    desk.made.append((kind, record_id))


def _shared(desk: _Desk, kind: Kind, number: int, *, draft: bool, targets: list[str]) -> Fields:
    former = f"{DRAFT}-old-{kind}-{number}" if draft else f"old-{kind}-{number}"
    return {
        "draft": draft,
        "summary": desk.perhaps(texts.summaries(targets)),
        "former_ids": desk.draw(st.sampled_from([[], [former], [former, f"{former}-2"]])),
        "notes": f"{NOTES} {kind} {number}",
        "corrections": [
            {
                "date": desk.moment(),
                "what": desk.draw(st.sampled_from(["wording", "withdrawn", "summary"])),
                "was": desk.perhaps(texts.names),
                "why": desk.text(draft=draft),
                "source": desk.one("article", draft=draft),
            }
            for _ in range(desk.draw(st.integers(0, 2)))
        ],
    }


def _names(desk: _Desk, draft: bool) -> Fields:
    return {
        "name": desk.text(draft=draft),
        "names": {"ar": desk.draw(texts.names), "he": "שלום"} if desk.draw(st.booleans()) else {},
        "aliases": desk.draw(st.lists(texts.names, max_size=2)),
        "former_names": [
            {"name": desk.text(draft=draft), "from": desk.perhaps(texts.dates), "until": desk.moment()}
            for _ in range(desk.draw(st.integers(0, 1)))
        ],
    }


def _location(desk: _Desk, draft: bool) -> Fields:
    return _names(desk, draft) | {
        "kind": desk.draw(st.sampled_from(LOCATION_KINDS)),
        "part_of": desk.one("location", draft=draft),
        "coordinates": desk.draw(st.sampled_from([[], [35.75, 38.5], [-90, 180], [0.1, -0.1]])),
    }


def _actor(desk: _Desk, draft: bool) -> Fields:
    bodies = desk.some("actor", draft=draft, most=2)
    return _names(desk, draft) | {
        "kind": desk.draw(st.sampled_from(ACTOR_KINDS)),
        "part_of": desk.one("actor", draft=draft),
        "roles": [{"in": body, "as": desk.text(draft=draft), "from": desk.moment()} for body in bodies],
        "born": desk.perhaps(texts.dates),
        "dissolved": desk.perhaps(texts.dates),
    }


def _article(desk: _Desk, draft: bool) -> Fields:
    return {
        "title": desk.text(draft=draft),
        "publisher": desk.one("actor", draft=draft) or _outlet(desk),
        "published": desk.moment(),
        "agency": desk.one("actor", draft=draft),
        "based_on": desk.some("article", draft=draft),
        "type": desk.draw(st.sampled_from(ARTICLE_TYPES)),
        "language": desk.draw(st.sampled_from(["", "en", "ar", "he", "tr"])),
        "url": desk.draw(st.sampled_from(["", "https://x.example/r?q=1&p=2#a"])),
        "mentions": desk.some("location", draft=draft),
    }


def _outlet(desk: _Desk) -> str:
    """An outlet for reports of a site all of whose actors are drafts."""
    desk.files["content/actors/outlet.md"] = '---\nname: "The Outlet"\nkind: media\n---\n'
    return "outlet"


def _titled(desk: _Desk, draft: bool) -> Fields:
    return {"title": desk.text(draft=draft)}


def _event(desk: _Desk, draft: bool) -> Fields:
    draw = desk.draw
    sources = desk.some("article", draft=draft)
    roles = st.sampled_from([role.slug for role in ROLES])
    topics = st.sampled_from(["aid", "talks", *desk.known("topic", draft=draft)])
    return {
        "title": desk.text(draft=draft),
        "date": desk.moment(),
        "date_basis": desk.perhaps(texts.names),
        "order": draw(st.sampled_from(["", 1, -2])),
        "status": draw(st.sampled_from(STATUSES)),
        "significance": draw(st.sampled_from(SIGNIFICANCES)),
        "locations": desk.some("location", draft=draft),
        "location_precision": draw(st.sampled_from(["", *PRECISIONS])),
        "actors": [{"actor": who, "role": draw(roles)} for who in desk.some("actor", draft=draft)],
        "topics": [f"{DRAFT}-topic"] if draft else draw(st.lists(topics, max_size=2, unique=True)),
        "sources": [{"article": source, "quote": draw(texts.names)} for source in sources],
        "claims": [_claim(desk, source, draft) for source in sources if desk.known("actor", draft=draft)],
        "statements": [
            _statement(desk, source, draft) for source in sources if desk.known("actor", draft=draft)
        ],
        "part_of": desk.one("event", draft=draft),
        "responds_to": desk.some("event", draft=draft),
        "follows": desk.some("event", draft=draft),
        "denies": desk.some("event", draft=draft),
        "media": [{"file": "media/base.png", "alt": draw(texts.names), "graphic": draw(st.booleans())}]
        * draw(st.integers(0, 1)),
    }


def _claim(desk: _Desk, source: str, draft: bool) -> Fields:
    draw = desk.draw
    groups = ["civilians", desk.text(draft=draft), *desk.known("actor", draft=draft)]
    return {
        "measure": draw(st.sampled_from([measure.slug for measure in MEASURES])),
        "group": draw(st.sampled_from(groups)),
        "figure": draw(st.sampled_from(FIGURES)),
        "claimed_by": desk.one("actor", draft=draft),
        "source": source,
        "as_of": desk.perhaps(texts.dates),
        "scope": desk.perhaps(texts.dates),
        "stance": draw(st.sampled_from(STANCES)),
    }


def _statement(desk: _Desk, source: str, draft: bool) -> Fields:
    return {
        "by": desk.one("actor", draft=draft),
        "to": desk.some("actor", draft=draft),
        "text": desk.text(draft=draft),
        "source": source,
        "quoted": desk.draw(st.booleans()),
    }


def _document(fields: Fields) -> str:
    """YAML: each field on a line, its value as JSON, without what is empty."""
    return "".join(f"{key}: {_value(value)}\n" for key, value in fields.items() if value not in ("", [], {}))


def _value(value: Any) -> str:
    return json.dumps(_filled(value), ensure_ascii=False)


def _filled(value: Any) -> Any:
    if isinstance(value, list):
        return [_filled(one) for one in value]
    if isinstance(value, dict):
        return {key: _filled(one) for key, one in value.items() if one not in ("", [], {})}
    return value


MAKERS: tuple[tuple[Kind, Any, int], ...] = (
    ("location", _location, 3),
    ("actor", _actor, 3),
    ("article", _article, 3),
    ("topic", _titled, 2),
    ("event", _event, 4),
    ("page", _titled, 2),
)
"""Kinds in the order in which they are written, and how many of each at most."""
