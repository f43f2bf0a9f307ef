"""Parsing with a memory: only files that changed are read and parsed again, in processes when there are many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from generator.reading.cache import ParseCache, Stat
from generator.reading.load import load
from generator.reading.parsed_file import ParsedFile
from generator.reading.record_codec import decode, encode
from generator.reading.source_file import SourceFile
from generator.workers import Jobs, ordered_map

Encoded = tuple[str, bytes]
"""The digest of a file's bytes, and what it gave as a line of the cache."""


Progress = Callable[[Iterable[Encoded], int], Iterable[Encoded]]
"""Passes what was parsed on, of which there will be so much, and may show how far it is."""


def parse_all(
    root: Path,
    files: Sequence[SourceFile],
    language: str,
    *,
    jobs: Jobs,
    cache: ParseCache,
    progress: Progress = lambda parsed, _count: parsed,
) -> list[ParsedFile]:
    """What each file gives, in the order of `files`; the cache then knows all of it."""
    stats = {file.path: stat for file in files if (stat := _stat(f"{root}/{file.path}"))}
    stale = [file for file in files if not _is_known(root, file, stats, cache)]
    results = progress(ordered_map(_parse, (root, language), stale, jobs=jobs), len(stale))
    unkept: dict[str, ParsedFile] = {}
    for file, (digest, line) in zip(stale, results, strict=True):
        if digest and file.path in stats:
            cache.keep(file.path, stats[file.path], digest, line)
        else:
            ((parsed, findings),) = decode([line])
            unkept[file.path] = ParsedFile(file, parsed, findings, digest)
    cache.forget_all_but(file.path for file in files if file.path not in unkept)
    kept = iter(cache.parsed(file for file in files if file.path not in unkept))
    return [unkept[file.path] if file.path in unkept else next(kept) for file in files]


def _is_known(root: Path, file: SourceFile, stats: dict[str, Stat], cache: ParseCache) -> bool:
    """Whether the cache answers for a file: by its stat data, or by the digest of its bytes."""
    stat = stats.get(file.path)
    if stat is None:
        return False
    if cache.unchanged(file.path, stat):
        return True
    known = cache.digest(file.path)
    if not known:
        return False
    raw = load(root, file.path)
    if not isinstance(raw, bytes) or sha256(raw).hexdigest() != known:
        return False
    cache.touch(file.path, stat)
    return True


def _stat(file: str) -> Stat | None:
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return Stat(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _parse(shared: tuple[Path, str], file: SourceFile) -> Encoded:
    # The parser and its libraries are slow to import, and a build that has nothing to parse does without them.
    from generator.reading.parse import parse_file  # noqa: PLC0415

    root, language = shared
    one = parse_file(root, file, language)
    return one.digest, encode(one.parsed, one.findings)
