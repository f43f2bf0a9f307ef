"""`dateline check`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build import compile_content, plan_outputs, records, stops
from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.cli.terminal import show_findings, show_note
from generator.diagnostics.order import summary_line
from generator.diagnostics.renderers import FORMAT_NAMES
from generator.options import Options


@click.command("check")
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMAT_NAMES),
    default="full",
    show_default=True,
    help="How to show findings.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option("--drafts", is_flag=True, help="Look at drafts as if they were published.")
@jobs_option
def command(root: Path | None, form: str, strict: bool, drafts: bool, jobs: int) -> int:
    """Report everything that is wrong with the content, all in one run; write nothing.

    Exit code 0: fine. 1: there are errors (with --strict: or warnings). 2: the command was misused.
    """
    site = find_root(root)
    compiled = compile_content(Options(root=site, output=site / "site", drafts=drafts, jobs=jobs))
    _outputs, findings = plan_outputs(compiled)
    show_note(compiled.cache.note)
    show_findings(findings, site, form, err=False)
    count = len(records(compiled.graph))
    click.echo(f"{count:,} records: {summary_line(findings, compiled.accepted)}", err=True)
    return 1 if stops(findings, strict=strict) else 0
