"""`make lighthouse`: what Lighthouse says of four pages of the first site, on a telephone and on a desk, median of three.

python -m tests.benches.quality --rounds 3 --into docs/quality.md

It fails if any page has less than the best mark in any of the four.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

import click

from tests.benches.compare import CACHE, into_option, keep, work_option
from tests.benches.generators import CHECKOUT, dateline
from tests.benches.host import hosted
from tests.benches.machine import description

PINS: Final = Path(__file__).parent / "lighthouse"
"""Its version, and those of all that it needs."""

PAGES: Final = {
    "home": "",
    "event": "events/tabqa-falls-2014-08-24/",
    "actor": "actors/isil/",
    "location": "locations/raqqa/",
}

DEVICES: Final[Mapping[str, tuple[str, ...]]] = {"mobile": (), "desktop": ("--preset=desktop",)}
"""Lighthouse's own two: a telephone of the middling sort on a slow network, unless it is told otherwise."""

CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
METRICS: Final = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
BEST: Final = 100

TRIES: Final = 3
"""On a busy machine the browser is not always there in time, and Lighthouse asks to be run again."""

CHROME_FLAGS: Final = "--headless=new --no-sandbox --disable-gpu --disable-component-update --no-first-run"


@dataclass(frozen=True, slots=True)
class Report:
    """What one run said: marks up to 100 and metrics by id, and the audits that cost marks, as `category: what it says`."""

    marks: Mapping[str, float]
    metrics: Mapping[str, float]
    faults: tuple[str, ...]


@dataclass(slots=True)
class Seen:
    """All runs for a page on a device."""

    page: str
    device: str
    reports: list[Report] = field(default_factory=list)

    def mark(self, category: str) -> float:
        """The median of a category's marks."""
        return median(report.marks[category] for report in self.reports)

    def metric(self, name: str) -> float:
        """The median of a metric."""
        return median(report.metrics[name] for report in self.reports)

    @property
    def perfect(self) -> bool:
        """Whether all four marks are the best there are."""
        return all(self.mark(category) == BEST for category in CATEGORIES)


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
@click.option(
    "--tool",
    type=click.Path(file_okay=False, path_type=Path),
    default=CACHE / "lighthouse",
    help="Where Lighthouse is, or is to be installed. Default: .bench/lighthouse.",
)
@work_option
@into_option
def main(rounds: int, tool: Path, work: Path | None, into: Path | None) -> None:
    """Look at the pages and write .bench/lighthouse.md."""
    install(tool)
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=work) as folder:
        site = built(Path(folder))
        machine = description(Path(folder), versions(tool))
        with hosted(site) as address:
            seen = look(tool, address, rounds, lambda line: click.echo(line, err=True))
    keep(f"`make lighthouse ROUNDS={rounds}`. {machine}\n\n{table(seen)}", "lighthouse", into)
    for fault in faults(seen):
        click.echo(fault, err=True)
    if not all(one.perfect for one in seen):
        raise SystemExit(1)


def install(tool: Path) -> None:
    """Put Lighthouse of the pinned version into a folder. Needs a network, Node and npm, but only once."""
    pins, stamp = (PINS / "package-lock.json").read_bytes(), tool / "installed"
    if stamp.is_file() and stamp.read_bytes() == pins:
        return
    for needed in ("node", "npm", "chromium"):
        if shutil.which(needed) is None:
            raise SystemExit(f"lighthouse: {needed} is not installed (Debian: nodejs, npm and chromium)")
    shutil.copytree(PINS, tool, dirs_exist_ok=True)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--silent", "--prefix", str(tool)], check=True)
    stamp.write_bytes(pins)


def versions(tool: Path) -> tuple[str, ...]:
    """Those of the tool and of what it drives."""
    package = json.loads((tool / "node_modules/lighthouse/package.json").read_bytes())
    chromium = subprocess.run(["chromium", "--version"], check=True, capture_output=True, text=True).stdout
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout
    return (
        f"Lighthouse {package['version']}",
        " ".join(chromium.split()[:2]),
        f"Node {node.strip().lstrip('v')}",
    )


def built(work: Path) -> Path:
    """The first site, published with its compressed files."""
    output = work / "site"
    command = dateline("build", "--root", str(CHECKOUT), "--output", str(output), "--compress")
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(CHECKOUT)})
    return output


def look(tool: Path, address: str, rounds: int, tell: Callable[[str], None]) -> list[Seen]:
    """Look at each page on each device, in turn, so many times."""
    seen = [Seen(page, device) for device in DEVICES for page in PAGES]
    for number in range(rounds):
        for one in seen:
            one.reports.append(report(tool, f"{address}{PAGES[one.page]}", DEVICES[one.device]))
            marks = " ".join(f"{mark:.0f}" for mark in one.reports[-1].marks.values())
            tell(f"round {number + 1}: {one.page}, {one.device}: {marks}")
    return seen


def report(tool: Path, address: str, options: Iterable[str]) -> Report:
    """One run of Lighthouse."""
    program = tool / "node_modules/lighthouse/cli/index.js"
    command = ["node", str(program), address, "--quiet", "--output=json", f"--chrome-flags={CHROME_FLAGS}"]
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or "", "CI": "1"}
    for _ in range(TRIES):
        told = subprocess.run([*command, *options], check=False, capture_output=True, env=environment)
        if told.returncode == 0 and not (said := json.loads(told.stdout)).get("runtimeError"):
            return read(said)
    raise SystemExit(f"lighthouse: {told.stderr.decode()[-400:]}")


def read(said: dict) -> Report:
    """A report out of Lighthouse's JSON (`LHR`, docs/understanding-results.md of its repository)."""
    marks = {name: round(100 * (said["categories"][name]["score"] or 0)) for name in CATEGORIES}
    metrics = {name: said["audits"][name]["numericValue"] for name in METRICS}
    return Report(marks, metrics, tuple(_faults(said)))


def _faults(said: dict) -> Iterator[str]:
    for category in CATEGORIES:
        for part in said["categories"][category]["auditRefs"]:
            audit = said["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


def table(seen: Iterable[Seen]) -> str:
    """A line for each page and device."""
    rows = (
        f"| {one.page} | {one.device} | {' | '.join(f'{one.mark(name):.0f}' for name in CATEGORIES)} "
        f"| {one.metric(METRICS[0]) / 1000:.2f} | {one.metric(METRICS[1]):.0f} | {one.metric(METRICS[2]):.3f} |\n"
        for one in seen
    )
    return (
        "| page | device | performance | accessibility | best practices | SEO | largest paint, s | blocked, ms | shift |\n"
        f"|---|---|--:|--:|--:|--:|--:|--:|--:|\n{''.join(rows)}"
    )


def faults(seen: Iterable[Seen]) -> Iterator[str]:
    """What cost marks, once for each page and device."""
    for one in seen:
        if not one.perfect:
            for fault in sorted({fault for report in one.reports for fault in report.faults}):
                yield f"{one.page}, {one.device}: {fault}"


if __name__ == "__main__":
    main()
