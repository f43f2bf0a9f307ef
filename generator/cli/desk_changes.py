"""What the desk's commands share: reading the content, showing a revision, writing it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from generator.cli.terminal import show_findings
from generator.desk.revision import Revision, Texts
from generator.desk.writing import write
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.visible import visible
from generator.options import CACHE_FOLDER
from generator.reading.cache import ParseCache
from generator.reading.holdings import Holdings, read_holdings
from generator.workers import uncollected

Outcome = Mapping[str, bytes | None]


class Desk:
    """A site's files, each read from the disk once, so that what is written is held against what was read."""

    def __init__(self, root: Path, jobs: int) -> None:
        self.root = root
        with uncollected():
            self.holdings: Holdings = read_holdings(root, jobs, ParseCache(root / CACHE_FOLDER / "parsed"))
        self._held: dict[str, bytes] = {}

    def text(self, path: str) -> bytes:
        """The bytes of a file of the content."""
        if path not in self._held:
            self._held[path] = (self.root / path).read_bytes()
        return self._held[path]

    def finish(self, revision: Revision, findings: tuple[Diagnostic, ...], *, dry: bool) -> int:
        """Show what is in the way, or what would change, or change it; the exit code."""
        outcome = {} if findings else revision.outcome(self.text)
        before = {path: self._before(path) for path in outcome}
        if not findings and not dry:
            findings = write(self.root, outcome, before)
        if findings:
            show_findings(findings, self.root, "full", err=True)
            click.echo("dateline: nothing was changed", err=True)
            return 1
        lines = differences(revision, outcome, self.text) if dry else told(revision)
        for line in lines:
            click.echo(visible(line))
        return 0

    def _before(self, path: str) -> bytes | None:
        return self.text(path) if path in self._held or (self.root / path).exists() else None


def told(revision: Revision) -> Iterator[str]:
    """A line for each file that changes."""
    for path in revision.made:
        yield f"{path}: made"
    for path in revision.removed:
        yield f"{path}: removed"
    for path in sorted({*revision.moves, *revision.splices}):
        count = len(revision.splices.get(path, ()))
        places = f"{count} {'place' if count == 1 else 'places'}" if count else ""
        if path in revision.moves:
            yield f"{path} → {revision.moves[path]}" + (f": {places}" if places else "")
        else:
            yield f"{path}: {places}"


def differences(revision: Revision, outcome: Outcome, texts: Texts) -> Iterator[str]:
    """What would change, as a unified diff."""
    origins = {new: old for old, new in revision.moves.items()}
    for path in sorted(outcome):
        if path in revision.moves:
            continue
        origin = origins.get(path, path)
        old = b"" if path in revision.made else texts(origin)
        new = outcome[path]
        yield from _diff(old, new, "" if path in revision.made else origin, path if new is not None else "")


def _diff(old: bytes, new: bytes | None, origin: str, path: str) -> Iterator[str]:
    before, after = (text.decode("utf-8", "replace").split("\n") for text in (old, new or b""))
    named = (f"a/{origin}" if origin else "/dev/null", f"b/{path}" if path else "/dev/null")
    if origin and path and origin != path and before == after:
        yield f"rename {origin} → {path}"
    yield from difflib.unified_diff(before, after, *named, lineterm="")
