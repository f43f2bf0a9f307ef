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

HOMES: Final = ("/home", "/Users")
"""Where homes are, even if none of those who have one is known here."""

FIRST_PERSON: Final = 1000
"""Users from this number on are people (Debian policy 9.2.2); on macOS, from 501, they are in `/Users`."""

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
    """The home folders of all people, of root, and of the user; not those of what runs by itself, like a web server."""
    with suppress(RuntimeError, OSError):  # a user without one
        yield Path.home().resolve()
    yield from (Path(folder) / "somebody" for folder in HOMES)
    with suppress(ImportError, OSError):
        import pwd  # noqa: PLC0415 - not on Windows

        for user in pwd.getpwall():
            if user.pw_uid in {0, os.getuid()} or user.pw_uid >= FIRST_PERSON:
                yield Path(user.pw_dir).resolve()


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
