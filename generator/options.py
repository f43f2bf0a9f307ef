"""Floor 0, options: what a build is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.workers import Jobs, available_cores

CACHE_FOLDER = ".dateline"
"""What builds remember, in the site's folder: disposable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build is asked for. `base_url` replaces the site's own when it is not None; `strict` makes warnings
    stop publication too; `portable` makes an edition that opens from a disk; `compress` adds compressed files.
    """

    root: Path
    output: Path
    drafts: bool = False
    strict: bool = False
    jobs: Jobs = field(default_factory=available_cores)
    base_url: str | None = None
    portable: bool = False
    compress: bool = False

    @property
    def memory(self) -> Path:
        """The folder of what builds remember."""
        return self.root / CACHE_FOLDER
