"""A new site to begin with: one file of each kind, invented on purpose, that builds at once."""

from __future__ import annotations

from pathlib import Path

from generator.authoring.front_matter import scalar_text
from generator.authoring.scaffold import Scaffold

STARTER_FOLDER = Path(__file__).parent / "starter"
TITLE_PLACE = "@@TITLE@@"


def starter(title: str) -> tuple[Scaffold, ...]:
    """The files of a new site called `title`, sorted by path."""
    files = sorted(file for file in STARTER_FOLDER.rglob("*") if file.is_file())
    return tuple(
        Scaffold(
            _published_name(file), file.read_text(encoding="utf-8").replace(TITLE_PLACE, scalar_text(title))
        )
        for file in files
    )


def _published_name(file: Path) -> str:
    """Dotfiles ship as `dot-…`, so that packaging and git leave them alone."""
    return file.relative_to(STARTER_FOLDER).as_posix().replace("dot-", ".")
