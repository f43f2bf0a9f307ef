"""`make bench-scale`: what a page costs Dateline as a site grows, from a clean build of each size.

python -m tests.benches.scale --sizes 1000,10000,50000
"""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import click

from tests.benches.compare import CACHE, into_option, keep, work_option
from tests.benches.corpus import make_corpus
from tests.benches.gauge import Cost, cost_of
from tests.benches.generators import Generator, generators
from tests.benches.layouts import lay_out
from tests.benches.machine import description
from tests.benches.rounds import counted
from tests.benches.tables import MEGABYTE

AT_MOST = 1.3
"""A page of the largest site may cost so many times what one of the smallest costs."""


@dataclass(frozen=True, slots=True)
class Size:
    """One clean build: how many events and records, how many files and pages they gave, and what it cost."""

    events: int
    records: int
    files: int
    pages: int
    cost: Cost

    @property
    def per_page(self) -> float:
        """Milliseconds of processor time."""
        return 1000 * self.cost.processor / self.pages

    @property
    def per_record(self) -> float:
        """The same for each record."""
        return 1000 * self.cost.processor / self.records


def measured(events: int, generator: Generator, work: Path) -> Size:
    """Build a site of so many events once; memory is looked at, which costs no processor time of the build's own."""
    corpus = make_corpus(events)
    site, output = work / "site", work / "published"
    lay_out(corpus, generator.name, site)
    began = time.time_ns()
    cost = cost_of(generator.build(site, output), site, generator.environment, memory=True)
    count = counted(output, began)
    shutil.rmtree(site)
    shutil.rmtree(output)
    return Size(events, corpus.records, count.files, count.pages, cost)


def table(sizes: list[Size]) -> str:
    """A row for each size, and what the growth comes to."""
    first = sizes[0]
    rows = "".join(
        f"| {size.events:,} | {size.records:,} | {size.files:,} | {size.pages:,} | {size.cost.wall:.1f} | "
        f"{size.cost.processor:.1f} | {size.per_page:.2f} | {size.per_page / first.per_page:.2f} | "
        f"{size.per_record:.2f} | {size.per_record / first.per_record:.2f} | {size.cost.memory / MEGABYTE:,.0f} |\n"
        for size in sizes
    )
    growth = max(size.per_page for size in sizes) / min(size.per_page for size in sizes)
    return (
        "| events | records | files | pages | wall s | processor s | processor ms a page | "
        f"beside {first.events:,} | ms a record | beside {first.events:,} | peak MB |\n"
        f"|{'--:|' * 11}\n{rows}\n"
        f"The dearest page costs {growth:.2f} times the cheapest (aim: at most {AT_MOST}): "
        f"{'reached' if growth <= AT_MOST else '**missed**'}.\n"
    )


@click.command()
@click.option(
    "--sizes", default="1000,10000,50000", show_default=True, help="Numbers of events, with commas between."
)
@work_option
@into_option
def main(sizes: str, work: Path | None, into: Path | None) -> None:
    """Measure clean builds of growing sites and write .bench/scale.md."""
    (generator,) = generators(("dateline",), CACHE)
    rows = []
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=work) as folder:
        machine = description(Path(folder), (generator.version,))
        for events in map(int, sizes.split(",")):
            rows.append(measured(events, generator, Path(folder)))
            click.echo(f"{events} events: {rows[-1].cost.wall:.1f} s", err=True)
    keep(f"`make bench-scale SIZES={sizes}`. {machine}\n\n{table(rows)}", "scale", into)


if __name__ == "__main__":
    main()
