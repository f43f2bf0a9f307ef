"""Parsed files kept from one build to the next, in `.dateline/parsed/`: disposable, checked, and never trusted.

An entry answers for a file whose stat data are those it had when it was read, or whose bytes have the digest they had
then. Stat data decide only what to hash. They prove nothing of a file that was modified in the same tick in which the
build began, or later: it could change again after it was read and look the same. (Compare git's rule for racily clean
entries, Documentation/technical/racy-git.) Such a file is hashed again by the next build.

A shard is a line with the fingerprint of the code that wrote it and the SHA-256 of the rest, a line of JSON that says
what is known of each file, then a line for each with what the file gave (`record_codec`). Missing, cut, flipped, foreign or older shards hold nothing; the build goes on without them.
"""

from __future__ import annotations

import errno
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from generator.model.parsed import Parsed
from generator.model.record_parts import Translation
from generator.model.records import AnyRecord
from generator.reading.fingerprint import is_running_code
from generator.reading.parsed_file import ParsedFile
from generator.reading.record_codec import decode
from generator.reading.source_file import SourceFile
from generator.whole_files import write_whole

SHARDS: Final = 64
"""An edit rewrites one of them: a sixty-fourth of the cache."""

CLOCK: Final = "began"

MAGIC: Final = b"dateline-parsed"


class Stat(NamedTuple):
    """What tells that a file may have changed: size in bytes, times in nanoseconds, inode."""

    size: int
    modified: int
    changed: int
    inode: int


NO_PROOF: Final = Stat(-1, 0, 0, 0)
"""The stat data of no file."""


class Entry(NamedTuple):
    """A file as it was when it was read."""

    stat: Stat
    digest: str
    line: bytes
    """Its parsed form, still encoded."""


@dataclass(slots=True)
class ParseCache:
    """The entries of one site. Nothing is written but by `save`.

    `began`: when this build began, by the clock of the file system, in nanoseconds; 0 when it cannot be told, then
    stat data prove nothing. `note` says what was wrong with the cache that was found. `superseded` holds, of each
    path that has another entry by now or none, the entry that was found (None: there was none).
    """

    folder: Path
    fingerprint: str = ""
    entries: dict[str, Entry] = field(default_factory=dict)
    superseded: dict[str, Entry | None] = field(default_factory=dict)
    began: int = 0
    note: str = ""
    heads: dict[int, bytes] = field(default_factory=dict)
    """The first line of each shard that is on disk."""
    dirty: set[int] = field(default_factory=set)

    def open(self, fingerprint: str) -> None:
        """Take up what is in the folder; nothing, with a note, when it is of no use."""
        self.fingerprint = fingerprint
        self.began = _now(self.folder)
        for number in range(SHARDS):
            head, rows, note = _read(self.folder / f"{number:02x}", fingerprint)
            self.entries.update(rows)
            self.note = self.note or note
            if head:
                self.heads[number] = head

    @property
    def identity(self) -> str:
        """A digest of all that is on disk."""
        return sha256(b"\n".join(b"%d %s" % shard for shard in sorted(self.heads.items()))).hexdigest()

    def unchanged(self, path: str, stat: Stat) -> bool:
        """Whether stat data prove that the file is what it was."""
        entry = self.entries.get(path)
        return entry is not None and entry.stat == stat

    def digest(self, path: str) -> str:
        """The digest of the bytes the entry was made of; empty without an entry."""
        entry = self.entries.get(path)
        return entry.digest if entry else ""

    def parsed(self, files: Iterable[SourceFile]) -> list[ParsedFile]:
        """The parsed form of files that have an entry, decoded in one go."""
        wanted = [(file, self.entries[file.path]) for file in files]
        return [
            ParsedFile(file, parsed, findings, entry.digest)
            for (file, entry), (parsed, findings) in zip(
                wanted, decode(entry.line for _, entry in wanted), strict=True
            )
        ]

    def keep(self, path: str, stat: Stat, digest: str, line: bytes) -> None:
        """Enter what a file gave: the digest of its bytes, and its parsed form, encoded."""
        self._enter(path, Entry(self._proof(stat), digest, line))

    def touch(self, path: str, stat: Stat) -> None:
        """The file has other stat data and the same bytes."""
        if self.entries[path].stat != self._proof(stat):
            self._enter(path, self.entries[path]._replace(stat=self._proof(stat)))

    def forget_all_but(self, paths: Iterable[str]) -> None:
        """Drop the entries of files that are gone."""
        for path in self.entries.keys() - set(paths):
            self.superseded.setdefault(path, self.entries.pop(path))
            self.dirty.add(_shard(path))

    def replaced(self) -> dict[str, Parsed[AnyRecord] | Translation | None]:
        """What the files that changed, came or went gave when the cache was saved; None: nothing was known of it."""
        changed = {
            path: before
            for path, before in self.superseded.items()
            if before is None or path not in self.entries or self.entries[path].line != before.line
        }
        known = {path: before for path, before in changed.items() if before}
        gave = decode(before.line for before in known.values())
        return dict.fromkeys(changed) | {path: parsed for path, (parsed, _) in zip(known, gave, strict=True)}

    def save(self) -> None:
        """Write the shards that changed, each whole or not at all. Raises OSError; and when the code on disk is no
        longer what has run: under its fingerprint, nothing may be kept that other code made.
        """
        if not self.dirty:
            return
        if not is_running_code():
            raise OSError(errno.ESTALE, "the code was edited while it ran")
        self.folder.mkdir(parents=True, exist_ok=True)
        shards: dict[int, list[tuple[str, Entry]]] = {number: [] for number in self.dirty}
        for path, entry in sorted(self.entries.items()):
            if (number := _shard(path)) in shards:
                shards[number].append((path, entry))
        for number, entries in shards.items():
            self.heads[number] = _write(self.folder / f"{number:02x}", self.fingerprint, _content(entries))
        self.dirty.clear()

    def _proof(self, stat: Stat) -> Stat:
        return stat if stat.modified < self.began else NO_PROOF

    def _enter(self, path: str, entry: Entry) -> None:
        self.superseded.setdefault(path, self.entries.get(path))
        self.entries[path] = entry
        self.dirty.add(_shard(path))


def _now(folder: Path) -> int:
    """The time on the clock that stamps files; 0 where nothing can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        clock = folder / CLOCK
        clock.write_bytes(b"")
        os.utime(clock)
        return clock.stat().st_mtime_ns
    except OSError:
        return 0


def _shard(path: str) -> int:
    return zlib.crc32(path.encode("utf-8", "surrogateescape")) % SHARDS


def _content(entries: Sequence[tuple[str, Entry]]) -> bytes:
    known = json.dumps([(path, *entry.stat, entry.digest) for path, entry in entries])
    return b"\n".join((known.encode(), *(entry.line for _, entry in entries)))


def _write(file: Path, fingerprint: str, content: bytes) -> bytes:
    head = _head(fingerprint, content)
    write_whole(file, head + b"\n" + content)
    return head


def _head(fingerprint: str, content: bytes) -> bytes:
    return b" ".join((MAGIC, fingerprint.encode(), sha256(content).hexdigest().encode()))


def _read(file: Path, fingerprint: str) -> tuple[bytes, Mapping[str, Entry], str]:
    """The first line of a shard, its rows, and what is wrong with it."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return b"", {}, ""
    except OSError as fault:
        return b"", {}, f"the cache cannot be read ({fault.strerror}); building without it"
    head, _, body = content.partition(b"\n")
    if head != _head(fingerprint, body):
        ours = head.startswith(MAGIC) and head.endswith(sha256(body).hexdigest().encode())
        why = "is from another version" if ours else "was damaged"
        return b"", {}, f"the cache {why}; building without it"
    return head, dict(_entries(body)), ""


def _entries(content: bytes) -> Iterator[tuple[str, Entry]]:
    known, *lines = content.split(b"\n")
    for (path, *stat, digest), line in zip(json.loads(known), lines, strict=True):
        yield path, Entry(Stat(*stat), digest, line)
