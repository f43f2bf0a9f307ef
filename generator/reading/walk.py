"""What stands in a folder, its sub-folders included: ordinary files, and findings about everything else.

Nothing is opened, no link is followed, and depth costs no recursion.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.visible import visible
from generator.reading.file_names import is_leftover, is_utf8


@dataclass(slots=True)
class Walk:
    """One walk: paths of ordinary files relative to `root`, with `/`, and findings on the rest."""

    root: Path
    files: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def enter(self, folder: str) -> None:
        """Walk a folder given relative to `root`."""
        waiting = [folder]
        while waiting:
            waiting.extend(self._subfolders(waiting.pop()))

    def _subfolders(self, folder: str) -> Iterator[str]:
        """Look at each name in one folder; gives the folders in it."""
        try:
            with os.scandir(self.root / folder) as entries:
                found = list(entries)
        except OSError as fault:
            self.findings.append(unreadable(folder, fault))
            return
        for entry in found:
            if is_leftover(entry.name):
                continue
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False) and is_utf8(entry.name) and not entry.name.endswith(".md"):
                yield path
            else:
                self._look(entry, path)

    def _look(self, entry: os.DirEntry[str], path: str) -> None:
        if not is_utf8(entry.name):
            self.findings.append(_foreign_name(path))
        elif entry.is_symlink():
            self.findings.append(symbolic_link(path))
        elif entry.is_file(follow_symlinks=False):
            self.files.append(path)
        else:
            self.findings.append(_special(entry, path))


def _special(entry: os.DirEntry[str], path: str) -> Diagnostic:
    try:
        return not_regular(path, entry.stat(follow_symlinks=False).st_mode)
    except OSError as fault:
        return unreadable(path, fault)


def unreadable(path: str, fault: OSError) -> Diagnostic:
    """The system refuses to read a file or folder."""
    if fault.errno == errno.ENAMETOOLONG:
        return Diagnostic(
            "D010",
            f"the path is longer than the system allows ({len(path)} characters)",
            Span(visible(path)),
        )
    reason = (fault.strerror or str(fault)).lower()
    advice = "give yourself the right to read it" if isinstance(fault, PermissionError) else ""
    return Diagnostic("D001", f"cannot be read: {reason}", Span(visible(path)), advice)


def symbolic_link(path: str) -> Diagnostic:
    """A link is refused, wherever it leads."""
    return Diagnostic(
        "D007",
        "is a symbolic link, and links are not followed",
        Span(visible(path)),
        "put the file itself here, or remove the link",
    )


def not_regular(path: str, mode: int) -> Diagnostic:
    """Something other than is meant by its name; it is not opened."""
    advice = "rename the folder, or remove it" if stat.S_ISDIR(mode) else "remove it"
    return Diagnostic("D008", f"is {_form(mode)}", Span(visible(path)), advice)


def _form(mode: int) -> str:
    forms = (
        (stat.S_ISREG, "a file, and a folder is meant"),
        (stat.S_ISDIR, "a folder, and a file is meant"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((words for is_form, words in forms if is_form(mode)), "something special")


def _foreign_name(path: str) -> Diagnostic:
    return Diagnostic(
        "D009",
        "the file's name is not UTF-8",
        Span(visible(path)),
        "rename it with small Latin letters, digits and hyphens",
    )
