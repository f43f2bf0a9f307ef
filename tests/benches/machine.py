"""The machine that a figure was measured on, in words."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from generator.workers import available_cores

CHECKOUT = Path(__file__).parents[2]


def description(work: Path, versions: tuple[str, ...]) -> str:
    """One paragraph: processor, cores, memory, system, where the files stood, how busy it was, versions, date, commit."""
    python = f"Python {platform.python_version()}"
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d at %H:%M} UTC at commit `{commit()}`: {processor()}, "
        f"{available_cores()} cores, {memory()}, {system()}; files on {file_system(work)}; load average "
        f"{os.getloadavg()[0]:.1f} when it began. {', '.join((*versions, python))}."
    )


def commit() -> str:
    """The commit checked out, and whether files of the generator differ from it."""
    short = _git("rev-parse", "--short=10", "HEAD")
    changed = _git("status", "--porcelain", "--", "generator", "templates")
    return f"{short or 'unknown'}{' with changes' if changed else ''}"


def processor() -> str:
    """Its model."""
    return _entry(Path("/proc/cpuinfo"), "model name") or platform.processor() or platform.machine()


def memory() -> str:
    """How much there is."""
    kibibytes = _entry(Path("/proc/meminfo"), "MemTotal").split()
    return f"{int(kibibytes[0]) / 1024**2:.0f} GB of memory" if kibibytes else "memory unknown"


def system() -> str:
    """Its name and kernel."""
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = platform.system()
    return f"{name}, kernel {platform.release().split('-')[0]}"


def file_system(folder: Path) -> str:
    """The kind of file system that a folder stands on; of the mounts above it, the deepest counts."""
    best, kind = "", "an unknown file system"
    for mounted, its_kind in _mounts():
        if folder.resolve().is_relative_to(mounted) and len(mounted) >= len(best):
            best, kind = mounted, its_kind
    return f"a RAM disk ({kind})" if kind == "tmpfs" else kind


def _mounts() -> Iterator[tuple[str, str]]:
    try:
        lines = Path("/proc/mounts").read_text("utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        _, mounted, kind, *_ = line.split()
        yield mounted, kind


def _entry(file: Path, name: str) -> str:
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    return next(
        (value.strip() for key, _, value in (line.partition(":") for line in lines) if key.strip() == name),
        "",
    )


def _git(*arguments: str) -> str:
    try:
        return subprocess.run(
            ["git", "-C", str(CHECKOUT), *arguments], check=True, capture_output=True, text=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
