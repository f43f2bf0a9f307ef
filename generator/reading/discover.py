"""Which files the site's content consists of. Looks at names and kinds of file, and opens none."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.visible import visible
from generator.model.addresses import FOLDERS
from generator.model.names import nearest
from generator.model.records import KINDS, Kind
from generator.reading.basemap import BASEMAP_FILE
from generator.reading.collisions import collisions
from generator.reading.file_names import PICTURES, is_leftover, is_utf8
from generator.reading.record_names import misnamed, split_language, wrong_extension
from generator.reading.source_file import SourceFile
from generator.reading.walk import Walk, not_regular, symbolic_link, unreadable

__all__ = ["CONTENT", "SITE_FILE", "SourceFile", "discover", "source_file"]

CONTENT: Final = "content"
SITE_FILE: Final = "content/site.yaml"
_MEDIA: Final = "media"
_SETTINGS: Final = {
    SITE_FILE: SourceFile(SITE_FILE, "site", "site"),
    BASEMAP_FILE: SourceFile(BASEMAP_FILE, "basemap", "basemap"),
}
_KINDS: Final[dict[str, Kind]] = {FOLDERS[kind] or "pages": kind for kind in KINDS}


def discover(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    """All files under `root/content`, sorted by path, with a finding for each that is not as it should be.

    Of files that collide all are given, so that each is read; `content` keeps the first. Editors' leftovers
    (`x~`, `.x.swp`, `4913`, …) are passed over in silence.
    """
    walk = Walk(root)
    for folder in _folders(walk):
        walk.enter(f"{CONTENT}/{folder}")
    files: list[SourceFile] = []
    for path in sorted(walk.files):
        file = source_file(path)
        if isinstance(file, Diagnostic):
            walk.findings.append(file)
            continue
        files.append(file)
        walk.findings.extend(misnamed(file))
    walk.findings.extend(collisions(files))
    return tuple(files), tuple(walk.findings)


def _folders(walk: Walk) -> Iterator[str]:
    """The known folders that are there; notes the site's own file and what does not belong."""
    names = _names(walk)
    for name in names:
        path = f"{CONTENT}/{name}"
        known = name in _KINDS or name == _MEDIA
        mode = _mode(walk.root / path)
        if stat.S_ISLNK(mode):
            walk.findings.append(symbolic_link(path))
        elif known and stat.S_ISDIR(mode):
            yield name
        elif path in _SETTINGS and stat.S_ISREG(mode):
            walk.files.append(path)
        elif mode and (known or path in _SETTINGS):
            walk.findings.append(not_regular(path, mode))
        elif mode:
            walk.findings.append(_misplaced(name, is_folder=stat.S_ISDIR(mode)))
    if "site.yaml" not in names:
        walk.findings.append(_no_site_file(names))


def _names(walk: Walk) -> list[str]:
    """What stands directly in `content/`, sorted."""
    if (walk.root / CONTENT).is_symlink():
        walk.findings.append(symbolic_link(CONTENT))
        return []
    try:
        names = os.listdir(walk.root / CONTENT)  # noqa: PTH208 - names alone are wanted, and surrogates kept
    except OSError as fault:
        walk.findings.append(unreadable(CONTENT, fault))
        return []
    return sorted(name for name in names if not is_leftover(name))


def _mode(path: Path) -> int:
    """The kind of file; 0 when it has gone since its name was read."""
    try:
        return os.lstat(path).st_mode
    except OSError:
        return 0


def source_file(path: str) -> SourceFile | Diagnostic:
    """What a file is by its path, or why it is nothing. A name that cannot be printed is never opened."""
    _, folder, *rest = path.split("/")
    name = rest[-1] if rest else folder
    if path in _SETTINGS:
        return _SETTINGS[path]
    if not path.isprintable():
        return _unprintable(path)
    if folder == _MEDIA:
        is_picture = name.lower().endswith(PICTURES)
        below = path.removeprefix(f"{CONTENT}/")
        return SourceFile(path, "media", below) if is_picture else wrong_extension(path, "media")
    kind = _KINDS.get(folder)
    if kind is None:
        return _misplaced(folder, is_folder=bool(rest))
    if not name.endswith(".md"):
        return wrong_extension(path, kind)
    record_id, language = split_language(name.removesuffix(".md"))
    return SourceFile(path, kind, record_id, language)


def _misplaced(name: str, *, is_folder: bool) -> Diagnostic:
    path = f"{CONTENT}/{name}"
    folders = (*_KINDS, _MEDIA)
    if not is_utf8(name):
        return Diagnostic("D009", "the name is not UTF-8", Span(visible(path)), "rename it")
    if not is_folder:
        advice = f"move it into one of {', '.join(f'{folder}/' for folder in folders)}"
        return Diagnostic("D002", "is in no folder of records", Span(visible(path)), advice)
    near = nearest(name, folders, 1)
    advice = f'did you mean "{near[0]}"?' if near else f"known folders are {', '.join(folders)}"
    return Diagnostic("D002", "is not a folder of records", Span(visible(path)), advice)


def _no_site_file(names: list[str]) -> Diagnostic:
    almost = next((name for name in names if name.lower() in ("site.yml", "_site.yaml", "site.md")), "")
    advice = f"rename {visible(almost)} to site.yaml" if almost else 'write one; it needs a "title"'
    return Diagnostic("D901", "the site has no settings file", Span(SITE_FILE), advice)


def _unprintable(path: str) -> Diagnostic:
    return Diagnostic(
        "D004",
        "the file's name holds characters that cannot be printed",
        Span(visible(path)),
        "rename it with small Latin letters, digits and hyphens",
    )
