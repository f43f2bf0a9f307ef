"""`make bench-cluster`: a clean build by processes of one's own, and by a Dask cluster of as many workers on this machine.

    python -m tests.benches.cluster --sizes 1000,10000

Both are split into what is done where the command runs and what is handed out, in seconds of processor time, which a busy
machine does not change. With as many workers as there are, a build takes about the first and its share of the second.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import click

from generator.workers import available_cores
from tests.benches.compare import CACHE, into_option, keep, work_option
from tests.benches.corpus import make_corpus
from tests.benches.gauge import Failed
from tests.benches.generators import Generator, generators
from tests.benches.layouts import lay_out
from tests.benches.machine import CHECKOUT, description


@dataclass(frozen=True, slots=True)
class Split:
    """Seconds of a clean build: on the clock, and of the processor: where the command runs, and handed out."""

    wall: float
    here: float
    handed_out: float

    def with_workers(self, count: int) -> float:
        """Seconds that it takes at best with so many workers."""
        return self.here + self.handed_out / count


@dataclass(frozen=True, slots=True)
class Builds:
    """A clean build of so many events by a process for each core, and by a cluster of as many workers."""

    events: int
    cores: int
    own: Split
    cluster: Split

    @property
    def pays_from(self) -> int | None:
        """The number of workers with which a cluster beats this machine's own cores; None if there is none."""
        saved = self.own.with_workers(self.cores) - self.cluster.here
        return int(self.cluster.handed_out / saved) + 1 if saved > 0 else None


class Cluster:
    """A scheduler and workers on this machine, each a process of one thread; a context manager."""

    def __init__(self, workers: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.site.dask_cluster", str(workers)],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.address = self._answer("")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def spent(self) -> float:
        """Seconds of processor time that the workers have used so far."""
        return float(self._answer("spent?\n").split()[1])

    def _answer(self, question: str) -> str:
        if self._process.stdin is None or self._process.stdout is None:
            return ""
        self._process.stdin.write(question)
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


def measured(events: int, generator: Generator, work: Path) -> Builds:
    """Build a site of so many events twice."""
    site, output, cores = work / "site", work / "published", available_cores()
    lay_out(make_corpus(events), generator.name, site)
    build = generator.build(site, output)
    own = split([*build, "--jobs", str(cores)], site, generator.environment)
    shutil.rmtree(output)
    shutil.rmtree(site / ".dateline")
    with Cluster(cores) as cluster:
        before = cluster.spent()
        there = split([*build, "--executor", cluster.address], site, generator.environment)
        handed_out = cluster.spent() - before
    shutil.rmtree(output)
    shutil.rmtree(site)
    return Builds(events, cores, own, Split(there.wall, there.here, handed_out))


def split(command: list[str], folder: Path, environment: dict[str, str]) -> Split:
    """What a command costs: `here` is its own process, `handed_out` its children (proc(5), `/proc/pid/stat`, 14 to 17)."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=os.environ | environment, stdout=subprocess.DEVNULL
    ) as process:
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        wall = time.perf_counter() - began
        fields = Path(f"/proc/{process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    if process.returncode:
        raise Failed(f"{' '.join(command)}: exit code {process.returncode}")
    user, system, childrens_user, childrens_system = (int(field) / _TICKS for field in fields[11:15])
    return Split(wall, user + system, childrens_user + childrens_system)


_TICKS: Final = os.sysconf("SC_CLK_TCK")


def table(rows: list[Builds]) -> str:
    """A row for each size."""
    cores = rows[0].cores
    body = "".join(
        f"| {row.events:,} | {row.own.here:.1f} + {row.own.handed_out:.1f} | {row.own.with_workers(cores):.1f} | "
        f"{row.cluster.here:.1f} + {row.cluster.handed_out:.1f} | {row.cluster.with_workers(cores):.1f} | "
        f"{row.cluster.with_workers(8):.1f} | {row.cluster.with_workers(32):.1f} | {row.pays_from or 'never'} |\n"
        for row in rows
    )
    return (
        f"| events | {cores} processes: here + handed out, s | at best s | {cores} Dask workers: here + handed out, s | "
        "at best s | with 8 workers | with 32 | pays from |\n|--:|--:|--:|--:|--:|--:|--:|--:|\n"
        f"{body}"
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
