"""The preview's answers: a look into the table of what the edition consists of, never a path put together.

Pages are made in threads, so that a large one keeps nobody waiting.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final
from urllib.parse import quote, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from generator.preview.channel import Channel, Subscriber
from generator.preview.content_types import content_type
from generator.preview.display import Display, Shown
from generator.preview.editing.desk import Desk
from generator.preview.editing.routes import routes as form_routes
from generator.preview.injection import injected
from generator.preview.live_site import LiveSite
from generator.preview.own_files import OWN, OWN_FILES, own_file, own_headers
from generator.preview.shown_findings import told
from generator.preview.snapshot import Snapshot, Static

LONGEST_WAIT: Final = 10.0
"""Seconds that an address that is not known is waited for, while the plan is being made."""

PAGES_WATCHED: Final = 200
"""Pages that one browser may follow."""


@dataclass(slots=True)
class Preview:
    """One running preview. `token` is known only to pages that it sent: no other can listen."""

    live: LiveSite
    display: Display
    say: Callable[[str], None]
    token: str
    desk: Desk | None = None
    """Where records are edited, if they are."""
    channel: Channel = field(default_factory=Channel)
    _files: Mapping[str, Static] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def changed(self) -> None:
        """Tell those who look at pages what is new. Called by whoever changed what is shown, after it is."""
        with self._lock:
            snapshot = self.live.snapshot
            self._tell_files(snapshot)
            for address in sorted(self.channel.watched(), key=lambda one: one.startswith(OWN)):
                self.tell(snapshot, address)
                if self.live.snapshot.number != snapshot.number:
                    return  # whoever changed it again tells the rest

    def tell(self, snapshot: Snapshot, address: str) -> None:
        """Tell those who look at one page."""
        shown = self.shown(snapshot, address)
        page = {"digest": shown.digest, "html": injected(address, shown.content, self.token).decode()}
        self.channel.publish(
            address, page, told(snapshot, address, shown.faults, self.live.root, edits=self.desk is not None)
        )

    def shown(self, snapshot: Snapshot, address: str) -> Shown:
        """What stands at an address. Whatever goes wrong, the preview goes on, and says so once for each time."""
        try:
            return self.display.show(snapshot, address)
        except Exception as fault:  # noqa: BLE001 - one page must not end the preview of all others
            self.say(f"/{address}: this is a bug in Dateline: {type(fault).__name__}: {fault}")
            return Shown(address, b"<p>This page cannot be made: see the terminal.</p>\n", 500)

    def _tell_files(self, snapshot: Snapshot) -> None:
        before, self._files = self._files, snapshot.files
        if before and before is not snapshot.files:
            changed = {
                address
                for address, file in snapshot.files.items()
                if address in before and before[address].stat != file.stat
            }
            if changed:
                self.channel.publish_files(changed)


def application(preview: Preview) -> Starlette:
    """The application of a preview; `Guard` stands before it."""

    def bound(answer: Callable[[Preview, Request], Awaitable[Response]]) -> Any:
        async def endpoint(request: Request) -> Response:
            return await answer(preview, request)

        return endpoint

    routes = [
        Route(f"/{OWN}channel", bound(_listen), methods=["GET"]),
        *(Route(f"/{OWN}{name}", bound(_own_file), methods=["GET", "HEAD"]) for name in OWN_FILES),
        *(form_routes(preview.desk) if preview.desk else ()),
        Route("/{address:path}", bound(_answer), methods=["GET", "HEAD"]),
    ]
    return Starlette(routes=routes)


async def _answer(preview: Preview, request: Request) -> Response:
    path = request.scope["path"]
    address = path.removeprefix("/") if path.startswith("/") else path
    return await run_in_threadpool(_made, preview, address)


def _made(preview: Preview, address: str) -> Response:
    snapshot = preview.live.snapshot
    answer = _found(preview, snapshot, address)
    if answer.status_code == 404 and not snapshot.proofread:  # noqa: PLR2004 - HTTP's own number
        # Whether there is such an address is certain only when there is a plan.
        answer = _found(preview, preview.live.settled(LONGEST_WAIT), address)
    return answer


def _found(preview: Preview, snapshot: Snapshot, address: str) -> Response:
    static = snapshot.static(address)
    if static is not None:
        return _file(static, address)
    shown = preview.shown(snapshot, address)
    if shown.status == 404:  # noqa: PLR2004
        elsewhere = _elsewhere(snapshot, address)
        if elsewhere:
            return RedirectResponse(f"/{quote(elsewhere)}", 307)
    if not shown.is_page:
        return Response(shown.content, media_type=content_type(address))
    page = injected(address, shown.content, preview.token)
    return Response(page, shown.status, media_type=content_type(""))


def _elsewhere(snapshot: Snapshot, address: str) -> str:
    """A page that was asked for without its slash, or below the path at which the site will be published."""
    base = urlsplit(snapshot.reading.site.base_url).path.strip("/")
    below = address.removeprefix(f"{base}/") if base else address
    for candidate in (f"{address}/", below, f"{below}/"):
        known = snapshot.output(candidate) or snapshot.static(candidate)
        if candidate not in {address, "/"} and known:
            return candidate
    return ""


def _file(static: Static, address: str) -> Response:
    from generator.reading.load import load  # noqa: PLC0415

    content = load(static.source.parent, static.source.name)
    if not isinstance(content, bytes):
        return PlainTextResponse("That file cannot be read.\n", 404)
    return Response(content, media_type=content_type(address))


async def _own_file(preview: Preview, request: Request) -> Response:
    name = request.scope["path"].rpartition("/")[2]
    file = own_file(name, preview.live.snapshot.settings.folders)
    return Response(file.read_bytes(), headers=own_headers(name), media_type=content_type(name))


async def _listen(preview: Preview, request: Request) -> Response:
    asked = request.query_params
    if not secrets.compare_digest(asked.get("token", "").encode(), preview.token.encode()):
        return PlainTextResponse("That page is not of this preview.\n", 403)
    pages = asked.getlist("page")[:PAGES_WATCHED]
    digests = asked.getlist("digest")[:PAGES_WATCHED]
    subscriber = Subscriber(dict(zip(pages, digests, strict=False)))
    preview.channel.loop = asyncio.get_running_loop()

    def catch_up() -> None:
        for address in subscriber.digests:
            preview.tell(preview.live.snapshot, address)

    messages = preview.channel.messages(subscriber)
    first = await anext(messages)  # from here on the subscriber is one of the channel's

    async def stream() -> Any:
        yield first
        catching_up = asyncio.ensure_future(run_in_threadpool(catch_up))
        try:
            async for message in messages:
                yield message
        finally:
            catching_up.cancel()
            await messages.aclose()

    return StreamingResponse(stream(), media_type="text/event-stream")
