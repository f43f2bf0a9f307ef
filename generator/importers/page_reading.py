"""A saved web page: what it says of the report it holds, and whether words occur in it.

lxml parses without entities, network or huge trees; trafilatura finds what stands in no marked place. The date is taken
as it is written where a page marks it (schema.org, Open Graph, Dublin Core, `<time>`), because trafilatura gives a day
even where only a year stands; what trafilatura finds in running text is a guess and is called one.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.importers.addresses import canonical
from generator.importers.libraries import library
from generator.importers.plain_words import plain_words

_DATES: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)
"""Names of `<meta>` that say when a report was published, the most exact first."""
_SILENT: Final = ("script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head")
_WITHIN_LINES: Final = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "bdi",
            "bdo",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "mark",
        ),
        *("q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    )
)
_MOST_DATA: Final = 1024 * 1024
"""Characters of one JSON-LD block."""


class PageError(Exception):
    """Why a file is no page that is read, in words for an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """What a page says of its report. `published` is as written; `is_guess` when it stands in no marked place."""

    title: str
    outlet: str
    byline: str
    published: str
    is_guess: bool
    language: str
    address: str
    words: str
    """All text that is shown, on one line: for finding a quotation, never kept."""


def read_page(text: str, address: str = "") -> ReadPage:
    """The page of a text that was decoded already; `address` is where it was fetched. Raises PageError."""
    tree = _tree(text)
    found = _extracted(text, address)
    metas = _metas(tree)
    marked = _marked_date(tree, metas)
    return ReadPage(
        title=plain_words(_of(found, "title") or metas.get("og:title", "")),
        outlet=plain_words(metas.get("og:site_name") or _of(found, "sitename")),
        byline=plain_words(_of(found, "author").replace("; ", ", ")),
        published=marked or _of(found, "date"),
        is_guess=not marked,
        language=_language(tree, metas, _of(found, "language")),
        address=_address(tree, metas, address),
        words=shown_words(tree),
    )


def quotation(page: ReadPage, wanted: str) -> str:
    """The words as they stand in the page; nothing when they do not. Spaces and forms of quotation marks may differ."""
    pattern = r"\s+".join(_any_marks(word) for word in wanted.split())
    found = re.search(pattern, page.words) if pattern else None
    return found.group() if found else ""


def _any_marks(word: str) -> str:
    escaped = re.escape(word)
    escaped = re.sub(r"['’‘]", "['’‘]", escaped)
    return re.sub(r"[\"“”„«»]", '["“”„«»]', escaped)


def _tree(text: str) -> Any:
    html = library("lxml.html")
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except library("lxml.etree").LxmlError as fault:
        raise PageError("there is no page in the file") from fault


def _extracted(text: str, address: str) -> Any:
    trafilatura = library("trafilatura")
    dates = {"original_date": True, "extensive_search": False}
    try:
        return trafilatura.bare_extraction(
            text,
            url=address or None,
            fast=True,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dates,
        ) or trafilatura.extract_metadata(text, default_url=address or None, date_config=dates)
    except Exception as fault:  # a hostile page must not end the import, whatever it breaks in the library
        raise PageError(f"the page cannot be read ({type(fault).__name__})") from fault


def _of(found: Any, name: str) -> str:
    return str(getattr(found, name, None) or "")


def _metas(tree: Any) -> dict[str, str]:
    """The contents of `<meta>` by name, property or itemprop in small letters; of a name given twice the first."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _marked_date(tree: Any, metas: dict[str, str]) -> str:
    found = [
        *_linked_dates(tree),
        *(metas[name] for name in _DATES if name in metas),
        *(
            time.get("datetime") or ""
            for time in tree.iter("time")
            if time.get("itemprop") == "datePublished" or "pubdate" in time.attrib
        ),
    ]
    return next((plain_words(written) for written in found if written.strip()), "")


def _linked_dates(tree: Any) -> Iterator[str]:
    """`datePublished` of JSON-LD, wherever it stands in it."""
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "").lower() and len(text) <= _MOST_DATA:
            try:
                yield from _dates_within(json.loads(text))
            except (ValueError, RecursionError):
                continue


def _dates_within(linked: Any) -> Iterator[str]:
    pending = deque([linked])
    while pending:
        part = pending.popleft()
        if isinstance(part, list):
            pending.extend(part)
        elif isinstance(part, dict):
            written = part.get("datePublished")
            if isinstance(written, str):
                yield written
            pending.extend(value for value in part.values() if isinstance(value, dict | list))


def _language(tree: Any, metas: dict[str, str], guessed: str) -> str:
    return plain_words((tree.get("lang") or metas.get("og:locale") or guessed).replace("_", "-"), 35)


def _address(tree: Any, metas: dict[str, str], address: str) -> str:
    named = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    candidates = (canonical(one, address) for one in (*named, metas.get("og:url", ""), address) if one)
    return next((one for one in candidates if one), "")


def shown_words(tree: Any) -> str:
    """The text of a page that readers see, on one line; only elements within a line do not part words."""
    words: list[str] = []
    pending: list[Any] = [tree]  # a stack, because a page may be nested deeper than Python recurses
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            words.append(part)
            continue
        edge = "" if part.tag in _WITHIN_LINES else " "
        following = [part.tail or "", edge]
        if isinstance(part.tag, str) and part.tag not in _SILENT:
            words.extend((edge, part.text or ""))
            following.extend(reversed(part))
        pending.extend(following)
    return " ".join("".join(words).split())
