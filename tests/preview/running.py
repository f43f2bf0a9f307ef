"""A preview that runs in this process, and ways to ask it."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

from generator.preview.app import Preview, application
from generator.preview.display import Display
from generator.preview.editing.desk import Desk
from generator.preview.guard import Guard, allowed
from generator.preview.injection import injection
from generator.preview.listening import find_place, server
from generator.preview.live_site import LiveSite
from generator.preview.own_files import OWN
from generator.preview.panel import Panel
from generator.preview.password import Password
from generator.preview.styleguide import ADDRESS, Styleguide
from generator.preview.watching import Watch

PATIENCE = 30.0
"""Seconds after which something that should happen counts as not happening; nothing waits that long when all is well."""


@dataclass
class Running:
    """A preview, its port, and what it said to its user."""

    preview: Preview
    port: int
    said: list[str] = field(default_factory=list)

    @property
    def live(self) -> LiveSite:
        return self.preview.live

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def get(self, address: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, f"/{address}", headers={"Host": f"localhost:{self.port}"} | headers)
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def text(self, address: str) -> str:
        return self.get(address)[1].decode()

    def published(self, address: str) -> bytes:
        """What stands at an address, without what the preview adds."""
        answer, content = self.get(address)
        assert answer.status == 200, (address, answer.status)
        if answer.getheader("content-type", "").startswith("text/html"):
            shown = self.preview.shown(self.live.snapshot, address)
            added = injection(address, shown.content, self.preview.token)
            assert content.count(added) == 1
            content = content.replace(added, b"")
        return content

    def raw(self, request: bytes) -> bytes:
        """Everything that is answered to bytes on the wire, until the connection ends."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as wire:
            wire.sendall(request)
            answer = b""
            while part := wire.recv(65536):
                answer += part
        return answer


@contextmanager
def running(
    root: Path,
    *,
    drafts: bool = False,
    watched: bool = False,
    host: str = "localhost",
    edits: bool = False,
    password: str = "",
) -> Iterator[Running]:
    """A preview of a site; it looks after the files itself only when it is `watched`."""
    live = LiveSite(root, drafts, 1)
    live.start()
    said: list[str] = []
    display = Display({OWN: Panel(live, edits), ADDRESS: Styleguide()})
    preview = Preview(live, display, said.append, "a-token-of-this-test")
    place = find_place(host, 0)
    watch = Watch(live, preview.changed, said.append)
    if edits:
        preview.desk = Desk(live, watch.hint if watched else lambda _: _look(live))
    known = Password.of(password) if password else None
    guard = Guard(application(preview), *allowed(host), edits, known)
    serving = server(guard, preview.channel.close)
    thread = Thread(target=serving.run, kwargs={"sockets": list(place.sockets)})
    thread.start()
    if watched:
        watch.start()
    else:
        live.proofread()
    try:
        until(lambda: serving.started)
        yield Running(preview, place.port, said)
    finally:
        if watched:
            watch.stop()
        preview.channel.close()
        serving.should_exit = True
        thread.join(PATIENCE)


def _look(live: LiveSite) -> None:
    live.look()
    live.proofread()


def until(happened: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait for something."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.005)
