"""A published site as a reader's machine sees it: pages, their structure, and where their links lead."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LINKING = {"href", "src", "poster"}


@dataclass(slots=True)
class Page(HTMLParser):
    """What one page is made of: `(element, attributes)` in order, ids, links, visible text."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    silent: int = 0

    def __init__(self, source: str) -> None:
        HTMLParser.__init__(self)
        self.elements, self.text, self.silent = [], [], 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.silent += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.text.append(data)

    @property
    def ids(self) -> set[str]:
        return {attributes["id"] for _, attributes in self.elements if "id" in attributes}

    @property
    def links(self) -> list[tuple[str, str]]:
        """Element and target of everything that points somewhere."""
        return [
            (tag, attributes[name])
            for tag, attributes in self.elements
            for name in LINKING & attributes.keys()
        ]

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())


@dataclass(frozen=True)
class PublishedSite:
    """A folder with a built site."""

    folder: Path

    @cached_property
    def files(self) -> dict[str, bytes]:
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file()
        }

    @cached_property
    def pages(self) -> dict[str, Page]:
        return {
            path: Page(content.decode()) for path, content in self.files.items() if path.endswith(".html")
        }

    def page(self, address: str) -> Page:
        return self.pages[f"{address}index.html"]

    def broken_links(self) -> Iterator[str]:
        """Internal links that lead nowhere, as `page: link`. Hosts' own pages (404) may use rooted links."""
        for path, page in self.pages.items():
            for _, link in page.links:
                if not self._resolves(path, link):
                    yield f"{path}: {link}"

    def _resolves(self, path: str, link: str) -> bool:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return parts.scheme in {"http", "https", "mailto", "tel"}
        if parts.path.startswith("/"):
            return path == "404.html"
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        if not parts.path:
            target = path
        elif parts.path.endswith("/") or target == ".":
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in self.files:
            return False
        return not parts.fragment or (
            target in self.pages and unquote(parts.fragment) in self.pages[target].ids
        )
