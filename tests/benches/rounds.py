"""Paired rounds: in each, every generator does its work once, in turn, so that a machine that slows down slows them all."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.benches.corpus import Corpus
from tests.benches.gauge import Cost, cost_of
from tests.benches.generators import CHECKOUT, Generator, dateline
from tests.benches.layouts import lay_out

CLEAN: Final = "clean"
AGAIN: Final = "nothing changed"
BODY: Final = "one body edited"
ACTOR: Final = "one actor renamed"
VERSION: Final = "dateline --version"
PAGES: Final = "Dateline without `/data/`"
FIRST_SITE: Final = "the first site (`content/`), nothing changed"

SETTLED: Final = 2.5
"""Seconds after an edit from which stat data can be trusted (`generator.last_build`): nobody publishes, edits and publishes
within two seconds, but a benchmark would.
"""

SHORT: Final = 5
"""So many times a command is run that takes a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is measured: what is made ready, and the command that is timed in a folder."""

    what: str
    ready: Callable[[int], None]
    command: list[str]
    folder: Path
    environment: dict[str, str]
    output: Path | None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Counted:
    """Files of an output folder, pages among them, and how many were written by the last build."""

    files: int
    pages: int
    written: int


@dataclass(slots=True)
class Line:
    """What all rounds of one step came to. `costs` are in order of the rounds; `memory` is in bytes; there is no output of
    a step that publishes nothing.
    """

    what: str
    costs: list[Cost] = field(default_factory=list)
    memory: int = 0
    output: Counted | None = None


def compare(
    corpus: Corpus, made: Iterable[Generator], work: Path, rounds: int, tell: Callable[[str], None]
) -> dict[str, Line]:
    """Lay the corpus out for each generator and run so many rounds, and one more in which memory is looked at."""
    steps = [step for generator in made for step in _steps(generator, corpus, work)]
    lines = {step.what: Line(step.what) for step in steps}
    for number in range(rounds + 1):
        for step in steps:
            line, last = lines[step.what], number == rounds
            step.ready(number)
            began = time.time_ns()
            for _ in range(1 if last else step.times):
                cost = cost_of(step.command, step.folder, step.environment, memory=last)
                if last:
                    line.memory = cost.memory
                else:
                    line.costs.append(cost)
            if last and step.output:
                line.output = counted(step.output, began)
            tell(f"{'memory' if last else f'round {number + 1}'}: {step.what}: {cost.wall:.2f} s")
    return lines


def _steps(generator: Generator, corpus: Corpus, work: Path) -> list[Step]:
    if generator.name != "dateline":
        clean, again, *_ = _of_site(generator, corpus, work, generator.name, generator.name.capitalize())
        return [clean, again] if generator.name == "hugo" else [clean]
    site = work / "sites" / generator.name
    return [
        *_of_site(generator, corpus, work, "dateline", "Dateline"),
        *_of_site(generator, corpus, work, "pages", PAGES),
        Step(VERSION, _nothing, dateline("--version"), site, generator.environment, None, SHORT),
        _first_site(generator, work),
    ]


def _of_site(generator: Generator, corpus: Corpus, work: Path, folder: str, name: str) -> Iterator[Step]:
    """A clean build of a site, one in which nothing changed, and, of a site of Dateline's, those after edits."""
    site, output = work / "sites" / folder, work / "published" / folder
    lay_out(corpus, generator.name, site)
    if name == PAGES:
        _append(site / "content" / "site.yaml", "downloads: false\n")
    command = generator.build(site, output)

    def step(what: str, ready: Callable[[int], None]) -> Step:
        return Step(f"{name}, {what}", ready, command, site, generator.environment, output)

    def fresh(_round: int) -> None:
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(site / ".dateline", ignore_errors=True)
        time.sleep(SETTLED)

    yield step(CLEAN, fresh)
    yield step(AGAIN, _nothing)
    if generator.name == "dateline":
        event = next((site / "content" / "events").rglob("event-7.md"))
        actor = site / "content" / "actors" / "actor-7.md"
        yield step(BODY, lambda number: _append(event, f"\nOne more sentence, of round {number}.\n"))
        yield step(ACTOR, lambda number: _rename(actor, f"Renamed in round {number}"))


def _first_site(generator: Generator, work: Path) -> Step:
    """This repository's own site, built once before it is measured."""
    site, output = work / "sites" / "first", work / "published" / "first"
    shutil.copytree(CHECKOUT / "content", site / "content")
    time.sleep(SETTLED)
    command = generator.build(site, output)
    cost_of(command, site, generator.environment)
    return Step(FIRST_SITE, _nothing, command, site, generator.environment, output, SHORT)


def _nothing(_round: int) -> None:
    pass


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def _rename(file: Path, name: str) -> None:
    """Give an actor another name, whatever it has."""
    head, _, rest = file.read_text("utf-8").partition("name: ")
    file.write_text(f"{head}name: {name!r}\n{rest.partition(chr(10))[2]}", "utf-8")


def counted(folder: Path, began: int) -> Counted:
    """What stands in a folder, and what was written since a time in nanoseconds."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    return Counted(len(files), pages, sum(file.stat().st_mtime_ns >= began for file in files))
