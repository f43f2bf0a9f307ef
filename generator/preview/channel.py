"""The way from here to the browser: server-sent events, and who has asked for which pages.

A browser that reads slowly finds the newest text of each page waiting, never a queue of old ones.
(Server-sent events: HTML Standard, section 9.2.)
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

BREATH: Final = 15.0
"""Seconds between two signs of life, by which a connection that is gone is found."""

BEGIN: Final = b"retry: 500\n\n"


@dataclass(slots=True, eq=False)
class Subscriber:
    """One browser: the pages it shows, with the digest of each as it has it, and what it has still to be told."""

    digests: dict[str, str]
    findings: dict[str, str] = field(default_factory=dict)
    pending: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, kind: str, address: str, message: dict[str, Any]) -> None:
        """Put a message in the place of an older one of its kind."""
        self.pending[kind, address] = {"kind": kind, "address": address, **message}
        self.ready.set()


@dataclass(slots=True)
class Channel:
    """All subscribers. Everything but `watched`, `publish` and `close` happens on the event loop's thread."""

    loop: asyncio.AbstractEventLoop | None = None
    _subscribers: list[Subscriber] = field(default_factory=list)
    _closed: bool = False

    def watched(self) -> list[str]:
        """Addresses that somebody looks at, the newest first."""
        subscribers = list(self._subscribers)
        return list(dict.fromkeys(address for one in reversed(subscribers) for address in one.digests))

    def publish(self, address: str, page: dict[str, Any] | None, findings: dict[str, Any]) -> None:
        """Tell whoever looks at a page how it is now, and what is found of it; nothing that they know. Any thread."""
        self._soon(self._publish, address, page, findings)

    def publish_files(self, addresses: Iterable[str]) -> None:
        """Tell everybody that style sheets or pictures have changed. Any thread."""
        self._soon(self._publish_files, sorted(addresses))

    def close(self) -> None:
        """End every conversation. Any thread."""
        self._soon(self._close)

    async def messages(self, subscriber: Subscriber) -> AsyncGenerator[bytes, None]:
        """What a browser is sent, until it goes or the preview ends."""
        self._subscribers.append(subscriber)
        try:
            yield BEGIN
            while not self._closed:
                with suppress(TimeoutError):
                    await asyncio.wait_for(subscriber.ready.wait(), BREATH)
                subscriber.ready.clear()
                told, subscriber.pending = subscriber.pending, {}
                yield b"".join(map(_event, told.values())) or b": \n\n"
        finally:
            self._subscribers.remove(subscriber)

    def _publish(self, address: str, page: dict[str, Any] | None, findings: dict[str, Any]) -> None:
        said = json.dumps(findings)
        for one in self._subscribers:
            if address not in one.digests:
                continue
            if page and one.digests[address] != page["digest"]:
                one.digests[address] = page["digest"]
                one.tell("page", address, page)
            if one.findings.get(address) != said:
                one.findings[address] = said
                one.tell("findings", address, findings)

    def _publish_files(self, addresses: list[str]) -> None:
        for one in self._subscribers:
            waiting = one.pending.get(("files", ""), {}).get("addresses", [])
            one.tell("files", "", {"addresses": sorted({*waiting, *addresses})})

    def _close(self) -> None:
        self._closed = True
        for one in self._subscribers:
            one.ready.set()

    def _soon(self, step: Any, *values: Any) -> None:
        if self.loop is not None:
            with suppress(RuntimeError):  # the loop has ended: nobody listens any more
                self.loop.call_soon_threadsafe(step, *values)


def _event(message: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps(message, ensure_ascii=True).encode() + b"\n\n"
