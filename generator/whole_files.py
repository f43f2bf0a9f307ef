"""Floor 0, whole files: a file is replaced whole or not at all, and what killed processes left of theirs is swept."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

PART: Final = ".part"
"""Ends the names of files on their way."""


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


def sweep(folder: Path) -> None:
    """Remove what killed processes left below a folder. A process that still writes loses no more than its part."""
    for part in folder.rglob(f"*{PART}"):
        with suppress(OSError):
            part.unlink()
