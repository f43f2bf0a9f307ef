"""The desk at which records are edited: the site as it is, and what a save needs of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Final

from generator.preview.editing.proof import Proof, proof_of
from generator.preview.editing.seal import Seals
from generator.preview.editing.stock import Stock, stock_of
from generator.preview.live_site import LiveSite
from generator.reading.source_file import SourceFile

LONGEST_LOOK: Final = 10.0
"""Seconds that a save waits for everything to be proofread before it, and to be shown after it."""


@dataclass(slots=True)
class Desk:
    """`wake` tells the watch that a file was saved. One save at a time."""

    live: LiveSite
    wake: Callable[[str], None]
    seals: Seals = field(default_factory=Seals)
    saving: Lock = field(default_factory=Lock)
    _stock: Stock | None = None
    _proof: tuple[tuple[int, str, str], Proof] | None = None

    @property
    def root(self) -> Path:
        """The site's folder."""
        return self.live.root

    def stock(self) -> Stock:
        """The records that there are at this moment."""
        snapshot = self.live.snapshot
        known = self._stock
        if known is None or known.snapshot.reading is not snapshot.reading:
            known = self._stock = stock_of(snapshot)
        return known

    def proof(self, file: SourceFile, raw: bytes) -> Proof:
        """What would be found with these bytes in the place of a file's. Asked once more, as when somebody confirms what
        was found, it is known.
        """
        snapshot = self.live.settled(LONGEST_LOOK)
        asked = (snapshot.number, file.path, sha256(raw).hexdigest())
        known = self._proof
        if known is None or known[0] != asked:
            known = self._proof = (asked, proof_of(snapshot, file, raw))
        return known[1]

    def show(self, path: str, raw: bytes) -> None:
        """Wait until what is shown is what was saved."""
        self.wake(path)
        digest = sha256(raw).hexdigest()
        end = time.monotonic() + LONGEST_LOOK
        while time.monotonic() < end:
            read = self.live.snapshot.reading.files.get(path)
            if read is not None and read.digest == digest:
                return
            time.sleep(0.005)
