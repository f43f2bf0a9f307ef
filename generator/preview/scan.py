"""What stands on the disk: every file's stat data, read anew each time. Events get lost; stat data do not."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.reading.cache import Stat
from generator.reading.discover import CONTENT
from generator.reading.file_names import is_leftover

FOLDER: Final = Stat(-1, 0, 0, 0)
"""What is kept of a folder: that it is there. Its times change with every temporary file of an editor."""

Seen = dict[str, Stat]
"""Stat data by path."""


def content_on_disk(root: Path) -> Seen:
    """All that stands under `root/content`, by path relative to `root`; what editors leave behind is passed over."""
    return dict(_below(os.fspath(root), CONTENT))


def theme_on_disk(folders: Iterable[Path]) -> Seen:
    """All files of the template folders, by whole path."""
    return {f"{folder}/{path}": stat for folder in folders for path, stat in _below(os.fspath(folder), "")}


def stat_of(file: Path | str) -> Stat | None:
    """The stat data of one file; None when it is not there."""
    try:
        return _kept(os.lstat(file))
    except (OSError, ValueError):
        return None


def _below(root: str, start: str) -> Iterator[tuple[str, Stat]]:
    waiting = [start]
    while waiting:
        folder = waiting.pop()
        for entry in _entries(f"{root}/{folder}"):
            path = f"{folder}/{entry.name}" if folder else entry.name
            if is_leftover(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield path, FOLDER
                waiting.append(path)
                continue
            try:
                yield path, _kept(entry.stat(follow_symlinks=False))
            except OSError:  # gone since its name was read
                continue


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _kept(found: os.stat_result) -> Stat:
    return Stat(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
