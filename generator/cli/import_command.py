"""`dateline import FORMAT SOURCE`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.authoring.scaffold import Scaffold
from generator.build import stops
from generator.cli.import_source import read_source
from generator.cli.site_folder import find_root
from generator.cli.terminal import show_findings
from generator.diagnostics.order import summary_line
from generator.diagnostics.renderers import FORMAT_NAMES
from generator.diagnostics.visible import visible
from generator.graph.link import link
from generator.importers import IMPORTERS
from generator.importers.importer import Importer, MissingLibraryError
from generator.importers.settle import Made, Settled, settle
from generator.model.records import KINDS
from generator.reading.content import read_content
from generator.workers import available_cores

MOST_SHOWN = 50
"""Rows of a dry run's table; `--all` shows the rest."""
_WIDEST = 60


def _formats() -> str:
    return "\n".join(f"{importer.name:<12} {importer.about}" for importer in IMPORTERS)


@click.command("import", epilog="\b\nFormats:\n" + _formats())
@click.argument("form", metavar="FORMAT", type=click.Choice([importer.name for importer in IMPORTERS]))
@click.argument("source")
@click.option(
    "--into",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="The site's content folder. Default: that of this folder, or of the nearest above that has content/site.yaml.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be made; write nothing.")
@click.option(
    "--all", "show_all", is_flag=True, help=f"Dry run: show every record, not the first {MOST_SHOWN}."
)
@click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A YAML file that says which column or key goes where.",
)
@click.option("--quote", default="", help="html: words of the page, 25 at most, that the record is to quote.")
@click.option(
    "--format",
    "finding_format",
    type=click.Choice(FORMAT_NAMES),
    default="concise",
    show_default=True,
    help="How to show findings.",
)
def command(
    form: str,
    source: str,
    into: Path | None,
    dry_run: bool,
    show_all: bool,
    map_file: Path | None,
    quote: str,
    finding_format: str,
) -> int:
    r"""Bring records in from SOURCE, a file, folder or address of the given FORMAT.

    New records are drafts. What the site has is never changed; importing the same source again makes nothing twice.
    Exit code 0: every row has its record. 1: some have a finding instead, and the rest was imported. 2: misuse.

    \b
    dateline import timelinejs timeline.json --dry-run
    dateline import csv incidents.csv --map incidents.yaml
    """
    root = _site_of(into)
    importer = next(one for one in IMPORTERS if one.name == form)
    if quote and importer.name != "html":
        raise click.UsageError("--quote is for html alone")
    settled = _settled(importer, source, map_file, quote, root)
    show_findings(settled.findings, Path.cwd(), finding_format, err=True)
    if dry_run:
        click.echo(_table(settled.made if show_all else settled.made[:MOST_SHOWN]), nl=False)
        more = 0 if show_all else len(settled.made) - MOST_SHOWN
        click.echo(f"… and {more:,} more (--all shows them)\n" if more > 0 else "", nl=False)
    else:
        _write(root, (made.file for made in settled.made))
    click.echo(_tally(settled, dry_run=dry_run), err=True)
    return 1 if stops(settled.findings, strict=False) else 0


def _site_of(into: Path | None) -> Path:
    """The site's folder of a content folder. Raises UsageError for any other folder."""
    if into is None:
        return find_root(None)
    folder = into.resolve()
    if folder.name == "content":
        return folder.parent
    if (folder / "content").is_dir():
        return folder
    raise click.UsageError(f"{into} is no content folder: name the site's content/ with --into")


def _settled(importer: Importer, source: str, map_file: Path | None, quote: str, root: Path) -> Settled:
    """Read the source and the site, and find out what to make."""
    content, _ = read_content(root, available_cores())
    graph, _ = link(content, drafts=True)
    given = read_source(importer, source, map_file, quote)
    try:
        intake = importer.read(given, graph)
    except MissingLibraryError as fault:
        raise click.UsageError(f"this needs {fault}: pip install 'dateline[import]' brings it") from fault
    return settle(intake, graph, content.unread)


def _write(root: Path, files: Iterable[Scaffold]) -> None:
    """Write new files. One that is there already is never touched, and no link is followed."""
    ready: set[str] = set()
    for file in files:
        folder = file.path.rpartition("/")[0]
        if folder not in ready:
            _make_folder(root, root / folder)
            ready.add(folder)
        descriptor = os.open(root / file.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(file.text)


def _make_folder(root: Path, folder: Path) -> None:
    way = [part for part in (folder, *folder.parents) if root in part.parents]
    led_away = next((part for part in way if part.is_symlink()), None)
    if led_away is not None:
        raise click.UsageError(f"{led_away} is a symbolic link: nothing is written through it")
    folder.mkdir(parents=True, exist_ok=True)


def _table(made: Sequence[Made]) -> str:
    """What would be made: kind, date, heading, file."""
    rows = [(one.kind, one.date, _cut(one.heading), one.file.path) for one in made]
    widths = [max((len(row[at]) for row in rows), default=0) for at in range(4)]
    return "".join(
        "  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows
    )


def _cut(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _WIDEST else f"{shown[: _WIDEST - 1]}…"


def _tally(settled: Settled, *, dry_run: bool) -> str:
    """`12 rows: 10 events, 3 actors would be made; 1 was there already; 1 error`."""
    kinds = Counter(one.kind for one in settled.made)
    made = ", ".join(
        f"{kinds[kind]:,} {kind}{'s' if kinds[kind] > 1 else ''}" for kind in KINDS if kinds[kind]
    )
    verb = "would be made as drafts" if dry_run else "made as drafts"
    parts = [
        f"{made or 'nothing'} {verb}",
        f"{settled.found_again:,} there already" if settled.found_again else "",
        f"{settled.matched:,} found by name" if settled.matched else "",
        summary_line(settled.findings),
    ]
    return f"{settled.rows:,} rows: {'; '.join(part for part in parts if part)}"
