"""`dateline fmt`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.site_folder import find_root, root_option
from generator.cli.terminal import show_findings
from generator.desk.good_order import formatted
from generator.desk.writing import write
from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.visible import visible
from generator.reading.discover import discover
from generator.reading.load import load
from generator.reading.source_file import SourceFile


@click.command("fmt")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Change nothing; list the files that are not in good order.")
@root_option
def command(files: tuple[Path, ...], check: bool, root: Path | None) -> int:
    r"""Put the front matter of records into good order: all of them, or FILES (and what is in folders).

    Keys come in the order of the content model, with their comments; quotation marks go where they are not needed.
    What a record says, every comment and every body stay as they are.

    \b
    dateline fmt
    dateline fmt content/events/2014 --check

    Exit code 0: in good order (now). 1: with --check, some files are not; or a file cannot be read. 2: misuse.
    """
    site = find_root(root)
    chosen = tuple(file.resolve() for file in files)
    before: dict[str, bytes | None] = {}
    outcome: dict[str, bytes | None] = {}
    faults: list[Diagnostic] = []
    found, _ = discover(site)
    for file in _wanted(found, site, chosen):
        raw = load(site, file.path)
        if isinstance(raw, bytes):
            text = formatted(raw, file)
            faults.extend(_unreadable(raw, file) if text == raw else ())
            if text != raw:
                before[file.path], outcome[file.path] = raw, text
        elif raw is not None:
            faults.append(raw)
    faults.extend(() if check else write(site, outcome, before))
    return _told(site, outcome, faults, check=check)


def _wanted(found: tuple[SourceFile, ...], site: Path, chosen: tuple[Path, ...]) -> Iterator[SourceFile]:
    for file in found:
        path = site / file.path
        if file.kind != "media" and (not chosen or any(path.is_relative_to(one) for one in chosen)):
            yield file


def _unreadable(raw: bytes, file: SourceFile) -> Iterator[Diagnostic]:
    """Why a file was left as it is, when it was not because it is in good order: what is wrong with its YAML."""
    from generator.reading.parse import parse_bytes  # noqa: PLC0415 - the parser is slow to import
    from generator.reading.site import parse_site  # noqa: PLC0415

    findings = parse_site(raw)[2] if file.kind == "site" else parse_bytes(raw, file).findings
    for finding in findings:
        if finding.code.startswith("D0") and severity_of(finding) == "error":
            yield finding


def _told(site: Path, outcome: dict[str, bytes | None], faults: list[Diagnostic], *, check: bool) -> int:
    for path in outcome:
        click.echo(visible(path))
    if faults:
        show_findings(faults, site, "full", err=True)
    count = len(outcome)
    files = f"{count:,} {'file' if count == 1 else 'files'}"
    if check:
        click.echo(f"{files} not in good order" if count else "all in good order", err=True)
    elif count:
        click.echo(f"{files} put in good order", err=True)
    return 1 if faults or (check and outcome) else 0
