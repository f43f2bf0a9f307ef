"""Floor 0, own code: which code runs, as against which code lies on the disk by now.

What a build remembers is good for the code that made it. A process that read its code before an edit and looks at the
disk after it would put the old code's results down as the new code's.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final


def on_disk() -> str:
    """SHA-256 over every module and every catalogue of the package."""
    package = Path(__file__).parent
    digest = sha256()
    for file in sorted([*package.rglob("*.py"), *package.rglob("*.po")]):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0")
        digest.update(file.read_bytes())
    return digest.hexdigest()


RUNNING: Final = on_disk()
"""The code as it was when this process began to use it."""


def is_running() -> bool:
    """Whether the code on disk is still what runs."""
    return on_disk() == RUNNING
