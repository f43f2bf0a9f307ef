"""One build at a time in an output folder: the second waits for the first, and says for whom it waits.

The lock is the operating system's, on `<output>/.dateline-publishing/lock`. The file names the process that holds it, when
it began, and the machine; it goes when the build ends. One that is found with a name in it and nobody holding it was
left by a build that was killed: it is taken over, and what that build left can be put in order.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from generator.publishing import system_lock
from generator.publishing.files import make_folder
from generator.publishing.undisturbed import undisturbed
from generator.publishing.waiting_room import LOCK_FILE, ROOM_FOLDER

Say = Callable[[str], None]
"""Tells the user one line."""

TRIES: Final = 1000
"""So often, at most, the folder goes between our making it and our opening a file in it."""

_NO_LOCKS: Final = frozenset([errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS])

_OWNER_SIZE: Final = 400


@contextmanager
def locked(output: Path, say: Say) -> Iterator[bool]:
    """Hold the lock of an output folder; the value is whether the build that held it before was killed.

    Makes the folder, and removes it if it is empty in the end. Raises OSError where it cannot be written.
    """
    lock = _Lock(output, say)
    try:
        yield lock.acquire()
    finally:
        with undisturbed():
            lock.release()


class _Lock:
    """The lock of one output folder, held or not yet."""

    def __init__(self, output: Path, say: Say) -> None:
        self._room = output / ROOM_FOLDER
        self._file = self._room / LOCK_FILE
        self._made = [folder for folder in (output, *output.parents) if not folder.exists()]
        self._say: Say | None = say
        self._descriptor: int | None = None
        self._held = False
        self._fault: OSError | None = None

    def acquire(self) -> bool:
        """Wait until it is ours; whether its last holder was killed."""
        for _ in range(TRIES):
            with undisturbed():
                if self._take():
                    return self._sign()
            self._wait()
        raise self._fault or OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(self._file))

    def release(self) -> None:
        """Let the next one in. Who waits sees that the file is gone, and makes another."""
        if self._held and os.name != "nt":
            with suppress(OSError):
                self._file.unlink()
        self._close()
        if self._held and os.name == "nt":  # there an open file cannot be removed
            with suppress(OSError):
                self._file.unlink()
        for folder in (self._room, *self._made):
            with suppress(OSError):  # not empty
                folder.rmdir()

    def _take(self) -> bool:
        """Take it if nobody has it; leaves a descriptor to wait for if somebody has."""
        try:
            make_folder(str(self._room))
            self._descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o666)
        except (FileNotFoundError, FileExistsError) as fault:  # the build before has just removed the folder
            self._fault = fault
        if self._descriptor is None or not self._is_free(self._descriptor):
            return False
        self._held = self._is_in_place(self._descriptor)
        if not self._held:
            self._close()
        return self._held

    def _is_free(self, descriptor: int) -> bool:
        try:
            return system_lock.take(descriptor)
        except OSError as fault:
            if fault.errno not in _NO_LOCKS:
                raise OSError(fault.errno, fault.strerror, str(self._file)) from fault
        self._tell(f"{self._room.parent} is on a disk without locks: let one build at a time write there")
        return True

    def _wait(self) -> None:
        if self._descriptor is not None:
            self._tell(f"waiting for another build of {self._room.parent}{_named(_owner(self._descriptor))}")
            system_lock.wait(self._descriptor)
            self._close()

    def _tell(self, line: str) -> None:
        if self._say:
            self._say(line)
            self._say = None

    def _is_in_place(self, descriptor: int) -> bool:
        """Whether the file is still the one that others will open."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._file.lstat())
        except FileNotFoundError:
            return False

    def _sign(self) -> bool:
        """Write who holds the lock; whether the one before could not take its name away."""
        held, killed = self._descriptor or 0, False
        began = datetime.now(UTC).isoformat(timespec="seconds")
        with suppress(OSError):  # a full disk: the lock holds without a name
            killed = bool(_owner(held))
            os.ftruncate(held, 0)
            os.lseek(held, 0, os.SEEK_SET)
            os.write(held, f"{os.getpid()} {began} {_machine()}\n".encode())
        return killed

    def _close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _owner(descriptor: int) -> list[str]:
    """Process, time and machine that a lock file names; empty if it names none."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    words = os.read(descriptor, _OWNER_SIZE).decode("ascii", "replace").split()
    return words if len(words) == len(("process", "time", "machine")) else []


def _named(owner: list[str]) -> str:
    if not owner:
        return ""
    process, began, machine = owner
    where = "" if machine == _machine() else f" on {machine}"
    return f": process {process}{where}, since {began}"


def _machine() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "-")
