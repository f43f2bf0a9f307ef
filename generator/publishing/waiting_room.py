"""New files wait in one folder beside the pages until all of them are made.

`<output>/.dateline-publishing/` holds numbered files and, from the moment they start to move into place, `journal.json`:
what is about to be written, so that after a kill the next build knows its own files. The journal goes when a publication
is complete or taken back, and not before. `lock`, in the same folder, is `publishing.lock`'s.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from generator.publishing.edition import is_inside
from generator.publishing.files import make_folder, sync_folder, write_file
from generator.whole_files import named

ROOM_FOLDER: Final = ".dateline-publishing"
JOURNAL_FILE: Final = "journal.json"
LOCK_FILE: Final = "lock"

Digests = Mapping[str, frozenset[str]]
"""Paths of the site to the SHA-256 of every content that Dateline may have left there."""


class WaitingRoom:
    """The waiting room of one build in `output`. `close` it whatever happens."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.folder = str(output / ROOM_FOLDER)
        self.unfinished: Digests = {}
        """What killed builds had begun to write."""
        self.waiting: dict[str, str] = {}
        """The files that wait: published path to where they are now."""
        self._given = 0
        """Numbers given to files so far: no file ever has another's."""

    def open(self) -> None:
        """Make the room empty but for the journal of a killed build, and read that."""
        make_folder(self.folder)
        self._clear({JOURNAL_FILE, LOCK_FILE})
        self.unfinished = _read_journal(f"{self.folder}/{JOURNAL_FILE}")

    def close(self) -> None:
        """Remove whatever still waits, and the room with it; a journal stays."""
        with suppress(OSError):
            self._clear({JOURNAL_FILE, LOCK_FILE})
            os.rmdir(self.folder)

    def numbers(self, count: int) -> int:
        """The first of so many numbers that nothing waits under, nor ever will but what the caller lets."""
        first, self._given = self._given, self._given + count
        return first

    def add(self, path: str, content: bytes, *, synced: bool = False) -> None:
        """Let one file wait for its move to `path`; `synced`: on the disk from now on."""
        place = self.waiting[path] = f"{self.folder}/{self.numbers(1)}"
        with named(f"{self.output}/{path}"):
            write_file(place, content, synced=synced)

    def where(self, path: str) -> Path:
        """Where the content of a published path is now: here, or in place."""
        waiting = self.waiting.get(path)
        return Path(waiting) if waiting else self.output / path

    def begin(self, intended: Mapping[str, str]) -> None:
        """Write down what is about to move into place (path to SHA-256); on the disk before the first move."""
        known = united(self.unfinished, {path: frozenset([digest]) for path, digest in intended.items()})
        journal = f"{self.folder}/{JOURNAL_FILE}"
        with named(journal):
            content = json.dumps({path: sorted(digests) for path, digests in known.items()}).encode()
            write_file(f"{journal}.new", content, synced=True)
            os.replace(f"{journal}.new", journal)
            sync_folder(self.folder)
            sync_folder(str(self.output))

    def end(self) -> None:
        """The publication is complete: nothing is unfinished any more."""
        with suppress(OSError):  # a journal too many does no harm
            os.unlink(f"{self.folder}/{JOURNAL_FILE}")

    def take_back(self) -> None:
        """The publication is taken back: what was unfinished before is so again."""
        if not self.unfinished:
            self.end()

    def _clear(self, keep: set[str]) -> None:
        with os.scandir(self.folder) as found:
            left = [entry for entry in found if entry.name not in keep]
        for entry in left:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                os.unlink(entry.path)


def united(*all_digests: Digests) -> Digests:
    """What any of them knows about each path."""
    known: dict[str, frozenset[str]] = {}
    for digests in all_digests:
        for path, some in digests.items():
            known[path] = known.get(path, frozenset()) | some
    return known


def _read_journal(file: str) -> Digests:
    """What a journal says; nothing where there is none, or one that we did not write. Raises OSError."""
    try:
        with named(file), open(file, "rb") as journal:
            document: Any = json.loads(journal.read())
        return {str(path): frozenset(known) for path, known in document.items() if is_inside(str(path))}
    except (FileNotFoundError, ValueError, AttributeError, TypeError, RecursionError):
        return {}
