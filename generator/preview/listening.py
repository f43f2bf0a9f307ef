"""Where the preview listens, and how it ends.

Limits on what one connection may do: sixteen kilobytes of head, ten seconds to send it, five between two requests,
two hundred connections at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any, Final

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from generator.preview.guard import HEAD_BYTES

TRIES: Final = 50
"""Ports that are tried, from the one asked for."""

HEAD_SECONDS: Final = 10.0
IDLE_SECONDS: Final = 5
CONNECTIONS: Final = 200

_TAKEN: Final = {errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the preview listens: its sockets, the port they share, and the address to open."""

    sockets: tuple[socket.socket, ...]
    port: int
    url: str


def find_place(host: str, port: int) -> Place:
    """Listen on the port, or the next one that is free. Raises OSError when none is, or there is no such host."""
    last: OSError | None = None
    for candidate in range(port, min(port + TRIES, 65536)) if port else (0,):
        try:
            sockets = _listen(host, candidate)
        except OSError as fault:
            if fault.errno not in _TAKEN:
                raise
            last = fault
            continue
        found = sockets[0].getsockname()[1]
        return Place(sockets, found, f"http://{_shown(host)}:{found}/")
    raise last or OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))


def _listen(host: str, port: int) -> tuple[socket.socket, ...]:
    """Sockets on every address of the host that this machine has, all on one port."""
    sockets: list[socket.socket] = []
    try:
        for family, address in _addresses(host):
            try:
                sockets.append(_socket(family, address, sockets[0].getsockname()[1] if sockets else port))
            except OSError as fault:
                if (
                    sockets and fault.errno == errno.EADDRNOTAVAIL
                ):  # a name for an address that is switched off
                    continue
                raise
    except OSError:
        for opened in sockets:
            opened.close()
        raise
    return tuple(sockets)


def _addresses(host: str) -> list[tuple[socket.AddressFamily, str]]:
    """IPv4 first: whatever else is switched off, that is there."""
    found = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    pairs = dict.fromkeys((family, str(address[0])) for family, _, _, _, address in found)
    if host == "localhost":
        pairs = dict.fromkeys(((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")))
        pairs = {pair: None for pair in pairs if pair[0] == socket.AF_INET or _has_ipv6()}
    return sorted(pairs, key=lambda pair: pair[0] != socket.AF_INET)


def _has_ipv6() -> bool:
    if not socket.has_ipv6:
        return False
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as probe:
        probe.bind(("::1", 0))
        return True
    return False


def _socket(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share a port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen(CONNECTIONS)
    except OSError:
        made.close()
        raise
    return made


def _shown(host: str) -> str:
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - named, not listened on
        return "localhost"
    return f"[{host}]" if ":" in host else host


class Patience(H11Protocol):
    """Closes a connection on which no request is being answered after ten seconds: whoever sends a head byte by byte,
    or nothing at all, has had the time for it.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._patience = self.loop.call_later(HEAD_SECONDS, self._lose_patience)

    def connection_lost(self, exc: Exception | None) -> None:
        self._patience.cancel()
        super().connection_lost(exc)

    def _lose_patience(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()
        else:
            self._patience = self.loop.call_later(HEAD_SECONDS, self._lose_patience)


class Server(uvicorn.Server):
    """A server that tells those who listen to it when it ends, so that it need not wait for them."""

    def __init__(self, config: uvicorn.Config, ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """On Ctrl-C and the like."""
        self._ending()
        super().handle_exit(sig, frame)


def server(application: Any, ending: Callable[[], None]) -> Server:
    """A server of the application, which logs nothing: what a user should know, the preview says itself."""
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    config = uvicorn.Config(
        application,
        http=Patience,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=HEAD_BYTES,
    )
    return Server(config, ending)
