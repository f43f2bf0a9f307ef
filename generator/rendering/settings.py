"""What rendering needs to know that is not content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`folders` are searched for templates and assets in order: the site's own `templates/`, then the theme.

    `portable`: links name `index.html`, so that pages open from a disk. `bytecode` is a folder for compiled
    templates, and `drawings` one that remembers pictures (`drawing`), or None for none.
    """

    folders: tuple[Path, ...]
    portable: bool = False
    drawings: Path | None = None
    bytecode: Path | None = None
