"""A preview from its beginning to its end.

Only what answers first is imported at once; the rest takes half a second, and comes while the first page is shown.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from generator.preview.front import Front
from generator.preview.guard import Guard, allowed
from generator.preview.listening import Place, Server, server
from generator.preview.password import Password
from generator.preview.remembered import recall, stock_of
from generator.preview.scan import content_on_disk, theme_on_disk
from generator.rendering.theme import template_folders

if TYPE_CHECKING:
    from generator.preview.session import Session

Progress = Callable[[Iterable[Any], int], Iterable[Any]]


@dataclass(slots=True)
class Run:
    """What a preview is asked for. `say` tells the user something; `progress` shows how far reading is."""

    root: Path
    host: str
    drafts: bool
    jobs: int
    progress: Progress
    say: Callable[[str], None]
    edits: bool = False
    password: Password | None = None
    _front: Front = field(init=False)
    _server: Server = field(init=False)
    _session: Session | None = None
    _fault: BaseException | None = None

    def __post_init__(self) -> None:
        folders = template_folders(self.root)
        stock = stock_of(content_on_disk(self.root), theme_on_disk(folders), drafts=self.drafts)
        self._front = Front(folders, recall(self.root, stock), secrets.token_urlsafe(24))
        names, any_address = allowed(self.host)
        self._server = server(Guard(self._front, names, any_address, self.edits, self.password), self._ending)

    def serve(self, place: Place) -> None:
        """Show the site until a signal ends it; the signal is raised again when everything has ended."""
        if (
            self._front.pages
        ):  # nothing has changed: there is next to nothing to read, and pages to show meanwhile
            Thread(target=self._read, name="preview_read", daemon=True).start()
        else:
            self._read()
        try:
            if self._fault is None:
                self._server.run(sockets=list(place.sockets))
        finally:
            if self._session is not None:
                self._session.end()
        if self._fault is not None:
            raise self._fault

    def _read(self) -> None:
        from generator.preview.session import read_session  # noqa: PLC0415

        try:
            session = read_session(
                self.root,
                drafts=self.drafts,
                jobs=self.jobs,
                token=self._front.token,
                progress=self.progress,
                say=self.say,
                edits=self.edits,
            )
            session.begin()
            self._session = session
            self._front.open(session.application)
        except BaseException as fault:  # noqa: BLE001 - raised again by `serve`
            self._fault = fault
            self._server.should_exit = True

    def _ending(self) -> None:
        if self._session is not None:
            self._session.preview.channel.close()
