"""What a parsed file depends on beside its bytes: the code that parses, and what that code stands on."""

from __future__ import annotations

import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOMS: Final = ("diagnostics", "languages", "markdown", "model", "reading")
LIBRARIES: Final = ("markdown-it-py", "mdit-py-plugins", "PyYAML")


def _on_disk() -> str:
    """SHA-256 over the code of the parsing rooms and the versions below it."""
    package = Path(__file__).parents[1]
    digest = sha256(repr((sys.version, [version(name) for name in LIBRARIES])).encode())
    for room in ROOMS:
        for file in sorted((package / room).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


_RUNNING: Final = _on_disk()
"""The code as it was when this process began to use it: it may be edited while the process runs."""


def parsing_fingerprint(language: str) -> str:
    """SHA-256 over the code that runs and the site's language."""
    return sha256(f"{_RUNNING} {language}".encode()).hexdigest()


def is_running_code() -> bool:
    """Whether the code on disk is still what runs."""
    return _on_disk() == _RUNNING
