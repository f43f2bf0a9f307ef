"""What was measured, as Markdown tables, and their place in a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from tests.benches.gauge import Cost
from tests.benches.rounds import ACTOR, AGAIN, BODY, CLEAN, FIRST_SITE, VERSION, Line

MEGABYTE: Final = 1024**2

Lines = Mapping[str, Line]

HUGO: Final = f"Hugo, {CLEAN}"
DATELINE: Final = f"Dateline, {CLEAN}"


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure to reach: what is measured, in words; the most it may be; how it is read, None without its lines."""

    words: str
    most: float
    reading: Callable[[Lines], float | None]
    form: str = "{:.2f}"


def _wall(what: str, beside: str) -> Callable[[Lines], float | None]:
    """The median of the rounds' ratios of two lines' time on the clock."""

    def reading(lines: Lines) -> float | None:
        return (
            median(ratios(lines[what], lines[beside], _clock)) if what in lines and beside in lines else None
        )

    return reading


def _memory(lines: Lines) -> float | None:
    if DATELINE not in lines or HUGO not in lines:
        return None
    return lines[DATELINE].memory / lines[HUGO].memory


def _seconds(what: str) -> Callable[[Lines], float | None]:
    return lambda lines: median(map(_clock, lines[what].costs)) if what in lines else None


AIMS: Final = (
    Aim("clean build, wall time as a part of Hugo's", 1, _wall(DATELINE, HUGO)),
    Aim("… as a part of Eleventy's", 1 / 3, _wall(DATELINE, f"Eleventy, {CLEAN}")),
    Aim("… as a part of Pelican's", 1 / 6, _wall(DATELINE, f"Pelican, {CLEAN}")),
    Aim("… peak memory as a part of Hugo's", 1, _memory),
    Aim("nothing changed, as a part of Hugo's build", 1 / 20, _wall(f"Dateline, {AGAIN}", HUGO), "{:.3f}"),
    Aim("one body edited, as a part of Hugo's build", 1 / 20, _wall(f"Dateline, {BODY}", HUGO), "{:.3f}"),
    Aim("one actor renamed, as a part of Hugo's build", 1 / 8, _wall(f"Dateline, {ACTOR}", HUGO), "{:.3f}"),
    Aim("`dateline --version`, seconds", 0.15, _seconds(VERSION), "{:.3f}"),
    Aim("the first site, nothing changed, seconds", 0.5, _seconds(FIRST_SITE), "{:.3f}"),
)


def comparison(lines: Lines) -> str:
    """Two tables: what each step cost, and the aims with whether they are reached."""
    rows = [_row(line, lines.get(HUGO)) for line in lines.values()]
    reached = [row for aim in AIMS if (row := _reached(aim, lines))]
    missed = sum("missed" in row for row in reached)
    return (
        "| what | wall s | processor s | peak MB | files | pages | written | wall / Hugo | processor / Hugo |\n"
        f"|---|--:|--:|--:|--:|--:|--:|--:|--:|\n{''.join(rows)}\n"
        f"| aim | at most | measured | |\n|---|--:|--:|---|\n{''.join(reached)}\n"
        f"Of {len(reached)} aims {len(reached) - missed} are reached and {missed} missed.\n"
    )


def ratios(line: Line, beside: Line, of: Callable[[Cost], float]) -> list[float]:
    """A step's cost as a part of another's, round by round; none for one that a round takes several times."""
    if len(line.costs) != len(beside.costs):
        return []
    return [of(mine) / of(its) for mine, its in zip(line.costs, beside.costs, strict=True)]


def _row(line: Line, hugo: Line | None) -> str:
    cells = [
        line.what,
        f"{median(map(_clock, line.costs)):.2f}",
        f"{median(map(_processor, line.costs)):.2f}",
        *_output(line),
        *(_spread(ratios(line, hugo, of)) if hugo else "" for of in (_clock, _processor)),
    ]
    return f"| {' | '.join(cells)} |\n"


def _spread(of_rounds: list[float]) -> str:
    """The median, and the lowest and highest where they differ."""
    if not of_rounds:
        return ""
    lowest, highest = min(of_rounds), max(of_rounds)
    between = f" ({lowest:.3f}–{highest:.3f})" if highest > lowest else ""
    return f"{median(of_rounds):.3f}{between}"


def _output(line: Line) -> Iterator[str]:
    """Memory and files; nothing of a command that publishes nothing and has ended before its memory is seen."""
    if line.output is None:
        yield from [""] * 4
    else:
        yield f"{line.memory / MEGABYTE:,.0f}"
        yield from (f"{count:,}" for count in (line.output.files, line.output.pages, line.output.written))


def _reached(aim: Aim, lines: Lines) -> str:
    measured = aim.reading(lines)
    if measured is None:
        return ""
    verdict = "reached" if measured <= aim.most else "**missed**"
    return f"| {aim.words} | {aim.form.format(aim.most)} | {aim.form.format(measured)} | {verdict} |\n"


def _clock(cost: Cost) -> float:
    return cost.wall


def _processor(cost: Cost) -> float:
    return cost.processor


def splice(document: Path, section: str, text: str) -> None:
    """Put a text between the marks of a section of a document, in place of what stands there."""
    begin, end = f"<!-- {section}: begin (generated, do not edit) -->", f"<!-- {section}: end -->"
    before = document.read_text("utf-8")
    marked = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not marked.search(before):
        raise SystemExit(f"bench: {document} has no marks of the section {section!r}")
    document.write_text(marked.sub(lambda _: f"{begin}\n{text}\n{end}", before), "utf-8")
