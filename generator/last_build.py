"""Floor 7, last build: whether anything has changed since an edition was published, by stat data alone.

`.dateline/last-<output>` holds the stat data of all that a build reads (content, templates, Dateline itself) and of all
that it wrote, and what it said. If both are as they were, the same build would read all that again to find that there
is nothing to do; so nothing is read, linked or rendered, and the same is said. Anything else, and it is built.

Stat data prove nothing of a file that was modified in the tick in which the build began, or later (compare
`reading.cache`), nor of code that may be younger than the process that runs it. Nothing is remembered then.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.options import Options
from generator.publishing.waiting_room import ROOM_FOLDER
from generator.rendering.theme import template_folders
from generator.whole_files import write_whole

MAGIC: Final = b"dateline-last 1"

SLACK: Final = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use is FAT's, of two seconds."""

_STARTED: Final = time.time_ns()
"""When this process began, near enough: before it had read more of its own code than the command line."""

_STAT: Final = struct.Struct("<qqqQ")


class Said(NamedTuple):
    """What a build said: records by kind, how many files and how many of them pages, findings, how many of them were
    accepted, and a note.
    """

    counts: Mapping[str, int]
    files: int
    pages: int
    findings: tuple[Diagnostic, ...]
    accepted: int
    note: str = ""


class Unprovable(Exception):  # noqa: N818 - no error: the caller then builds
    """Stat data cannot prove that nothing will have changed."""


def stands(options: Options) -> Said | None:
    """What the last build said, if this one would find all as that one left it."""
    try:
        head, _, body = _memory(options).read_bytes().partition(b"\n")
        if head != _head(body):
            return None
        line, _, paths = body.partition(b"\n")
        told: Any = json.loads(line)
        if (options.output / ROOM_FOLDER).exists():  # a build was cut off; the next one clears up after it
            return None
        if told["stock"] != stock_of(options, began=sys.maxsize):
            return None
        if told["standing"] != _standing(
            options.output, paths.decode("utf-8", "surrogateescape").split("\0")
        ):
            return None
        return _said(told["said"])
    except (OSError, ValueError, KeyError, TypeError, Unprovable):
        return None


def stock_of(options: Options, *, began: int) -> str:
    """SHA-256 over the options and the stat data of all that a build reads. Raises Unprovable where a file is no
    ordinary one, was modified from `began` on (nanoseconds), or may be younger than the code in this process; OSError.
    """
    digest = sha256(repr((_asked(options), sys.version, sys.prefix)).encode("utf-8", "surrogateescape"))
    digest.update(b"\0".join(map(os.fsencode, sorted(_libraries()))))
    digest.update(b"".join(_stats(os.fspath(options.root / "content"), began)))
    package = os.path.dirname(__file__)  # noqa: PTH120 - text is what scandir takes and gives
    digest.update(b"".join(_stats(package, _STARTED - SLACK, only=".py")))
    for folder in template_folders(options.root):
        digest.update(b"".join(_stats(os.fspath(folder), min(began, _STARTED - SLACK))))
    return digest.hexdigest()


def began_now(options: Options) -> int:
    """The time on the clock that stamps files, in nanoseconds. Raises OSError."""
    options.memory.mkdir(parents=True, exist_ok=True)
    clock = options.memory / "began"
    clock.write_bytes(b"")
    os.utime(clock)
    return clock.stat().st_mtime_ns


def take_stock(options: Options) -> str:
    """The stock as a build begins; empty if it proves nothing."""
    with suppress(OSError, Unprovable):
        return stock_of(options, began=began_now(options))
    return ""


def remember(options: Options, stock: str, files: Iterable[str], said: Said) -> None:
    """After publication: keep what stands, and what was said. Raises OSError."""
    if not stock:
        _memory(options).unlink(missing_ok=True)
        return
    paths = list(files)
    told = {"stock": stock, "standing": _standing(options.output, paths), "said": _plain(said)}
    body = json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")
    body += b"\n" + "\0".join(paths).encode("utf-8", "surrogateescape")
    write_whole(_memory(options), _head(body) + b"\n" + body)


def _head(body: bytes) -> bytes:
    return MAGIC + b" " + sha256(body).hexdigest().encode()


def _memory(options: Options) -> Path:
    output = sha256(os.fsencode(options.output)).hexdigest()[:16]
    return options.memory / f"last-{output}"


def _asked(options: Options) -> tuple[object, ...]:
    """All that the edition, or what is said of it, may depend on: the number of processes is no part of it."""
    return (
        str(options.root),
        str(options.output),
        options.drafts,
        options.strict,
        options.base_url,
        options.portable,
        options.compress,
    )


def _libraries() -> list[str]:
    """Names of what is installed: a folder's name has its version."""
    try:
        return os.listdir(sysconfig.get_path("purelib"))  # noqa: PTH208 - names alone
    except OSError:
        return []


def _stats(folder: str, before: int, *, only: str = "") -> Iterator[bytes]:
    """Name and stat data of everything in a folder and below, in an order of its own."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=_name)
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield os.fsencode(entry.name) + b"/"
            yield from _stats(entry.path, before, only=only)
            yield b"/"
        elif entry.name.endswith(only):
            if not entry.is_file(follow_symlinks=False):
                raise Unprovable
            stat = entry.stat(follow_symlinks=False)
            if stat.st_mtime_ns >= before:
                raise Unprovable
            yield os.fsencode(entry.name) + b"\0"
            yield _STAT.pack(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _standing(output: Path, paths: Iterable[str]) -> str:
    """SHA-256 over the stat data of published files. Raises OSError where one is gone."""
    root = os.path.join(output, "")  # noqa: PTH118 - twenty thousand paths: text joins a good deal faster
    stats = (os.lstat(root + path) for path in paths)
    digest = sha256()
    digest.update(
        b"".join(
            [_STAT.pack(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino) for stat in stats]
        )
    )
    return digest.hexdigest()


def _plain(said: Said) -> list[Any]:
    findings = [
        [
            one.code,
            one.message,
            _numbers(one.span),
            one.help,
            one.record,
            [_numbers(span) for span in one.related],
        ]
        for one in said.findings
    ]
    return [dict(said.counts), said.files, said.pages, findings, said.accepted, said.note]


def _said(row: list[Any]) -> Said:
    counts, files, pages, findings, accepted, note = row
    return Said(counts, files, pages, tuple(_finding(*finding) for finding in findings), accepted, note)


def _finding(code: str, message: str, span: Any, advice: str, record: str, related: Any) -> Diagnostic:
    return Diagnostic(code, message, Span(*span), advice, record, tuple(Span(*one) for one in related))


def _numbers(span: Span) -> list[Any]:
    return [span.path, span.line, span.column, span.length]
