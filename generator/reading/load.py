"""The bytes of one file. Never waits, never follows a link, never reads more than the limit."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.reading.walk import not_regular, symbolic_link, unreadable

LARGEST_FILE: Final = 16 * 1024 * 1024
"""Bytes."""

# A pipe would block `open` for ever without O_NONBLOCK; the last part of the path may have become a link.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def load(root: Path, path: str) -> bytes | Diagnostic | None:
    """The bytes of `root/path`, or why they cannot be had; None when the file has gone since it was found."""
    try:
        link = _link_on_the_way(f"{root}/", path)
        return symbolic_link(link) if link else _read(f"{root}/{path}", path)
    except FileNotFoundError:
        return None
    except OSError as fault:
        return unreadable(path, fault)


def _link_on_the_way(root: str, path: str) -> str:
    """The first part of the path, folders included, that is a symbolic link."""
    end = path.find("/")
    while end >= 0:
        if stat.S_ISLNK(os.lstat(root + path[:end]).st_mode):
            return path[:end]
        end = path.find("/", end + 1)
    return path if stat.S_ISLNK(os.lstat(root + path).st_mode) else ""


def _read(file: str, path: str) -> bytes | Diagnostic:
    descriptor = os.open(file, _FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return not_regular(path, status.st_mode)
        if status.st_size > LARGEST_FILE:
            return _oversized(path)
        content = _read_to_end(descriptor, status.st_size)
    finally:
        os.close(descriptor)
    return content if len(content) <= LARGEST_FILE else _oversized(path)


def _read_to_end(descriptor: int, expected: int) -> bytes:
    """All of it, though the file may grow or shrink meanwhile; one byte beyond the limit is enough to tell."""
    content = os.read(descriptor, expected + 1)
    if len(content) == expected:
        return content
    chunks = [content]
    while chunks[-1] and sum(map(len, chunks)) <= LARGEST_FILE:
        chunks.append(os.read(descriptor, LARGEST_FILE))
    return b"".join(chunks)


def _oversized(path: str) -> Diagnostic:
    limit = LARGEST_FILE // (1024 * 1024)
    return Diagnostic("D011", f"is larger than {limit} MB", Span(path), "split it, or link to it instead")
