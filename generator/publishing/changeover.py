"""The moves by which one edition takes another's place, and the way back.

Each move replaces or removes one file whole. What stood there before stays in the waiting room, under a second name,
until all is done: when the disk refuses in the middle, every move is taken back and the old edition stands as it was.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress

from generator.whole_files import named


class Changeover:
    """The moves of one publication, from the folder `room` into `output` and back."""

    def __init__(self, output: str, room: str) -> None:
        self._output = output
        self._room = room
        self._done: list[tuple[str, str | None]] = []
        """Files that were moved: where they belong, and where what stood there before is now."""
        self._known = {output}
        """Folders that are there."""
        self._made: list[str] = []

    def put(self, path: str, waiting: str) -> None:
        """Move a file that waits to its path. Raises OSError."""
        target = f"{self._output}/{path}"
        with named(target):
            self._need(os.path.dirname(target))
            self._done.append((target, self._second_name(target)))
            os.replace(waiting, target)

    def remove(self, path: str) -> None:
        """Take a file away, and the folders that empties. Raises OSError."""
        target, aside = f"{self._output}/{path}", self._aside()
        with named(target):
            self._done.append((target, aside))
            os.replace(target, aside)
        folder = os.path.dirname(target)
        while folder != self._output and _removed(folder):
            self._known.discard(folder)
            folder = os.path.dirname(folder)

    def undo(self) -> bool:
        """Take every move back; False where the disk refuses even that."""
        whole = True
        for target, aside in reversed(self._done):
            try:
                _restore(target, aside)
            except FileNotFoundError:  # the last move, which did not happen
                pass
            except OSError:
                whole = False
        for folder in reversed(self._made):
            _removed(folder)
        return whole

    def _need(self, folder: str) -> None:
        """Make a folder that is not there. A file in its place is what the move will meet."""
        if folder in self._known:
            return
        self._need(os.path.dirname(folder))
        with suppress(FileExistsError):
            os.mkdir(folder)
            self._made.append(folder)
        self._known.add(folder)

    def _second_name(self, target: str) -> str | None:
        """Give what stands at `target` a name in the waiting room; None where nothing stands."""
        aside = self._aside()
        with suppress(FileNotFoundError):
            try:
                os.link(target, aside)
            except FileNotFoundError:
                raise
            except OSError:  # this disk has no second names
                shutil.copy2(target, aside)
            return aside
        return None

    def _aside(self) -> str:
        return f"{self._room}/before-{len(self._done)}"


def _restore(target: str, aside: str | None) -> None:
    if aside is None:
        os.unlink(target)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(aside, target)


def _removed(folder: str) -> bool:
    """Remove a folder if it is empty."""
    with suppress(OSError):
        os.rmdir(folder)
        return True
    return False
