"""`make bench-cluster`: a clean build by processes of one's own, and by a Dask cluster of as many workers on this machine.

    python -m tests.benches.cluster --sizes 1000,10000

The cluster can only lose here: what it costs beside processes of one's own is the price of handing work to other machines,
and what one process alone needs says which part of a build can be handed out at all.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click

from generator.workers import available_cores
from tests.benches.compare import CACHE, into_option, keep, work_option
from tests.benches.corpus import make_corpus
from tests.benches.gauge import cost_of
from tests.benches.generators import Generator, generators
from tests.benches.layouts import lay_out
from tests.benches.machine import CHECKOUT, description
from tests.benches.rounds import SETTLED


@dataclass(frozen=True, slots=True)
class Builds:
    """Seconds on the clock of a clean build of so many events: by one process, by one for each core, by a cluster of as
    many workers.
    """

    events: int
    cores: int
    alone: float
    together: float
    cluster: float

    @property
    def shared_out(self) -> float:
        """Seconds of one process's build that several processes share; the rest is done by one."""
        return min(self.alone, max(0.0, (self.alone - self.together) * self.cores / (self.cores - 1)))

    @property
    def price(self) -> float:
        """Seconds that the cluster costs beside as many processes of one's own."""
        return self.cluster - self.together

    @property
    def pays_from(self) -> int | None:
        """How many workers as quick as these beat this machine's own cores, if the price stays what it is; None if none."""
        saved = self.together - (self.alone - self.shared_out) - self.price
        return int(self.shared_out / saved) + 1 if saved > 0 else None


@contextmanager
def running(workers: int) -> Iterator[str]:
    """A scheduler and workers on this machine, each a process of one thread; its address."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.site.dask_cluster", str(workers)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            process.communicate()


def measured(events: int, generator: Generator, work: Path) -> Builds:
    """Build a site of so many events three times."""
    site, output, cores = work / "site", work / "published", available_cores()
    lay_out(make_corpus(events), generator.name, site)
    build = generator.build(site, output)
    with running(cores) as address:
        ways = (["--jobs", "1"], ["--jobs", str(cores)], ["--executor", address])
        walls = []
        for way in ways:
            time.sleep(SETTLED)
            walls.append(cost_of([*build, *way], site, generator.environment).wall)
            shutil.rmtree(output)
            shutil.rmtree(site / ".dateline")
    shutil.rmtree(site)
    return Builds(events, cores, *walls)


def table(rows: list[Builds]) -> str:
    """A row for each size."""
    cores = rows[0].cores
    body = "".join(
        f"| {row.events:,} | {row.alone:.1f} | {row.together:.1f} | {row.cluster:.1f} | {row.price:.1f} | "
        f"{100 * row.shared_out / row.alone:.0f} % | {row.pays_from or 'never'} |\n"
        for row in rows
    )
    return (
        f"| events | one process, s | {cores} processes, s | cluster of {cores} workers, s | the cluster's price, s | "
        f"part that is handed out | workers from which it pays |\n|--:|--:|--:|--:|--:|--:|--:|\n{body}"
    )


@click.command()
@click.option(
    "--sizes", default="1000,10000", show_default=True, help="Numbers of events, with commas between."
)
@work_option
@into_option
def main(sizes: str, work: Path | None, into: Path | None) -> None:
    """Measure a cluster on this machine beside processes of one's own and write .bench/cluster.md."""
    (generator,) = generators(("dateline",), CACHE)
    rows = []
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=work) as folder:
        machine = description(Path(folder), (generator.version,))
        for events in map(int, sizes.split(",")):
            rows.append(measured(events, generator, Path(folder)))
            click.echo(f"{events} events: {rows[-1]}", err=True)
    keep(f"`make bench-cluster SIZES={sizes}`. {machine}\n\n{table(rows)}", "cluster", into)


if __name__ == "__main__":
    main()
