"""A press for builds that go wrong: each build is a process of its own, and strace kills it, or makes a system call of it
fail, at the n-th call of some kind.

Starting Python for each build would take longer than the build. So one process imports all that a build needs and forks
for each; strace takes hold of the child before it begins. What a build finds out about Dateline's own code is found out
once, and the theme has its style sheet only, so that the calls are those of the site, the output and the cache.

Run as a module, it takes orders, one line of JSON each, and answers likewise.
"""

from __future__ import annotations

import ctypes
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NoReturn

CHECKOUT = Path(__file__).parents[2]

CHANGING = "write|rename|renameat|renameat2|link|linkat|mkdir|mkdirat|rmdir|unlink|unlinkat|fsync|ftruncate|utimensat"
"""System calls that change what is on the disk: between two of them nothing can be other than at either."""

FAILING = f"{CHANGING}|openat|read|close|newfstatat|fstat|lstat|stat|statx|lseek|getdents64|flock"
"""Those that the disk may answer with an error."""


@dataclass(frozen=True)
class Run:
    """How a build ended: its exit code (-9: killed), what it said on stderr, and the calls that strace saw."""

    code: int
    said: str
    calls: tuple[str, ...]

    @property
    def struck(self) -> str:
        """The call that was made to fail, or at which the process was killed; empty if it never came to it."""
        marks = (" (INJECTED)", "= ?", "---")
        return next((call for call in self.calls if call.endswith(marks)), "")


class Press:
    """The process that forks builds of the site in `root`; `writer` may be one of `naive_writers`."""

    def __init__(self, root: Path, orders: IO[str], answers: IO[str]) -> None:
        self.root = root
        self._orders = orders
        self._answers = answers

    @classmethod
    @contextmanager
    def at(cls, root: Path, writer: str = "") -> Iterator[Press]:
        command = [sys.executable, "-m", "tests.site.press", str(root), writer]
        environment = os.environ | {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"}
        with subprocess.Popen(
            command, cwd=CHECKOUT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            yield cls(root, process.stdin, process.stdout)
            process.stdin.close()

    def build(self, calls: str = "", what: str = "", at: int = 0) -> Run:
        """One build. `calls`, a pattern of names, are watched; `what` (signal=KILL, error=EIO …) is done at the `at`-th
        call of that name.
        """
        print(json.dumps([calls, what, at]), file=self._orders, flush=True)
        code, said, seen = json.loads(self._answers.readline())
        return Run(code, said, tuple(seen))


def main(root: Path, writer: str) -> None:
    """Answer orders until there are no more."""
    _prepare(root)
    from generator import build  # noqa: PLC0415
    from tests.site.naive_writers import WRITERS  # noqa: PLC0415 - the forking process alone needs it

    build.Stage = WRITERS.get(writer, build.Stage)
    for line in sys.stdin:
        calls, what, at = json.loads(line)
        sys.stdout.write(json.dumps(_build(root, calls, what, at)) + "\n")
        sys.stdout.flush()


def _prepare(root: Path) -> None:
    """Import all, by a build in another place; what is known of Dateline's own code need not be found out again."""
    import generator.cli.build_command  # noqa: F401, PLC0415 - the builds to come need it
    from generator import build, last_build, own_code, renewal  # noqa: PLC0415
    from generator.reading import content  # noqa: PLC0415
    from tests.site.model_site import Site  # noqa: PLC0415
    from tests.site.test_incremental import styles_alone  # noqa: PLC0415

    stats, ours = last_build._stats, str(CHECKOUT / "content").removesuffix("content")
    last_build._stats = lambda folder, *a, **o: () if folder.startswith(ours) else stats(folder, *a, **o)
    content.parsing_fingerprint = lambda language: f"code {language}"
    renewal.basis_of = lambda graph, settings, *, drafts: (
        f"code {graph.site} {settings} {drafts} {renewal.ways(graph)}"
    )
    own_code.is_running = lambda: True
    build.assets = styles_alone
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / "content", Path(folder, "content"))
        Site(Path(folder)).build()


def _build(root: Path, calls: str, what: str, at: int) -> tuple[int, str, list[str]]:
    """A forked build, under strace if `calls` names any: exit code, stderr, the calls."""
    with tempfile.TemporaryFile("w+") as said, tempfile.NamedTemporaryFile("r") as seen:
        ready, go = os.pipe()
        child = os.fork()
        if not child:
            os.close(go)
            os.dup2(said.fileno(), 2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            _run(root, ready)
        os.close(ready)
        tracer = _tracer(child, calls, what, at, seen.name) if calls else None
        os.close(go)
        _, status = os.waitpid(child, 0)
        if tracer:
            tracer.communicate()
        said.seek(0)
        lines = [line for line in seen.read().split("\n") if line and not line.startswith("+++")]
        return os.waitstatus_to_exitcode(status), said.read(), lines


def _run(root: Path, ready: int) -> NoReturn:
    """In the child: a build as the command line makes it, once strace holds us."""
    from generator.cli import main as dateline  # noqa: PLC0415

    _let_be_traced()
    select.select([ready], [], [])  # no call that is counted
    sys.argv = ["dateline", "build", "--root", str(root), "--jobs", "1"]
    code = 70
    try:
        dateline()
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    finally:
        sys.stderr.flush()
        os._exit(code)


def _let_be_traced() -> None:
    """Some systems let a process be traced by its ancestors only, unless it allows it (prctl(2), PR_SET_PTRACER)."""
    ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)


def _tracer(child: int, calls: str, what: str, at: int, log: str) -> subprocess.Popen[str]:
    inject = ["-e", f"inject=/^({calls})$:{what}:when={at}"] if what else []
    command = ["strace", "-p", str(child), "-o", log, "-y", "-s", "0", "-e", f"trace=/^({calls})$", *inject]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    line = tracer.stderr.readline()
    assert line.endswith(" attached\n"), line
    return tracer


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
