"""`make bench`: Dateline beside Hugo, Eleventy and Pelican on one corpus, as a table with the machine's description.

python -m tests.benches.compare --events 10000 --rounds 3
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from tests.benches.corpus import make_corpus
from tests.benches.generators import CHECKOUT, generators
from tests.benches.machine import description
from tests.benches.rounds import compare
from tests.benches.tables import comparison, splice

CACHE = CHECKOUT / ".bench"
"""Where the peers are installed and the table goes; no part of the repository."""

RAM_DISK = Path("/dev/shm")  # noqa: S108 - a folder of ours is made in it

work_option = click.option(
    "--work",
    type=click.Path(file_okay=False, path_type=Path),
    default=RAM_DISK if RAM_DISK.is_dir() else None,
    help="Where the sites are laid out and published, in a folder of their own. Default: a RAM disk if there is one.",
)
into_option = click.option(
    "--into",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A document with marks, between which the table goes.",
)


@click.command()
@click.option("--events", type=click.IntRange(min=100), default=10_000, show_default=True)
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
@click.option(
    "--only", default="dateline,hugo,eleventy,pelican", show_default=True, help="Those that are measured."
)
@click.option(
    "--peers",
    type=click.Path(file_okay=False, path_type=Path),
    default=CACHE / "peers",
    help="Where the peers are, or are to be installed. Default: .bench/peers.",
)
@work_option
@into_option
def main(events: int, rounds: int, only: str, peers: Path, work: Path | None, into: Path | None) -> None:
    """Measure the generators side by side and write .bench/comparison.md."""
    names = tuple(only.split(","))
    corpus = make_corpus(events)
    made = generators(names, peers)
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=work) as folder:
        machine = description(Path(folder), tuple(one.version for one in made))
        lines = compare(corpus, made, Path(folder), rounds, lambda line: click.echo(line, err=True))
    command = f"make bench EVENTS={events} ROUNDS={rounds}"
    text = f"`{command}`: {corpus.records:,} records, {events:,} of them events. {machine}\n\n{comparison(lines)}"
    keep(text, "comparison", into)


def keep(text: str, section: str, into: Path | None) -> None:
    """Show a table, and keep it in the cache folder, and in a document."""
    CACHE.mkdir(exist_ok=True)
    (CACHE / f"{section}.md").write_text(text, "utf-8")
    if into:
        splice(into, section, text)
    click.echo(text)


if __name__ == "__main__":
    main()
