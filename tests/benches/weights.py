"""`make weights`: what the pages of the first site weigh, and the home page of a large one, beside the budgets; how the
time axis of the large one moves.

python -m tests.benches.weights --events 10000 --into docs/quality.md

It fails if a budget is not kept.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from tests.benches.compare import into_option, keep, work_option
from tests.benches.corpus import make_corpus
from tests.benches.generators import CHECKOUT, dateline
from tests.benches.layouts import lay_out
from tests.benches.machine import commit
from tests.benches.smoothness import moves, smoothness
from tests.benches.weighing import TYPES, Bytes, Weight, weighed, weight, weights

LATER: Final = {
    "names, for the search and its box": "search/names*.js",
    "titles, for the search": "search/titles*.js",
    "texts, for the search when asked for": "search/texts*.js",
    "events, for the timeline and the map": "timeline/events*.js",
    "places, for the map": "map/*.js",
    "evenings, for “as known on”": "reported/states*.js",
}
"""Files that a script reads when a reader does something, or once the page is there."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a page kind may weigh: in words, at most so many bytes, and which."""

    words: str
    most: int
    reading: Callable[[Weight], int]


EVENT: Final = Budget("an event without fonts, sent", 60_000, lambda page: page.without_fonts.sent)
EVENT_HTML: Final = Budget("an event's HTML, plain", 60_000, lambda page: page.of["HTML"].plain)
HOME: Final = Budget("home without fonts, plain", 150_000, lambda page: page.without_fonts.plain)
SCRIPTS: Final = Budget("a page's scripts, sent", 30_000, lambda page: page.of["scripts"].sent)

BUDGETS: Final = {"event": (EVENT, EVENT_HTML), "home": (HOME,)}
"""By kind; every page but search and map keeps to `SCRIPTS` as well."""

FREE: Final = ("search", "map")


def broken(kind: str, page: Weight) -> list[str]:
    """The budgets that a page breaks."""
    asked = (*BUDGETS.get(kind, ()), *(() if kind in FREE else (SCRIPTS,)))
    return [
        f"{page.address or '/'}: {budget.words}: {budget.reading(page):,} of {budget.most:,}"
        for budget in asked
        if budget.reading(page) >= budget.most
    ]


@click.command()
@click.option("--events", type=click.IntRange(min=100), default=10_000, show_default=True)
@work_option
@into_option
def main(events: int, work: Path | None, into: Path | None) -> None:
    """Weigh the pages and write .bench/weights.md."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=work) as folder:
        first = _built(CHECKOUT, Path(folder) / "first")
        rows = list(weights(first))
        later = [(words, _sum(first.glob(pattern))) for words, pattern in LATER.items()]
        lay_out(make_corpus(events), "dateline", Path(folder) / "large")
        published = _built(Path(folder) / "large", Path(folder) / "published")
        large = weight(published, "")
        moving = smoothness(events, moves(published))
    rows.append((f"home of {events:,} events", 1, large))
    faults = [fault for kind, _, page in rows for fault in broken(kind.split()[0], page)]
    said = f"`make weights EVENTS={events}`, at commit `{commit()}`. Kilobytes of 1,000 bytes, plain and as sent (gzip)."
    keep(f"{said}\n\n{table(rows)}\n{later_table(later)}\n{verdict(faults)}\n\n{moving}\n", "weights", into)
    if faults:
        raise SystemExit(1)


def _built(root: Path, output: Path) -> Path:
    command = dateline("build", "--root", str(root), "--output", str(output))
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(CHECKOUT)})
    return output


def _sum(files: Iterable[Path]) -> Bytes:
    return sum(map(weighed, files), Bytes())


def table(rows: Iterable[tuple[str, int, Weight]]) -> str:
    """A line for each kind of page."""
    lines = (
        f"| {kind} | {count:,} | {' | '.join(_pair(page.of[name]) for name in TYPES.values())} "
        f"| {_pair(page.without_fonts)} |\n"
        for kind, count, page in rows
    )
    heads = " | ".join(TYPES.values())
    return (
        f"| heaviest page | of | {heads} | all but fonts |\n|---|--:|--:|--:|--:|--:|--:|\n{''.join(lines)}"
    )


def later_table(rows: Iterable[tuple[str, Bytes]]) -> str:
    """A line for each file that is read later."""
    lines = (f"| {words} | {_pair(weight)} |\n" for words, weight in rows if weight.plain)
    return f"| read later, all files together | |\n|---|--:|\n{''.join(lines)}"


def _pair(weight: Bytes) -> str:
    """`26.1 → 6.2`, and `20.1` of what travels as it is."""
    plain, sent = f"{weight.plain / 1000:.1f}", f"{weight.sent / 1000:.1f}"
    return plain if weight.plain == weight.sent else f"{plain} → {sent}"


def verdict(faults: list[str]) -> str:
    """What the budgets say."""
    budgets = (EVENT, EVENT_HTML, HOME, SCRIPTS)
    kept = ", ".join(f"{budget.words} < {budget.most // 1000} kB" for budget in budgets)
    if not faults:
        return f"Budgets, all kept: {kept} (search and map apart)."
    return f"Budgets: {kept}. **Not kept**: {'; '.join(faults)}."


if __name__ == "__main__":
    main()
