"""How findings and progress look on a terminal, and how they look where there is none."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO, TypeVar

import click

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.renderers import render
from generator.diagnostics.style import Style

T = TypeVar("T")

LONG_WORK = 500
"""From so many pages on, a progress bar is worth its line."""


def colours(stream: TextIO) -> bool:
    """Whether to use colour: on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and stream.isatty()


class SourceFiles:
    """Lines of source files: line n (1-based) of a path, or None. Reads each file once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, list[str]] = {}

    def __call__(self, path: str, line: int) -> str | None:
        if path not in self._lines:
            self._lines[path] = _read_lines(self._root / path)
        lines = self._lines[path]
        return lines[line - 1] if 0 < line <= len(lines) else None


def _read_lines(file: Path) -> list[str]:
    try:
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def progress(tasks: Iterable[T], count: int, label: str) -> Iterator[T]:
    """The tasks, with a bar on a terminal when there are many. No guess at the time left: the longest come first."""
    if count < LONG_WORK or not sys.stderr.isatty():
        yield from tasks
        return
    with click.progressbar(tasks, length=count, label=label, file=sys.stderr, show_eta=False) as bar:
        yield from bar


def show_findings(findings: Sequence[Diagnostic], root: Path, form: str, *, err: bool) -> None:
    """Print findings in a format of `diagnostics.renderers`."""
    stream = sys.stderr if err else sys.stdout
    style = Style(
        colour=colours(stream), width=shutil.get_terminal_size().columns if stream.isatty() else 100
    )
    click.echo(render(form, findings, SourceFiles(root), style), err=err, nl=False)


def show_note(note: str) -> None:
    """Print what a user should know and need not do anything about."""
    if note:
        click.echo(f"note: {note}", err=True)
