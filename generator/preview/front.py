"""What stands before the application until everything has been read: remembered pages and the files they need.

Whatever else is asked for waits for the application.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.preview.content_types import content_type
from generator.preview.injection import injected
from generator.preview.own_files import OWN, OWN_FILES, own_file, own_headers
from generator.preview.remembered import Pages
from generator.rendering.theme import assets


@dataclass(slots=True)
class Front:
    """An application that becomes another when that is ready."""

    folders: tuple[Path, ...]
    pages: Pages
    token: str
    _files: Mapping[str, Path] = field(init=False)
    _application: ASGIApp | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _opened: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._files = {asset.address: asset.source for asset in assets(self.folders)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer at once, or when everything has been read."""
        self._loop = asyncio.get_running_loop()
        if self._application is None:
            answer = self._answer(scope["path"].removeprefix("/"))
            if answer is not None:
                await answer(scope, receive, send)
                return
            await self._opened.wait()
        if self._application is not None:
            await self._application(scope, receive, send)

    def open(self, application: ASGIApp) -> None:
        """From here on the application answers. Any thread."""
        self._application = application
        self.pages = {}
        # Whoever waits came before the application, and has told the loop: it is asked for after that was set.
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._opened.set)

    def _answer(self, address: str) -> Response | None:
        if address in self.pages:
            page = injected(address, self.pages[address], self.token)
            return Response(page, media_type=content_type(""))
        name = address.removeprefix(OWN)
        if address.startswith(OWN) and name in OWN_FILES:
            file, headers = own_file(name, self.folders), own_headers(name)
        elif address in self._files:
            file, headers = self._files[address], {}
        else:
            return None
        return Response(file.read_bytes(), headers=headers, media_type=content_type(address))
