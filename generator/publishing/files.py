"""The few ways in which files are written here: whole, on the disk before anything relies on them."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import Final

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)

_NOT_FOR_FOLDERS: Final = frozenset([errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EISDIR])
"""What systems say that cannot sync a folder; they do it by themselves, or not at all."""


def write_file(file: str, content: bytes, *, synced: bool = False) -> None:
    """A file with this content; `synced`: on the disk when this returns. Raises OSError."""
    descriptor = os.open(file, _NEW, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if synced:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: str) -> None:
    """Make a folder, and those above it, if it is not there. A file of its name is what comes next to meet. Raises OSError,
    and not, as the library's own way, "File exists" when the disk cannot say what does.
    """
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        make_folder(os.path.dirname(folder))
        with suppress(FileExistsError):  # another build was quicker
            os.mkdir(folder)


def sync_folder(folder: str) -> None:
    """Names in a folder are on the disk when this returns, where the system can do that. Raises OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(descriptor)
