"""What a parsed file depends on beside its bytes: the code that parses, and what that code stands on."""

from __future__ import annotations

import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOMS: Final = ("diagnostics", "markdown", "model", "reading")
LIBRARIES: Final = ("markdown-it-py", "mdit-py-plugins", "PyYAML")


def parsing_fingerprint(language: str) -> str:
    """SHA-256 over the code of the parsing rooms, the versions below it, and the site's language."""
    package = Path(__file__).parents[1]
    digest = sha256(repr((sys.version, [version(name) for name in LIBRARIES], language)).encode())
    for room in ROOMS:
        for file in sorted((package / room).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()
