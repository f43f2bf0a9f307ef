"""Which folders may be published into."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

SOURCE_FOLDERS: Final = ("content", "templates", "generator", ".git", ".dateline")

REPOSITORIES: Final = frozenset([".git", ".hg", ".svn", ".jj", ".bzr"])
"""Folders in which repositories keep themselves."""

Place = tuple[int, int]
"""What tells a folder from any other, however its name is written: device and inode."""


def refusal(root: Path, output: Path) -> str | None:
    """Why `output` must not be published into, or None. Both paths resolved.

    Pruning and replacing files in a home, a repository's root, or the source would be beyond repair.
    """
    sources = [(root / name).resolve() for name in SOURCE_FOLDERS]
    holders = (root, *root.parents, *(parent for source in sources for parent in source.parents))
    reasons = (
        (output == Path(output.anchor), "it is the root of the file system"),
        (_is_any(output, _homes()), "it is a home folder"),
        (_is_any(output, (parent for home in _homes() for parent in home.parents)), "it holds a home folder"),
        (_is_any(output, holders), "it holds the source"),
        (
            any(_is_any(folder, sources) for folder in (output, *output.parents)),
            "it is inside the site's source",
        ),
        (any((output / name).exists() for name in REPOSITORIES), "it is the root of a repository"),
        (not REPOSITORIES.isdisjoint(output.parts), "it is inside what a repository keeps of itself"),
        (output.exists() and not output.is_dir(), "it is not a folder"),
    )
    return next((reason for applies, reason in reasons if applies), None)


def _homes() -> Iterator[Path]:
    """The home folders of the user, of who became root for a moment, and of whoever the environment names."""
    for name in ("~", f"~{os.environ.get('SUDO_USER', 'root')}"):
        with suppress(RuntimeError, OSError):  # a user without one
            yield Path(name).expanduser().resolve()
    with suppress(ImportError, KeyError, OSError):
        from pwd import getpwuid  # noqa: PLC0415 - not on Windows

        yield Path(getpwuid(os.getuid()).pw_dir).resolve()


def _is_any(folder: Path, others: Iterable[Path]) -> bool:
    others = list(others)
    return folder in others or not _places([folder]).isdisjoint(_places(others))


def _places(folders: Iterable[Path]) -> set[Place]:
    places = set()
    for folder in folders:
        with suppress(OSError):
            found = folder.stat()
            places.add((found.st_dev, found.st_ino))
    return places
