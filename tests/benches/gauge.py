"""What a command costs: wall time, processor time, and the peak memory of all its processes together."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

PROC: Final = Path("/proc")
PAUSE: Final = 0.01
"""Seconds between two looks at the memory, at least."""

IDLE: Final = 4
"""So many times as long as a look took, nothing is done: looking takes a fifth of one core at the most."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, seconds of all processors, and bytes; no bytes where memory was not looked at."""

    wall: float
    processor: float
    memory: int = 0


class Failed(Exception):  # noqa: N818 - what happened
    """A command that did not do what was to be measured; the message has its last words."""


def cost_of(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    memory: bool = False,
) -> Cost:
    """Run a command in a folder and say what it cost. Raises Failed.

    Processor time is that of the process and of all it waited for (getrusage(2), RUSAGE_CHILDREN). Memory is looked at
    while it runs, which takes some time itself: measure one or the other where the clock matters.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    with TemporaryFile() as said:
        with subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | (environment or {}),
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process:
            peak = _watch(process) if memory else 0
            process.wait()
            wall = time.perf_counter() - began
        said.seek(0)
        last = said.read().decode("utf-8", "replace")[-2000:]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise Failed(f"{' '.join(command)}: exit code {process.returncode}\n{last}")
    spent = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return Cost(wall, spent, peak)


def _watch(process: subprocess.Popen[bytes]) -> int:
    """The peak of the memory of a session while its first process runs: of all together, or of the largest alone, which
    remembers its own peak between two looks.
    """
    peak = 0
    while process.poll() is None:
        began = time.perf_counter()
        members = tuple(_session(process.pid))
        peak = max(peak, sum(map(_share, members)), *map(_highest, members))
        time.sleep(max(PAUSE, IDLE * (time.perf_counter() - began)))
    return peak


def _session(leader: int) -> Iterator[Path]:
    """The processes of a session: its leader and what it started, however deep (proc(5), `/proc/pid/stat`, field 6)."""
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            fields = _read(folder / "stat").rpartition(")")[2].split()
            if fields and int(fields[3]) == leader:
                yield folder


def _share(process: Path) -> int:
    """A process's proportional share in bytes: what several processes share counts once (proc(5), `smaps_rollup`)."""
    return _kibibytes(_read(process / "smaps_rollup"), "Pss:") * 1024


def _highest(process: Path) -> int:
    """The most bytes that a process has had in memory so far (proc(5), `status`)."""
    return _kibibytes(_read(process / "status"), "VmHWM:") * 1024


def _kibibytes(text: str, name: str) -> int:
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith(name))


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:  # the process has just ended
        return ""
