"""What keeps the shown site up to date: one thread that reads what was saved, and one that proofreads after it.

The system's file events are hints, and no more: they get lost without a word (a full queue, a folder made and filled at
once, a folder moved in, a name that is not UTF-8). So every hint is answered, and then, and every two seconds, all
stat data are looked at. Where events cannot be had at all, the look alone remains.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Final

from generator.preview.live_site import LiveSite
from generator.rendering.theme import template_folders

PAUSE: Final = 2.0
"""Seconds between two looks when nothing is heard."""

STEP: Final = 10
"""Milliseconds of quiet after which a save counts as one."""

LONGEST: Final = 100
"""Milliseconds after which a burst of saves is answered though it goes on."""

POLLING: Final = "the system tells of no saves ({}): looking every {:.0f} seconds instead"


@dataclass(slots=True)
class Watch:
    """The threads of one preview. `changed` is called when something else is shown; `say` tells the user."""

    live: LiveSite
    changed: Callable[[], None]
    say: Callable[[str], None]
    _hints: set[str] = field(default_factory=set)
    _awake: Event = field(default_factory=Event)
    _to_proofread: Event = field(default_factory=Event)
    _ended: Event = field(default_factory=Event)
    _moved: Event = field(default_factory=Event)
    """A watched folder is another by now, or saves went unheard: listen anew."""
    _threads: list[Thread] = field(default_factory=list)

    def start(self) -> None:
        """Begin; everything is proofread first."""
        self._to_proofread.set()
        for task in (self._listen, self._look, self._proofread):
            thread = Thread(target=task, name=f"preview{task.__name__}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def hint(self, path: str) -> None:
        """Look at a file of the site now: it was saved here. Any thread."""
        self._hints.add(path)
        self._awake.set()

    def stop(self) -> None:
        """End, at the latest when what is being read has been read."""
        self._ended.set()
        self._awake.set()
        self._to_proofread.set()
        for thread in self._threads:
            thread.join(timeout=PAUSE)

    def _look(self) -> None:
        _prepare()
        while not self._ended.is_set():
            heard = self._awake.wait(PAUSE)
            self._awake.clear()
            hints, self._hints = self._hints, set()
            self._guarded(self._answer, hints, heard)

    def _answer(self, hints: set[str], heard: bool) -> None:
        if hints and self.live.hear(hints):
            self._show()
        if self.live.look():
            if not heard:
                self._moved.set()
            self._show()

    def _show(self) -> None:
        self.changed()
        self._to_proofread.set()

    def _proofread(self) -> None:
        while not self._ended.is_set():
            self._to_proofread.wait()
            self._to_proofread.clear()
            self._guarded(self._proofread_once)

    def _proofread_once(self) -> None:
        while not self._ended.is_set() and not self.live.snapshot.proofread:
            if self.live.proofread():
                self.changed()

    def _listen(self) -> None:
        said = False
        while not self._ended.is_set():
            self._moved.clear()
            try:
                self._listen_once(self._folders())
            except OSError as fault:  # no more can be watched, or there is nothing to watch
                if not said:
                    self.say(POLLING.format(_first_line(fault), PAUSE))
                said = True
                self._ended.wait(PAUSE)
            except Exception:  # noqa: BLE001 - the library fails at a name that is not UTF-8; what it told of is lost
                self._awake.set()
                self._ended.wait(STEP / 1000)

    def _listen_once(self, folders: dict[Path, int]) -> None:
        from watchfiles import watch  # noqa: PLC0415 - a start without a preview does without it

        for changes in watch(
            *folders,
            watch_filter=None,
            debounce=LONGEST,
            step=STEP,
            stop_event=self,
            rust_timeout=int(PAUSE * 1000),
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if changes:
                self._hints |= {self._path(path) for _, path in changes}
                self._awake.set()
            if folders != self._folders():
                return

    def is_set(self) -> bool:
        """Whether to listen no longer, or anew: as an event answers, for `watchfiles`."""
        return self._ended.is_set() or self._moved.is_set()

    def _folders(self) -> dict[Path, int]:
        """What to listen to, each with its inode: a folder that took another's place is another."""
        folders = (self.live.root / "content", *template_folders(self.live.root))
        return {folder: os.lstat(folder).st_ino for folder in folders if folder.is_dir()}

    def _path(self, path: str) -> str:
        """As the site names its files, where it does."""
        return path.removeprefix(f"{self.live.root}{os.sep}").replace(os.sep, "/")

    def _guarded(self, step: Callable[..., None], *values: object) -> None:
        """A fault in one look is said, and is not the last look."""
        try:
            step(*values)
        except Exception as fault:  # noqa: BLE001
            self.say(f"this is a bug in Dateline: {type(fault).__name__}: {fault}")
            if os.environ.get("DATELINE_DEBUG"):
                self.say(traceback.format_exc())


def _prepare() -> None:
    """Have the parser ready before the first save: its libraries are slow to import."""
    import generator.reading.parse  # noqa: F401, PLC0415


def _first_line(fault: Exception) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0][:200]
