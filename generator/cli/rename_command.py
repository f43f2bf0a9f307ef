"""`dateline rename KIND OLD NEW`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from generator.cli.desk_changes import Desk
from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.desk.renaming import renamed
from generator.graph.values import Target
from generator.model.records import KINDS, Kind


@click.command("rename")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@root_option
@jobs_option
def command(kind: str, old: str, new: str, dry_run: bool, root: Path | None, jobs: int) -> int:
    r"""Give the record OLD of KIND the id NEW: its file, every field and every mention that names it.

    \b
    dateline rename actor isil islamic-state
    dateline rename topic border borders --dry-run

    OLD goes into `former_ids`, so its address leads to the new one. All files are written, or none; nothing in them
    changes but the id.

    Exit code 0: renamed. 1: something is in the way, and nothing was changed. 2: the command was misused.
    """
    desk = Desk(find_root(root), jobs)
    revision, findings = renamed(desk.holdings, Target(cast("Kind", kind), old), new, desk.text)
    return desk.finish(revision, findings, dry=dry_run)
