"""Puts a rendered site into its folder: whole files or none, only where bytes differ, nothing of anybody else's.

Order: everything is rendered into the waiting room first, so that a fault leaves the old site as it was; then
assets, pages, lists and feeds move into place, what is gone is deleted, and the manifest comes last.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.publishing.edition import EDITION_FILE, Edition, digest_of, read_edition
from generator.publishing.waiting_room import Digests, WaitingRoom, united


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: paths written and deleted (relative), and how many were already right."""

    edition: Edition
    written: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: int


class Stage:
    """A site on its way into a folder. Use as a context manager; without `publish` nothing changes.

    OSError (a full disk, a read-only folder) is the caller's to report; the old site is whole in that case too.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.findings: list[Diagnostic] = []
        self._room = WaitingRoom(output)
        self._ours: Digests = {}
        self._digests: dict[str, str] = {}
        self._unchanged = 0

    def __enter__(self) -> Self:
        self.output.mkdir(parents=True, exist_ok=True)
        self._room.open()
        self._ours = united(_written_by(read_edition(self.output)), self._room.unfinished)
        return self

    def __exit__(self, *_: object) -> None:
        self._room.close()

    def add(self, path: str, content: bytes) -> None:
        """One file of the new edition. Notes a hand-edited page and a file of somebody else's in the way."""
        digest = self._digests[path] = digest_of(content)
        standing = self._standing_digest(path)
        if standing == digest:
            self._unchanged += 1
            return
        if standing is not None and path not in self._ours:
            self.findings.append(_occupied(self.output, path))
        elif standing is not None and standing not in self._ours[path]:
            self.findings.append(_edited(self.output, path))
        self._room.add(path, content)

    def keep(self, path: str, digest: str) -> None:
        """One file of the new edition that stands already, as the caller knows."""
        self._digests[path] = digest
        self._unchanged += 1

    def publish(self, *, generator: str) -> Published:
        """Move what differs into place, delete what is gone, and write the manifest last."""
        edition = Edition(generator, self._digests)
        written = sorted(self._room.waiting, key=_publishing_order)
        if written:
            self._room.journal({path: self._digests[path] for path in written})
        for path in written:
            self._room.move_into_place(path)
        deleted = self._prune()
        self._write_manifest(edition)
        return Published(edition, tuple(written), deleted, self._unchanged)

    def _write_manifest(self, edition: Edition) -> None:
        manifest = edition.encode()
        if self._standing_digest(EDITION_FILE) != digest_of(manifest):
            self._room.add(EDITION_FILE, manifest)
            self._room.move_into_place(EDITION_FILE)

    def _prune(self) -> tuple[str, ...]:
        """Delete what an earlier edition wrote and this one has not, unless somebody changed it since."""
        deleted = []
        for path in sorted(self._ours.keys() - self._digests.keys()):
            if self._standing_digest(path) in self._ours[path]:
                (self.output / path).unlink()
                _remove_empty_folders(self.output, (self.output / path).parent)
                deleted.append(path)
        return tuple(deleted)

    def _standing_digest(self, path: str) -> str | None:
        """SHA-256 of the file that stands at `path`; None where there is none."""
        try:
            descriptor = os.open(self.output / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except (FileNotFoundError, NotADirectoryError):
            return None
        with os.fdopen(descriptor, "rb") as standing:
            return digest_of(standing.read())


def _publishing_order(path: str) -> tuple[int, str]:
    """Assets first, then pages, then lists, then feeds and the like: a page never points to what is not there."""
    if path.startswith("assets/"):
        return 0, path
    if not path.endswith(".html"):
        return 3, path
    return (2 if path.count("/") <= 1 else 1), path


def _remove_empty_folders(output: Path, folder: Path) -> None:
    while folder != output:
        try:
            folder.rmdir()
        except OSError:  # not empty
            return
        folder = folder.parent


def _written_by(edition: Edition | None) -> Digests:
    return {path: frozenset([digest]) for path, digest in edition.files.items()} if edition else {}


def _edited(output: Path, path: str) -> Diagnostic:
    return Diagnostic(
        "D611",
        "this page was edited by hand since it was published; the edit is gone",
        Span(f"{output.name}/{path}"),
        "change the Markdown or the template instead: pages are made anew from them",
    )


def _occupied(output: Path, path: str) -> Diagnostic:
    return Diagnostic(
        "D612",
        "a file that Dateline did not write stands where a page belongs; nothing was published",
        Span(f"{output.name}/{path}"),
        "move it away, or publish into another folder with --output",
    )
