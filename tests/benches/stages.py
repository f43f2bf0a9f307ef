"""`make bench-stages`: where the processor time of a clean build goes, in one process.

    python -m tests.benches.stages --events 1000

The functions in `PARTS` are wrapped with a clock; what a part takes is its own, without the parts it calls.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from generator import __version__
from generator.options import Options
from tests.benches.compare import into_option, keep, work_option
from tests.benches.corpus import make_corpus
from tests.benches.layouts import lay_out
from tests.benches.machine import description

REST: Final = "the rest: finding files, digests, order, remembering what stands"

PARTS: Final = (
    ("reading: YAML", "generator.reading.parse", "read_yaml"),
    ("reading: fields", "generator.reading.parse", "read_fields"),
    ("reading: Markdown", "generator.reading.parse", "parse_body"),
    ("reading: the cache of parsed files", "generator.reading.reuse", "encode"),
    ("reading: files, records in order", "generator.build", "read_content"),
    ("linking", "generator.build", "link"),
    ("checks", "generator.build", "check"),
    ("planning, dead links", "generator.build", "plan_outputs"),
    ("rendering: templates", "generator.rendering.render", "_fill"),
    ("rendering: views, files to take away", "generator.renewal", "render"),
    ("writing files", "generator.publishing.door.Door", "admit"),
    ("moving them into place, manifest", "generator.publishing.stage.Stage", "publish"),
    ("remembering pages", "generator.renewal.Renewal", "remember"),
)
"""Part, module or class, function."""


class Clock:
    """Seconds of processor time by part; what a part calls counts for that other part alone."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {REST: 0.0}
        self._open = [REST]
        self._since = time.process_time()

    def wrapped(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """A function whose time counts for a part."""
        self.spent.setdefault(part, 0.0)

        @wraps(work)
        def timed(*arguments: Any, **named: Any) -> Any:
            self._turn()
            self._open.append(part)
            try:
                return work(*arguments, **named)
            finally:
                self._turn()
                self._open.pop()

        return timed

    def stop(self) -> None:
        """Count what has run since the last turn."""
        self._turn()

    def _turn(self) -> None:
        now = time.process_time()
        self.spent[self._open[-1]] += now - self._since
        self._since = now


def _home(path: str) -> Any:
    """A module, or a class in one."""
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name) if name[0].isupper() else import_module(path)


def measured(events: int, work: Path) -> tuple[dict[str, float], int]:
    """Seconds by part of a clean build, and how many pages it made."""
    site = work / "site"
    lay_out(make_corpus(events), "dateline", site)
    build = import_module("generator.build").build
    clock = Clock()
    for part, home, name in PARTS:
        place = _home(home)
        setattr(place, name, clock.wrapped(part, getattr(place, name)))
    built = build(Options(root=site, output=work / "published", jobs=1))
    clock.stop()
    return clock.spent, built.said.pages


def table(spent: dict[str, float], pages: int) -> str:
    """A row for each part."""
    whole = sum(spent.values())
    rows = "".join(
        f"| {part} | {seconds:.2f} | {100 * seconds / whole:.0f} % | {1000 * seconds / pages:.2f} |\n"
        for part, seconds in (*spent.items(), ("all", whole))
    )
    return f"| part | processor s | of all | ms a page |\n|---|--:|--:|--:|\n{rows}"


@click.command()
@click.option("--events", type=click.IntRange(min=100), default=10_000, show_default=True)
@work_option
@into_option
def main(events: int, work: Path | None, into: Path | None) -> None:
    """Measure the parts of a clean build and write .bench/stages.md."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=work) as folder:
        machine = description(Path(folder), (f"Dateline {__version__}",))
        spent, pages = measured(events, Path(folder))
    keep(f"`make bench-stages EVENTS={events}`. {machine}\n\n{table(spent, pages)}", "stages", into)


if __name__ == "__main__":
    main()
