"""Puts a rendered site into its folder: whole files or none, only where bytes differ, nothing of anybody else's.

Order: everything is rendered into the waiting room first, so that a fault leaves the old site as it was; then
assets, pages, lists and feeds move into place, what is gone is deleted, and the manifest comes last. What is synced to
the disk, and when, stands in docs/architecture.md, Publishing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.publishing.changeover import Changeover
from generator.publishing.compression import Encoding, is_text, smaller
from generator.publishing.door import Arrival, Door, standing_digest
from generator.publishing.edition import EDITION_FILE, MARK, Edition, EditionError, digest_of, read_edition
from generator.publishing.files import make_folder, sync_folder
from generator.publishing.undisturbed import undisturbed
from generator.publishing.waiting_room import Digests, WaitingRoom, united
from generator.whole_files import named
from generator.workers import Jobs, here, ordered_map


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: paths written and deleted (relative), and how many were already right."""

    edition: Edition
    written: tuple[str, ...]
    deleted: tuple[str, ...]
    unchanged: int


class Stage:
    """A site on its way into a folder. Use as a context manager; without `publish` nothing changes.

    OSError (a full disk, a read-only folder) is the caller's to report; the old site stands as it was in that case too.
    One build at a time: `publishing.lock` sees to it.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.findings: list[Diagnostic] = []
        self._room = WaitingRoom(output)
        self.door = Door(str(output), self._room.folder)
        self._ours: Digests = {}
        self._digests: dict[str, str] = {}
        self._unchanged = 0
        self._before: Edition | None = None
        self._compression = ""

    def __enter__(self) -> Self:
        make_folder(str(self.output))
        self._room.open()
        try:
            self._before = read_edition(self.output)
        except EditionError:
            self.findings.append(_unreadable(self.output))
        self._ours = united(_written_by(self._before), self._room.unfinished)
        return self

    def __exit__(self, *_: object) -> None:
        with undisturbed():
            self._room.close()

    def add(self, path: str, content: bytes) -> None:
        """One file of the new edition, made here."""
        self.receive(self.door.admit(path, content, self.numbers(1)))

    def numbers(self, count: int) -> int:
        """The first of so many numbers under which files may wait that are made elsewhere and come in by `door`."""
        return self._room.numbers(count)

    def receive(self, arrival: Arrival) -> None:
        """One file that has come in. Notes a hand-edited page and a file of somebody else's in the way."""
        path, standing = arrival.path, arrival.standing
        self._digests[path] = arrival.digest
        if not arrival.place:
            self._unchanged += 1
            return
        if standing is not None and path not in self._ours:
            self.findings.append(_occupied(self.output, path))
        elif standing is not None and standing not in self._ours[path]:
            self.findings.append(_edited(self.output, path))
        self._room.waiting[path] = arrival.place

    def keep(self, path: str, digest: str) -> None:
        """One file of the new edition that stands already, as the caller knows."""
        self._digests[path] = digest
        self._unchanged += 1

    def compress(self, choices: tuple[Encoding, ...], jobs: Jobs) -> None:
        """Compressed files beside every text so far, but for those that an export has made itself."""
        self._compression = ", ".join(encoding.maker for encoding in choices)
        paths = filter(is_text, tuple(self._digests))
        texts = [path for path in paths if not self._keep_compressed(path, choices)]
        files = [self._room.where(path) for path in texts]
        made = ordered_map(smaller, choices, files, jobs=here(jobs))
        for path, compressed in zip(texts, made, strict=True):
            for suffix, content in compressed:
                if path + suffix not in self._digests:
                    self.add(path + suffix, content)

    def _keep_compressed(self, path: str, choices: tuple[Encoding, ...]) -> bool:
        """Let stand what the same libraries made of the same text; False if it is to be made, or damaged."""
        before = self._before
        if before is None or before.compression != self._compression:
            return False
        if before.files.get(path) != self._digests[path]:
            return False
        names = [path + encoding.suffix for encoding in choices]
        standing = {name: before.files[name] for name in names if name in before.files}
        if any(standing_digest(f"{self.output}/{name}") != digest for name, digest in standing.items()):
            return False
        for name, digest in standing.items():
            if name not in self._digests:
                self.keep(name, digest)
        return True

    def publish(self, *, generator: str) -> Published:
        """Move what differs into place, delete what is gone, and write the manifest last; or change nothing."""
        edition = Edition(generator, self._digests, self._compression)
        written = tuple(sorted(self._room.waiting, key=_publishing_order))
        deleted = self._gone()
        manifest = edition.encode()
        if standing_digest(f"{self.output}/{EDITION_FILE}") != digest_of(manifest):
            self._room.add(EDITION_FILE, manifest, synced=True)
        with undisturbed():
            if self._room.waiting or deleted:
                self._change_over(written, deleted)
            self._room.end()
        return Published(edition, written, deleted, self._unchanged)

    def _change_over(self, written: Sequence[str], deleted: Sequence[str]) -> None:
        """Make all moves, or take back those that were made. A kill leaves the journal, and the next build goes on."""
        self._room.begin({path: self._digests[path] for path in written})
        changeover = Changeover(str(self.output), self._room.folder)
        try:
            self._move(changeover, written, deleted)
        except BaseException:
            if changeover.undo():
                self._room.take_back()
            raise

    def _move(self, changeover: Changeover, written: Sequence[str], deleted: Sequence[str]) -> None:
        in_the_way = _in_the_way(deleted, written)
        for path in in_the_way:
            changeover.remove(path)
        for path in written:
            changeover.put(path, self._room.waiting[path])
        for path in deleted:
            if path not in in_the_way:
                changeover.remove(path)
        if EDITION_FILE in self._room.waiting:
            changeover.put(EDITION_FILE, self._room.waiting[EDITION_FILE])
        with named(str(self.output)):
            sync_folder(str(self.output))

    def _gone(self) -> tuple[str, ...]:
        """What an earlier edition wrote and this one has not, unless somebody changed it since."""
        gone = sorted(self._ours.keys() - self._digests.keys())
        return tuple(path for path in gone if standing_digest(f"{self.output}/{path}") in self._ours[path])


def _publishing_order(path: str) -> tuple[int, str]:
    """Assets first, then pages, then lists, then feeds and the like: a page never points to what is not there. A
    compressed file goes with its plain one.
    """
    path = path.removesuffix(".gz").removesuffix(".br")
    if path.startswith("assets/"):
        return 0, path
    if not path.endswith(".html"):
        return 3, path
    return (2 if path.count("/") <= 1 else 1), path


def _in_the_way(deleted: Sequence[str], written: Sequence[str]) -> frozenset[str]:
    """What goes before anything comes: a file that is a folder now, or in a folder that is a file now."""
    new = frozenset(written)
    folders = {path[:at] for path in written for at in _slashes(path)}
    return frozenset(
        path for path in deleted if path in folders or any(path[:at] in new for at in _slashes(path))
    )


def _slashes(path: str) -> list[int]:
    return [at for at, letter in enumerate(path) if letter == "/"]


def _written_by(edition: Edition | None) -> Digests:
    return {path: frozenset([digest]) for path, digest in edition.files.items()} if edition else {}


def _unreadable(output: Path) -> Diagnostic:
    """A manifest that cannot be read: ours, damaged, or a file of somebody else's that has its name."""
    ours = MARK in (output / EDITION_FILE).read_bytes()
    return _edited(output, EDITION_FILE) if ours else _occupied(output, EDITION_FILE)


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
