"""Writing what a revision comes to: all of its files, or none.

Every text is first written beside its place. Only when all are there, and no file was changed meanwhile, do they move into
place; when a move fails, those before it are undone. A kill between two moves leaves whole files, of which
git knows the earlier state.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Span

_ASIDE: Final = "~"
"""Ends the names of files on their way; everything that reads the content passes such names over."""


def write(
    root: Path, outcome: Mapping[str, bytes | None], before: Mapping[str, bytes | None]
) -> tuple[Diagnostic, ...]:
    """Make files what `outcome` says. `before` is what they held when it was made, None for no file; a finding for each
    that holds something else by now, and then nothing is written. Raises OSError when the disk refuses.
    """
    changed = [path for path in outcome if _held(root / path) != before.get(path)]
    if changed:
        return tuple(_changed(path) for path in changed)
    aside = {path: _aside(root / path) for path, text in outcome.items() if text is not None}
    done: list[str] = []
    try:
        for path, file in aside.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, outcome[path] or b"", root / path)
        for path in sorted(
            outcome, key=lambda path: outcome[path] is None
        ):  # nothing goes before all is there
            done.append(path)
            _settle(root / path, aside.get(path))
    except BaseException:
        _undo(root, done, before)
        raise
    finally:
        for file in aside.values():
            file.unlink(missing_ok=True)
    return ()


def _settle(file: Path, aside: Path | None) -> None:
    if aside is None:
        file.unlink()
    else:
        aside.replace(file)


def _undo(root: Path, done: list[str], before: Mapping[str, bytes | None]) -> None:
    for path in done:
        text = before.get(path)
        with suppress(OSError):
            if text is None:
                (root / path).unlink(missing_ok=True)
            else:
                (root / path).write_bytes(text)


def _write(file: Path, text: bytes, place: Path) -> None:
    """The text on disk, with the rights of the file that it will replace."""
    with file.open("wb") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    with suppress(FileNotFoundError):
        file.chmod(place.stat().st_mode & 0o7777)


def _aside(file: Path) -> Path:
    return file.with_name(f".{file.name}{_ASIDE}")


def _held(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _changed(path: str) -> Diagnostic:
    message = "the file changed while the command ran; nothing was written"
    return Diagnostic("D804", message, Span(path), "run the command again")
