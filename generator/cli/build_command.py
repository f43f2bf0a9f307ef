"""`dateline build`."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from generator.build import Built, Options, build, records
from generator.cli.missing_extras import left_out, missing_extras
from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.cli.terminal import progress, show_findings, show_note
from generator.diagnostics.order import summary_line
from generator.exports.card_images import MANY, are_many
from generator.model.records import KINDS, kind_of
from generator.publishing.compression import EXTRA, has_brotli
from generator.publishing.folder import refusal
from generator.renewal import RenderedFile


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
def command(
    root: Path | None,
    output: Path | None,
    drafts: bool,
    strict: bool,
    jobs: int,
    base_url: str | None,
    portable: bool,
    compress: bool,
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
    for line in missing_extras():
        click.echo(line, err=True)
    if compress and not has_brotli():
        click.echo(left_out(EXTRA, "brotli's .br files, so there are .gz files only"), err=True)
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
    built = build(options, _with_bar)
    show_note(built.compiled.cache.note)
    show_note(_pictures_left_out(built))
    show_findings(built.findings, site, "full", err=True)
    click.echo(_report(built, folder, time.monotonic() - began), err=built.published is None)
    return 0 if built.published else 1


def _pictures_left_out(built: Built) -> str:
    """A line where a site has so many pictures that it must say whether it wants them."""
    graph = built.compiled.graph
    if graph.site.cards is not None or not graph.site.base_url or not are_many(graph):
        return ""
    return f"no pictures for shared links: there would be more than {MANY:,}; `cards` in site.yaml says whether you want them"


def _with_bar(files: Iterable[RenderedFile], count: int) -> Iterable[RenderedFile]:
    return progress(files, count, "rendering")


def _report(built: Built, folder: Path, seconds: float) -> str:
    """Two lines: the records and what they became; the time and the findings."""
    counts = Counter(kind_of(record) for record in records(built.compiled.graph))
    made_of = ", ".join(_count(counts[kind], kind) for kind in KINDS if counts[kind])
    findings = summary_line(built.findings, built.compiled.accepted)
    if built.published is None:
        return f"{made_of}\nnothing published, {_shown(folder)} is as it was: {findings}"
    files = built.published.edition.files
    pages = sum(path.endswith(".html") for path in files)
    return (
        f"{made_of} → {_count(pages, 'page')} and {_count(len(files) - pages, 'other file')} in {_shown(folder)}\n"
        f"{len(built.published.written)} written, {len(built.published.deleted)} deleted, "
        f"{built.published.unchanged} unchanged in {seconds:.1f} s; {findings}"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _shown(folder: Path) -> str:
    here = Path.cwd()
    return f"{folder.relative_to(here)}/" if folder != here and folder.is_relative_to(here) else f"{folder}/"
