"""The sites that are being edited: which file belongs to which, when to check, and what has been said about each file.

What one file shows by itself is said with every change; what needs all of them when the typing rests.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from generator.language_server.lines import Encoding, Lines, Position
from generator.language_server.open_site import Checked, OpenSite, site_root
from generator.language_server.wire import Wire, uri_of


class RefusedError(Exception):
    """What was asked cannot be done; the message says why."""


REST: Final = 0.25
"""Seconds without a change after which everything is checked."""

Publish = Callable[[str, list[Any]], None]
"""Tells the editor the findings of a file, by its address."""


class Room:
    """Open sites by folder. `to_path` reads an editor's address; `publish` sends findings, and `complain` what went wrong."""

    def __init__(
        self,
        lsp: Any,
        to_path: Callable[[str], str | None],
        publish: Publish,
        complain: Callable[[str], None],
    ) -> None:
        self.lsp = lsp
        self._complain = complain
        self.encoding: Encoding = "utf-16"
        self._to_path = to_path
        self._publish = publish
        self._sites: dict[Path, OpenSite] = {}
        self._uris: dict[tuple[Path, str], str] = {}
        self._checks: dict[Path, asyncio.Task[None]] = {}
        self._said: dict[Path, set[str]] = {}

    def enter(self, folder: Path) -> OpenSite | None:
        """The site that a file or folder belongs to, opened when it is the first of it."""
        root = site_root(folder)
        if root is None:
            return None
        if root not in self._sites:
            self._sites[root] = OpenSite(root, self.encoding)
            self.check_later(self._sites[root], 0)
        return self._sites[root]

    def locate(self, uri: str) -> tuple[OpenSite, str] | None:
        """The site of a file, and its path below the site's folder."""
        text = self._to_path(uri)
        if text is None:
            return None
        file = Path(text)
        site = self.enter(file)
        if site is None:
            return None
        path = file.relative_to(site.root).as_posix()
        self._uris[site.root, path] = uri
        return site, path

    def wire(self, site: OpenSite) -> Wire:
        """How values of this site are told."""
        return Wire(self.lsp, site.lines, lambda path: self._uri(site, path))

    async def checked(self, site: OpenSite) -> Checked:
        """What the site was last checked to be; waits for the first time."""
        while site.checked is None:
            await asyncio.shield(self._checks[site.root])
            if site.checked is None:  # the check failed, and has said so
                raise RefusedError(f"{site.root.name} could not be checked")
        return site.checked

    async def fresh(self, site: OpenSite) -> Checked:
        """The site as it is at the moment, for answers that must not miss what was just typed."""
        checked = await self.checked(site)
        if not site.changed:
            return checked
        return await asyncio.get_running_loop().run_in_executor(None, site.check)

    def changed(self, uri: str, changes: Iterable[Any]) -> None:
        """Apply an editor's changes to an open text, one after the other."""
        found = self.locate(uri)
        if found is None:
            return
        site, path = found
        lines = site.lines(path)
        for change in changes:
            span = getattr(change, "range", None)
            if span is None:
                lines = Lines(change.text, self.encoding)
            else:
                lines = lines.changed(_position(span.start), _position(span.end), change.text)
        site.change(path, lines)
        self.tell(site, path)
        self.check_later(site)

    def tell(self, site: OpenSite, path: str) -> None:
        """Say what is known to be wrong with a file."""
        wire = self.wire(site)
        self._said.setdefault(site.root, set()).add(path)
        self._publish(self._uri(site, path), [wire.diagnostic(one) for one in site.findings(path)])

    def check_later(self, site: OpenSite, rest: float = REST) -> None:
        """Check everything once nothing has changed for a while."""
        waiting = self._checks.get(site.root)
        if waiting is not None and site.checked is not None:
            waiting.cancel()
        elif waiting is not None and not waiting.done():
            return  # the first check is under way, and followed by another if a text was opened meanwhile
        self._checks[site.root] = asyncio.ensure_future(self._check(site, rest))

    def check_all(self) -> None:
        """Check every open site again: something changed on the disk."""
        for site in self._sites.values():
            self.check_later(site)

    async def _check(self, site: OpenSite, rest: float) -> None:
        await asyncio.sleep(rest)
        before = dict(site.texts)
        try:
            await asyncio.get_running_loop().run_in_executor(None, site.check)
        except Exception as fault:  # noqa: BLE001 - a bug of ours must not end the editor's session
            self._complain(f"dateline could not check {site.root.name}: {type(fault).__name__}: {fault}")
            return
        for path in sorted(site.paths() | self._said.get(site.root, set())):
            self.tell(site, path)
        if before != site.texts:
            self._checks[site.root] = asyncio.ensure_future(self._check(site, REST))

    def _uri(self, site: OpenSite, path: str) -> str:
        return self._uris.get((site.root, path)) or uri_of(site.root / path)


def _position(position: Any) -> Position:
    return Position(position.line, position.character)
