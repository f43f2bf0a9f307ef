"""A page as the browser gets it: the bytes that `build` would publish, or why there are none.

Made when it is asked for, and kept while nothing has changed. What was shown of an address before stands in for a page
that cannot be made.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from threading import Lock
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.visible import visible
from generator.preview.content_types import is_page
from generator.preview.injection import digest_of
from generator.preview.snapshot import Snapshot
from generator.rendering.render import render

KEPT: Final = 64
"""Pages that are remembered."""

NOT_FOUND: Final = "404.html"

Special = Callable[[Snapshot], bytes]


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands at an address. `digest` tells one text from another; `faults` are those of its template."""

    address: str
    content: bytes
    status: int = 200
    faults: tuple[Diagnostic, ...] = ()

    @property
    def digest(self) -> str:
        """A name of these bytes."""
        return digest_of(self.content)

    @property
    def is_page(self) -> bool:
        """Whether a browser shows it as a page."""
        return self.status != 200 or is_page(self.address)  # noqa: PLR2004 - HTTP's own number


@dataclass(slots=True)
class Display:
    """Makes pages of snapshots. `special` are pages of the preview's own, by address: they are made each time."""

    special: dict[str, Special] = field(default_factory=dict)
    _kept: OrderedDict[str, tuple[int, Shown]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def show(self, snapshot: Snapshot, address: str) -> Shown:
        """What stands at an address of the site."""
        if address in self.special:
            return Shown(address, self.special[address](snapshot))
        known = self._known(address)
        if known and known[0] == snapshot.number:
            return known[1]
        shown = self._made(snapshot, address, known[1] if known else None)
        if shown.is_page and shown.status == 200:  # noqa: PLR2004
            self._keep(snapshot, shown)
        return shown

    def whole_pages(self, snapshot: Snapshot) -> dict[str, bytes]:
        """The pages of this snapshot that are remembered, and with which nothing is wrong."""
        with self._lock:
            kept = [shown for number, shown in self._kept.values() if number == snapshot.number]
        return {shown.address: shown.content for shown in kept if not shown.faults}

    def _made(self, snapshot: Snapshot, address: str, before: Shown | None) -> Shown:
        output = snapshot.output(address)
        if output is None:
            return _missing(snapshot, address)
        try:
            content, faults = render(output, snapshot.graph, snapshot.settings)
        except LookupError as fault:
            # A record names what is not there, or is there no longer though the plan still has its page.
            if not snapshot.proofread and snapshot.outputs:
                return _missing(snapshot, address)
            return _unshown(address, before, f"it names {fault} that is not there", ())
        if faults:
            return _unshown(address, before, faults[0].message, faults)
        return Shown(address, content)

    def _known(self, address: str) -> tuple[int, Shown] | None:
        with self._lock:
            return self._kept.get(address)

    def _keep(self, snapshot: Snapshot, shown: Shown) -> None:
        with self._lock:
            self._kept[shown.address] = (snapshot.number, shown)
            self._kept.move_to_end(shown.address)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)


def _missing(snapshot: Snapshot, address: str) -> Shown:
    """The site's own page for what is not found."""
    output = snapshot.output(NOT_FOUND)
    content = render(output, snapshot.graph, snapshot.settings)[0] if output else b""
    return Shown(address, content or _plain("There is nothing here."), 404)


def _unshown(address: str, before: Shown | None, why: str, faults: tuple[Diagnostic, ...]) -> Shown:
    """A page that cannot be made: as it last was, if it was shown before."""
    if before is not None:
        return Shown(address, before.content, faults=faults)
    return Shown(address, _plain(f"This page cannot be shown yet: {why}."), 500, faults)


def _plain(words: str) -> bytes:
    """A page that needs no template."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>Preview</title>\n</head>\n<body>\n<p>{escape(visible(words))}</p>\n</body>\n</html>\n"
    ).encode()
