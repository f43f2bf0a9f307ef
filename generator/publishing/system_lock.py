"""The operating system's lock on an open file. It ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
import time
from typing import Final

if sys.platform == "win32":
    import msvcrt

    _FAR_OUT: Final = 1 << 30
    """A locked byte cannot be read by others; this one is behind all that is written."""

    _PAUSE: Final = 0.1

    def take(descriptor: int) -> bool:
        """Whether we have the lock now; False while another process has it. Raises OSError where there are no locks."""
        os.lseek(descriptor, _FAR_OUT, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def wait(descriptor: int) -> None:
        """Wait for the lock and take it."""
        while not take(descriptor):
            time.sleep(_PAUSE)

else:
    import fcntl

    def take(descriptor: int) -> bool:
        """Whether we have the lock now; False while another process has it. Raises OSError where there are no locks."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait(descriptor: int) -> None:
        """Wait for the lock and take it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX)
