"""An editor's desk for tests of bad input: files written byte for byte, and the commands run as a user runs them."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds after which a command counts as hanging."""

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space that a command may have, libraries and all."""

_LINE = re.compile(r"^(?P<place>\S.*?): (?:error|warning|note)\[(?P<code>D\d{3})\]", re.MULTILINE)
_FRAMES = re.compile(r"Traceback|^  File \"", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """How a command ended: its exit code, its findings as `content/topics/a.md:2:1 D101`, and all it said."""

    code: int
    findings: tuple[str, ...]
    said: str


@dataclass(frozen=True)
class Desk:
    """A site's folder. `write` takes text or bytes; a title alone makes a topic."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Desk:
        return cls(root).write("content/site.yaml", "title: A timeline\n")

    def write(self, path: str | bytes, content: str | bytes) -> Desk:
        file = os.path.join(os.fsencode(self.root), os.fsencode(path))  # noqa: PTH118 - names that are not UTF-8
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120
        with open(file, "wb") as opened:  # noqa: PTH123
            opened.write(content.encode() if isinstance(content, str) else content)
        return self

    def topic(self, path: str | bytes, title: str = "A topic", body: str = "") -> Desk:
        return self.write(path, f"---\ntitle: {title}\n---\n{body}")

    def check(self, **environment: str) -> Outcome:
        return self.run("check", "--format", "concise", **environment)

    def build(self, **environment: str) -> Outcome:
        return self.run("build", **environment)

    def run(self, *arguments: str, **environment: str) -> Outcome:
        """One command, which may neither hang nor eat the machine, nor ever show Python frames."""
        done = subprocess.run(
            [sys.executable, "-m", "generator", *arguments, "--root", self.root, "--jobs", "1"],
            cwd=self.root,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT), "PYTHONUTF8": "1"} | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            preexec_fn=_limited,
            check=False,
        )
        said = done.stdout + done.stderr
        assert not _FRAMES.search(said), said
        assert "bug in Dateline" not in said, said
        found = tuple(f"{match['place']} {match['code']}" for match in _LINE.finditer(said))
        return Outcome(done.returncode, found, said)

    @property
    def pages(self) -> set[str]:
        """The folders that have a page."""
        site = self.root / "site"
        return {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}

    def published(self) -> dict[str, bytes]:
        site = self.root / "site"
        return {
            file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()
        }


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """While it lasts this process is a user without special rights, who owns `folder`. Others are that already."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    for path in (folder, *folder.rglob("*")):
        os.chown(path, nobody, nobody)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)
