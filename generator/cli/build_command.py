"""`dateline build`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from generator.cli.executor import executor_option, hands
from generator.cli.missing_extras import left_out, missing_extras
from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.cli.terminal import progress, show_findings, show_note
from generator.diagnostics.order import summary_line
from generator.last_build import Said, stands
from generator.options import Options
from generator.publishing.compression import EXTRA, has_brotli
from generator.publishing.folder import refusal

T = TypeVar("T")


class Outcome(NamedTuple):
    """What a build said, whether an edition was published, and how many files were written, deleted, and left as they
    were; `note` is about the cache.
    """

    said: Said
    published: bool
    written: int = 0
    deleted: int = 0
    unchanged: int = 0
    note: str = ""


@click.command("build")
@root_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    help="Where to publish. Default: site/ in the site's folder.",
)
@click.option("--drafts", is_flag=True, help="Publish drafts too, marked as such.")
@click.option("--strict", is_flag=True, help="Let warnings stop publication as errors do.")
@jobs_option
@click.option(
    "--base-url",
    default=None,
    help="Where the site will stand, e.g. https://example.org/timeline/. Default: base_url of site.yaml.",
)
@click.option(
    "--portable", is_flag=True, help="Make an edition that opens from a disk: links name index.html."
)
@click.option(
    "--compress",
    is_flag=True,
    help="Add .gz and .br files beside every text, for hosts that send them as they are.",
)
@executor_option
def command(
    root: Path | None,
    output: Path | None,
    drafts: bool,
    strict: bool,
    jobs: int,
    base_url: str | None,
    portable: bool,
    compress: bool,
    executor: str,
) -> int:
    """Compile content/ into a published site.

    Errors stop publication and leave the published site as it was. Files are replaced whole, and only where
    their bytes differ; files that Dateline did not write are never touched.
    """
    site = find_root(root)
    folder = (output or site / "site").resolve()
    why_not = refusal(site, folder)
    if why_not:
        raise click.UsageError(f"will not publish into {folder}: {why_not}")
    _say_what_is_left_out(compress=compress)
    began = time.monotonic()
    options = Options(
        root=site,
        output=folder,
        drafts=drafts,
        strict=strict,
        jobs=jobs,
        base_url=base_url,
        portable=portable,
        compress=compress,
    )
    outcome = _outcome(options, executor)
    show_note(outcome.note)
    show_note(outcome.said.note)
    if outcome.said.findings:
        show_findings(outcome.said.findings, site, "full", err=True)
    click.echo(_report(outcome, folder, time.monotonic() - began), err=not outcome.published)
    return 0 if outcome.published else 1


def _say_what_is_left_out(*, compress: bool) -> None:
    for line in missing_extras():
        click.echo(line, err=True)
    if compress and not has_brotli():
        click.echo(left_out(EXTRA, "brotli's .br files, so there are .gz files only"), err=True)


def _outcome(options: Options, executor: str) -> Outcome:
    """What came of it. What only a build needs is not even imported while there is nothing to do."""
    said = stands(options)
    if said:
        return Outcome(said, published=True, unchanged=said.files)
    with hands(executor, options) as jobs:
        pipeline: Any = import_module("generator.build")
        bars = pipeline.Progress(parsed=_bar("reading"), rendered=_bar("rendering"))
        built = pipeline.build(replace(options, jobs=jobs), bars, show_note)
    published, note = built.published, built.compiled.cache.note
    if not published:
        return Outcome(built.said, published=False, note=note)
    return Outcome(
        built.said,
        published=True,
        written=len(published.written),
        deleted=len(published.deleted),
        unchanged=published.unchanged,
        note=note,
    )


def _bar(label: str) -> Callable[[Iterable[T], int], Iterable[T]]:
    return lambda files, count: progress(files, count, label)


def _report(outcome: Outcome, folder: Path, seconds: float) -> str:
    """Two lines: the records and what they became; the time and the findings."""
    said = outcome.said
    made_of = ", ".join(_count(number, kind) for kind, number in said.counts.items() if number)
    findings = summary_line(said.findings, said.accepted)
    if not outcome.published:
        return f"{made_of}\nnothing published, {_shown(folder)} is as it was: {findings}"
    return (
        f"{made_of} → {_count(said.pages, 'page')} and {_count(said.files - said.pages, 'other file')} "
        f"in {_shown(folder)}\n"
        f"{outcome.written} written, {outcome.deleted} deleted, {outcome.unchanged} unchanged in {seconds:.1f} s; "
        f"{findings}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _shown(folder: Path) -> str:
    here = Path.cwd()
    return f"{folder.relative_to(here)}/" if folder != here and folder.is_relative_to(here) else f"{folder}/"
