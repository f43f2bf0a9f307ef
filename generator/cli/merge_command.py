"""`dateline merge KIND FROM INTO`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from generator.cli.desk_changes import Desk
from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.desk.merging import left_behind, merged
from generator.graph.values import Target
from generator.model.records import KINDS, Kind


@click.command("merge")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("gone", metavar="FROM")
@click.argument("kept", metavar="INTO")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@root_option
@jobs_option
def command(kind: str, gone: str, kept: str, dry_run: bool, root: Path | None, jobs: int) -> int:
    r"""Make one record of two of KIND: what names FROM names INTO from now on, and FROM's file goes.

    \b
    dateline merge actor isis isil
    dateline merge location raqqa-city raqqa --dry-run

    FROM's id goes into INTO's `former_ids`, so its address leads there, and its names into `aliases`, so they are
    still found. Where both stand in one list, one entry stays. Everything else in INTO stays as it is: the command
    tells which fields of FROM said something that INTO does not say.

    Exit code 0: merged. 1: something is in the way, and nothing was changed. 2: the command was misused.
    """
    desk = Desk(find_root(root), jobs)
    source, target = (Target(cast("Kind", kind), record_id) for record_id in (gone, kept))
    left = left_behind(desk.holdings, source, target)
    revision, findings = merged(desk.holdings, source, target, desk.text)
    code = desk.finish(revision, findings, dry=dry_run)
    if left and not code:
        where = "git has the old file" if not dry_run else "they would stay behind"
        click.echo(f"not carried over from {gone}: {', '.join(left)} ({where})", err=True)
    return code
