"""Floor 0, whole files: a file is replaced whole or not at all, what killed processes left of theirs is swept, and faults
of the disk name the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

PART: Final = ".part"
"""Ends the names of files on their way."""


@contextmanager
def named(file: str | Path) -> Iterator[None]:
    """Faults of the disk name this file: a full disk names none by itself, and a move names where it began."""
    try:
        yield
    except OSError as fault:
        fault.filename, fault.filename2 = str(file), None
        raise


def read_whole(file: Path) -> bytes:
    """What is in a file. Raises OSError, which names it."""
    with named(file):
        return file.read_bytes()


def write_whole(file: Path, content: bytes) -> None:
    """Put a file into its place whole: other processes may be doing the same. Raises OSError, and leaves nothing then."""
    part = file.with_name(f"{file.name}.{os.getpid()}{PART}")
    try:
        part.write_bytes(content)
        part.replace(file)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def swept(folder: Path, *, at_once: bool) -> Iterator[None]:
    """Sweep a folder if what follows is broken off, and before it if what went before was."""
    if at_once:
        sweep(folder)
    try:
        yield
    except BaseException:
        sweep(folder)
        raise


def sweep(folder: Path) -> None:
    """Remove what killed processes left below a folder. A process that still writes loses no more than its part."""
    for part in folder.rglob(f"*{PART}"):
        with suppress(OSError):
            part.unlink()
