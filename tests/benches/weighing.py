"""What a page weighs when it is first opened: itself, and the styles, scripts and fonts that its head names."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

TYPES: Final = {".html": "HTML", ".css": "CSS", ".js": "scripts", ".woff2": "fonts"}

_LOADED: Final = re.compile(
    r'<link rel="(?:stylesheet|preload)" href="([^"]+)"|<script(?: defer)? src="([^"]+)"|<img src="([^"]+)"'
)

KINDS: Final = {
    "home": "",
    "timeline": "timeline/",
    "month": r"timeline/\d{4}/\d\d/",
    "day": r"timeline/\d{4}/\d\d/\d\d/",
    "event": "events/[^/]+/",
    "actors": "actors/",
    "actor": "actors/[^/]+/",
    "locations": "locations/",
    "location": "locations/[^/]+/",
    "articles": "articles/",
    "article": "articles/[^/]+/",
    "topic": "topics/[^/]+/",
    "reported": "reported/",
    "evening": r"reported/[\d-]+/",
    "map": "map/",
    "network": "network/",
    "search": "search/",
}
"""Kinds of pages and their addresses; of several the heaviest is weighed."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """How many there are, and how many of them travel when compressed."""

    plain: int = 0
    sent: int = 0

    def __add__(self, other: Bytes) -> Bytes:
        return Bytes(self.plain + other.plain, self.sent + other.sent)


@dataclass(frozen=True, slots=True)
class Weight:
    """What a page weighs, by type (`TYPES`), and where it is."""

    address: str
    of: Mapping[str, Bytes]

    @property
    def without_fonts(self) -> Bytes:
        """What has to travel before all can be read."""
        return sum((part for kind, part in self.of.items() if kind != "fonts"), Bytes())


def weights(folder: Path) -> Iterator[tuple[str, int, Weight]]:
    """Of each kind: its name, how many pages it has, and the weight of the heaviest."""
    pages = {
        path.parent.relative_to(folder).as_posix().removeprefix(".") + "/" * (path.parent != folder): path
        for path in sorted(folder.rglob("index.html"))
    }
    for kind, pattern in KINDS.items():
        of_kind = {address: path for address, path in pages.items() if re.fullmatch(pattern, address)}
        if of_kind:
            heaviest = max(of_kind, key=lambda address: of_kind[address].stat().st_size)
            yield kind, len(of_kind), weight(folder, heaviest)


def weight(folder: Path, address: str) -> Weight:
    """What the page at an address weighs."""
    of = {kind: Bytes() for kind in TYPES.values()}
    page = folder / address / "index.html"
    for file in (page, *_loaded(page)):
        kind = TYPES.get(file.suffix, "HTML")  # a picture of its own is the page's
        of[kind] += weighed(file)
    return Weight(address, of)


def _loaded(page: Path) -> Iterator[Path]:
    for found in _LOADED.finditer(page.read_text("utf-8")):
        name = next(filter(None, found.groups()))
        yield Path(posixpath.normpath(page.parent / name))


@cache
def weighed(file: Path) -> Bytes:
    """A file plain, and as a host sends it to anyone who takes gzip; fonts and pictures are compressed already."""
    content = file.read_bytes()
    compressible = file.suffix in {".html", ".css", ".js", ".svg"}
    return Bytes(len(content), len(gzip.compress(content, 9, mtime=0)) if compressible else len(content))
