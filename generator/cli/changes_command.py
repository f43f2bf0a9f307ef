"""`dateline changes --since EDITION`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build import Compiled, compile_content, stops
from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.cli.terminal import show_findings
from generator.diagnostics.codes import severity_of
from generator.diagnostics.visible import visible
from generator.editions.address import address_fault, is_address
from generator.editions.change_words import document_of, lines_of, summary_of
from generator.editions.changes import RecordChange, compare
from generator.editions.states import States, states_of
from generator.exports.record_states import states
from generator.model.moment import Moment, MomentError
from generator.model.records import kind_of
from generator.options import Options
from generator.publishing.edition import EditionError


def _day(_context: click.Context, _parameter: click.Parameter, text: str | None) -> Moment | None:
    try:
        return None if text is None else Moment.parse(text)
    except MomentError as fault:
        raise click.BadParameter(f"{fault.message}. Write it like 2014-08-24.") from fault


@click.command("changes")
@click.option(
    "--since",
    "edition",
    required=True,
    metavar="EDITION",
    help="A published site's folder or address, its edition.json, or a records.json that was kept.",
)
@click.option(
    "--require-corrections",
    is_flag=True,
    help="Exit with 1 when a material change of what was published has no line in the record's `corrections`.",
)
@click.option(
    "--published",
    callback=_day,
    default=None,
    metavar="DATE",
    help="The day on which EDITION was published: lines dated before it pay for no change of it.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to show it.",
)
@root_option
@jobs_option
def command(
    edition: str, require_corrections: bool, published: Moment | None, form: str, root: Path | None, jobs: int
) -> int:
    r"""List what the content says otherwise than a published edition: records added, changed, corrected, withdrawn.

    \b
    dateline changes --since site
    dateline changes --since https://example.org/timeline/ --require-corrections

    Material are an event's date, places, actors with their roles, claims and grade, and likewise the dates and ties of
    articles, actors and places. A claim that is only added owes nothing; neither does a change of wording.

    Exit code 0: fine. 1: with --require-corrections, a correction is owed; or the content has errors. 2: misuse.
    """
    site = find_root(root)
    before = _before(edition)
    compiled = compile_content(Options(root=site, output=site / "site", jobs=jobs))
    if stops(compiled.findings, strict=False):
        errors = [finding for finding in compiled.findings if severity_of(finding) == "error"]
        show_findings(errors, site, "full", err=True)
        click.echo("dateline: the content has errors, so what changed cannot be told", err=True)
        return 1
    found = compare(before, states(compiled.graph), drafts=_drafts(compiled), published=published)
    _show(found, form, faults=require_corrections)
    owing = [change for change in found if change.faults]
    said = f"since {visible(edition)}: {summary_of(found)}"
    owed = (
        f"; {len(owing):,} of them without the correction that is owed"
        if require_corrections and owing
        else ""
    )
    click.echo(f"{said}{owed}", err=True)
    return 1 if require_corrections and owing else 0


def _before(edition: str) -> States:
    fault = address_fault(edition) if is_address(edition) else ""
    if fault:
        raise click.UsageError(f"{visible(edition)} cannot be asked: {fault}")
    try:
        return states_of(edition)
    except EditionError as error:
        raise click.UsageError(f"{visible(edition)} {visible(str(error))}") from error


def _drafts(compiled: Compiled) -> frozenset[str]:
    records = (parsed.record for parsed in compiled.content.records)
    return frozenset(f"{kind_of(record)}/{record.id}" for record in records if record.draft)


def _show(found: tuple[RecordChange, ...], form: str, *, faults: bool) -> None:
    if form == "json":
        click.echo(document_of(found), nl=False)
        return
    for line in lines_of(found, faults=faults):
        click.echo(line)
