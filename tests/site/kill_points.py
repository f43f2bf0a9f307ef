"""What must hold when a build is killed, stopped, or refused something by the disk, at any system call.

Run as a module (`make soak-kill`), it goes through every call, each with every fault, and lists what did not hold.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.publishing.waiting_room import ROOM_FOLDER
from tests.site.press import CHANGING, FAILING, Press, Run
from tests.site.two_editions import Tree, TwoEditions

KILLED: Final = "signal=KILL"
STOPPED: Final = {"signal=INT": 130, "signal=TERM": 143}
REFUSED: Final = {
    "error=EIO": "Input/output error",
    "error=ENOSPC": "No space left",
    "error=EACCES": "Permission denied",
}


Point = tuple[str, int]
"""A system call, and which one of its name it is."""


class BrokenPromise(AssertionError):  # noqa: N818 - it is one, and is caught as one
    """A build that went wrong left what it must not."""


@dataclass(frozen=True)
class Bench:
    """A site of two editions, what a clean build makes of each, and the press that builds it."""

    site: TwoEditions
    press: Press
    clean: tuple[Tree, Tree]

    @classmethod
    @contextmanager
    def at(cls, root: Path, writer: str = "") -> Iterator[Bench]:
        site = TwoEditions(root)
        site.lay_out(0)
        with Press.at(root, writer) as press:
            yield cls(site, press, (_clean(site, press, 1), _clean(site, press, 0))[::-1])

    def points(self, pattern: str) -> tuple[Point, ...]:
        """The calls of a build that makes the other edition of the one that stands."""
        self.site.lay_out(1 - self.site.now)
        counts: Counter[str] = Counter()
        names = [call.partition("(")[0] for call in self.press.build(pattern).calls]
        return tuple((name, (counts.update([name]), counts[name])[1]) for name in names)

    def strike(self, point: Point, what: str) -> Run:
        """Go over to the other edition, with a fault at a call; then look, build again, and look again."""
        before = self.site.tree()
        self.site.lay_out(1 - self.site.now)
        run = self.press.build(point[0], what, point[1])
        self._look(run, what, before)
        again = self.press.build()
        _demand(again.code == 0, run, f"the next build fails: {again.said}")
        _demand(
            self.site.tree() == self.clean[self.site.now], run, "the next build is not what a clean one is"
        )
        _demand(not self._left_over(), run, f"the next build leaves {self._left_over()}")
        return run

    def _look(self, run: Run, what: str, before: Tree) -> None:
        found, after = self.site.tree(), self.clean[self.site.now]
        site = {path: file for path, file in found.items() if not path.startswith(ROOM_FOLDER)}
        if not run.struck:
            _demand(run.code == 0 and found == after, run, "nothing was done to it")
        elif what == KILLED:
            _demand(run.code == -9, run, "it was killed")
            torn = {path for path in site if site[path] not in (before.get(path), after.get(path))}
            _demand(not torn, run, f"torn, or no file of the site: {torn}")
        elif what in STOPPED:
            _demand((run.code, run.said) == (STOPPED[what], "dateline: stopped\n"), run, "it was stopped")
            _demand(found in (before, after), run, "stopped half way")
        elif run.code == 0:
            _demand(site == after, run, "it says that it succeeded")
        else:
            _demand(site == before, run, "it says that it failed")
            _demand(run.code == 1 and _is_told(run.said, REFUSED[what]), run, "path and cause in one line")

    def _left_over(self) -> list[str]:
        folders = (self.site.output / ROOM_FOLDER, *(self.site.root / ".dateline").rglob("*.part"))
        return [str(path) for path in folders if path.exists()]


def _clean(site: TwoEditions, press: Press, edition: int) -> Tree:
    for folder in (site.output, site.root / ".dateline"):
        shutil.rmtree(folder, ignore_errors=True)
    site.lay_out(edition)
    assert press.build().code == 0
    return site.tree()


def _is_told(said: str, cause: str) -> bool:
    """Whether a path and the cause stand in one line, or in a finding about a file of the content or the theme."""
    lines = said.splitlines()
    a_finding = ": error[D" in said
    return (len(lines) == 1 and re.match(rf"dateline: \S+: {cause}", lines[0]) is not None) or a_finding


def _demand(holds: bool, run: Run, what: str) -> None:
    if not holds:
        raise BrokenPromise(f"{what}: {run.struck} → {run.code} {run.said[:400]}")


def broken(bench: Bench, what: str, *, begin: int = 0, stride: int = 1) -> list[str]:
    """Strike at every call, or at some: from `begin` on, one of `stride`. What did not hold, a line each."""
    return list(breaches(bench, what, begin=begin, stride=stride))


def breaches(bench: Bench, what: str, *, begin: int = 0, stride: int = 1) -> Iterator[str]:
    """The same, as they are found."""
    points = bench.points(FAILING if what in REFUSED else CHANGING)
    assert points
    for point in points[begin::stride]:
        line = _broken(bench, point, what)
        if line:
            yield line


def _broken(bench: Bench, point: Point, what: str) -> str:
    try:
        bench.strike(point, what)
    except BrokenPromise as promise:
        bench.press.build()
        return f"{what} {point}: {promise}"
    return ""


def soak(report: Callable[[str], None]) -> int:
    """Every call with every fault; how many did not hold. Kills both ways: going there and coming back differ."""
    count = 0
    with tempfile.TemporaryDirectory() as folder, Bench.at(Path(folder)) as bench:
        for what in (KILLED, KILLED, *STOPPED, *REFUSED):
            found = broken(bench, what)
            report("\n  ".join((f"{what}: {len(found)} not held", *found)))
            count += len(found)
    return count


if __name__ == "__main__":
    os.umask(0o022)
    sys.exit(bool(soak(lambda line: print(line, flush=True))))  # noqa: T201 - a bench, run by hand
