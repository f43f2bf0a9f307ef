"""What the two formats demand of a feed, written down from their specifications, beside our own writer.

`atom_faults` holds a document against RFC 4287: the grammar of its appendix B (`atom.rng`), what the appendix leaves to
Schematron, and the rules of sections 4.1 and 4.2 that no grammar says. `json_feed_faults` holds one against JSON
Feed 1.1.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

ATOM = {"a": "http://www.w3.org/2005/Atom"}
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))

RFC_3339 = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]\d\d:\d\d)"
)
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
WHOLE_ADDRESS = re.compile(r"https?://\S+")


def atom_faults(document: bytes) -> list[str]:
    """What is wrong with an Atom feed document; empty for a valid one."""
    feed = etree.fromstring(document)
    if not GRAMMAR.validate(feed):
        return [str(fault) for fault in GRAMMAR.error_log]
    return list(_atom_faults(feed))


def _atom_faults(feed: etree._Element) -> Iterator[str]:
    entries = feed.findall("a:entry", ATOM)
    for date in feed.iterfind(".//a:updated", ATOM), feed.iterfind(".//a:published", ATOM):
        yield from (f"no date of RFC 3339: {one.text}" for one in date if not RFC_3339.fullmatch(one.text))
    yield from (
        f"no IRI: {one.text}" for one in feed.iterfind(".//a:id", ATOM) if not IRI.fullmatch(one.text)
    )
    if feed.find("a:author", ATOM) is None and any(entry.find("a:author", ATOM) is None for entry in entries):
        yield "neither the feed nor each of its entries has an author"
    if not feed.findall("a:link[@rel='self']", ATOM):
        yield "the feed does not name its own address"
    for part in (feed, *entries):
        alternates = Counter(
            (link.get("type"), link.get("hreflang"))
            for link in part.findall("a:link", ATOM)
            if link.get("rel", "alternate") == "alternate"
        )
        yield from (f"two alternate links of type {kind}" for kind, count in alternates.items() if count > 1)
        if part is not feed and not alternates and part.find("a:content", ATOM) is None:
            yield "an entry has neither content nor an alternate link"
    versions = Counter((_text(entry, "id"), _text(entry, "updated")) for entry in entries)
    yield from (
        f"two entries with one id and one date: {version}" for version, count in versions.items() if count > 1
    )


def _text(entry: etree._Element, name: str) -> str | None:
    return entry.findtext(f"a:{name}", namespaces=ATOM)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _is_address(value: object) -> bool:
    return isinstance(value, str) and WHOLE_ADDRESS.fullmatch(value) is not None


def _is_date(value: object) -> bool:
    return isinstance(value, str) and RFC_3339.fullmatch(value) is not None


def _is_language(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", value) is not None


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_authors(value: object) -> bool:
    """Objects with at least one of name, url, avatar."""
    return isinstance(value, list) and all(
        isinstance(author, dict) and author and set(author) <= {"name", "url", "avatar"} for author in value
    )


def _is_list(value: object) -> bool:
    return isinstance(value, list)


FEED_MEMBERS = {
    "version": lambda value: value == "https://jsonfeed.org/version/1.1",
    "title": _is_text,
    "home_page_url": _is_address,
    "feed_url": _is_address,
    "description": _is_text,
    "language": _is_language,
    "authors": _are_authors,
    "items": _is_list,
}
FEED_NEEDS = {"version", "title", "items"}
ENTRY_MEMBERS = {
    "id": _is_text,
    "url": _is_address,
    "title": _is_text,
    "content_html": _is_text,
    "content_text": _is_text,
    "summary": _is_text,
    "date_published": _is_date,
    "date_modified": _is_date,
    "tags": _is_texts,
}
"""The members that we write, with what the specification says of their values. Others would be typing errors."""


def json_feed_faults(document: bytes) -> list[str]:
    """What is wrong with a JSON Feed; empty for a valid one."""
    feed = json.loads(document)
    return list(_json_feed_faults(feed))


def _json_feed_faults(feed: dict[str, object]) -> Iterator[str]:
    yield from _member_faults("feed", feed, FEED_MEMBERS, FEED_NEEDS)
    entries = feed.get("items", [])
    for entry in entries:
        yield from _member_faults(entry.get("id", "?"), entry, ENTRY_MEMBERS, {"id"})
        if not {"content_html", "content_text"} & entry.keys():
            yield f"{entry.get('id')}: neither content_html nor content_text"
    ids = Counter(entry.get("id") for entry in entries)
    yield from (f"{entry_id}: an id twice" for entry_id, count in ids.items() if count > 1)


def _member_faults(name: str, value: dict[str, object], members: dict, needs: set[str]) -> Iterator[str]:
    yield from (f"{name}: no {missing}" for missing in sorted(needs - value.keys()))
    for member, found in value.items():
        if member not in members:
            yield f"{name}: {member} is no member of the format"
        elif not members[member](found):
            yield f"{name}: {member} may not be {found!r}"
