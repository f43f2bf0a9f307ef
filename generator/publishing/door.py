"""How a rendered file comes into the waiting room, from whichever process has made it.

The file is written where it was made: thousands of pages need not travel between processes, nor be held by one of them.
What was found on the way is told in a few words, and judged by the stage.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import NamedTuple

from generator.publishing.edition import digest_of
from generator.publishing.files import write_file
from generator.whole_files import named


class Arrival(NamedTuple):
    """A file of the new edition: its path, its SHA-256, that of what stands at its path (None: nothing), and where it
    waits (empty: nowhere, for the same stands there already).
    """

    path: str
    digest: str
    standing: str | None
    place: str


@dataclass(frozen=True, slots=True)
class Door:
    """The way from an output folder into its waiting room `room`."""

    output: str
    room: str

    def admit(self, path: str, content: bytes, number: int) -> Arrival:
        """Have a file wait under a number of its own, unless it stands as it is. Raises OSError, which names the page."""
        digest = digest_of(content)
        standing = standing_digest(f"{self.output}/{path}")
        if standing == digest:
            return Arrival(path, digest, standing, "")
        place = f"{self.room}/{number}"
        with named(f"{self.output}/{path}"):
            write_file(place, content)
        return Arrival(path, digest, standing, place)


def standing_digest(file: str) -> str | None:
    """SHA-256 of the file that stands there; None where there is none."""
    try:
        with named(file), open(file, "rb", buffering=0, opener=_as_it_is) as standing:
            return digest_of(standing.readall())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _as_it_is(file: str, flags: int) -> int:
    """Open what stands there, be it a link or a pipe that nobody writes to."""
    return os.open(file, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
