"""New files wait in one folder beside the pages until all of them are made.

`<output>/.dateline-publishing/` holds numbered files and, from the moment they start to move into place,
`journal.json`: what is about to be written, so that after a kill the next build knows its own files.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.publishing.edition import is_inside

ROOM_FOLDER = ".dateline-publishing"
JOURNAL_FILE = "journal.json"

Digests = Mapping[str, frozenset[str]]
"""Paths of the site to the SHA-256 of every content that Dateline may have left there."""


class WaitingRoom:
    """The waiting room of one build in `output`. `close` it whatever happens."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.folder = output / ROOM_FOLDER
        self.unfinished: Digests = {}
        """What killed builds had begun to write."""
        self.waiting: dict[str, Path] = {}
        """The files that wait: published path to where they are now."""

    def open(self) -> None:
        """Make the room empty, after reading what a killed build left in it."""
        self.unfinished = _read_journal(self.folder / JOURNAL_FILE)
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir()
        if self.unfinished:
            self._write_journal(self.unfinished)

    def close(self) -> None:
        """Remove the room and whatever still waits."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, path: str, content: bytes) -> None:
        """Let one file wait for its move to `path`."""
        self.waiting[path] = self.folder / str(len(self.waiting))
        self.waiting[path].write_bytes(content)

    def where(self, path: str) -> Path:
        """Where the content of a published path is now: here, or in place."""
        return self.waiting.get(path, self.output / path)

    def journal(self, intended: Mapping[str, str]) -> None:
        """Write down what is about to move into place (path to SHA-256); on disk before the first move."""
        self._write_journal(
            united(self.unfinished, {path: frozenset([digest]) for path, digest in intended.items()})
        )

    def _write_journal(self, digests: Digests) -> None:
        with (self.folder / JOURNAL_FILE).open("w", encoding="utf-8") as file:
            json.dump({path: sorted(known) for path, known in digests.items()}, file)
            file.flush()
            os.fsync(file.fileno())

    def move_into_place(self, path: str) -> None:
        """Replace one published file whole."""
        target = self.output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        self.waiting[path].replace(target)


def united(*all_digests: Digests) -> Digests:
    """What any of them knows about each path."""
    known: dict[str, frozenset[str]] = {}
    for digests in all_digests:
        for path, some in digests.items():
            known[path] = known.get(path, frozenset()) | some
    return known


def _read_journal(file: Path) -> Digests:
    try:
        document: Any = json.loads(file.read_bytes())
        return {str(path): frozenset(known) for path, known in document.items() if is_inside(str(path))}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
