"""`dateline check`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build import Options, compile_content, stops
from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.cli.terminal import show_findings
from generator.diagnostics.order import in_order, summary_line
from generator.diagnostics.renderers import FORMATS
from generator.plan import plan


@click.command("check")
@root_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="full", show_default=True, help="How to show findings."
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
    _outputs, planned = plan(compiled.graph)
    findings = in_order((*compiled.findings, *planned))
    show_findings(findings, site, form, err=False)
    accepted = f", {compiled.accepted} accepted" if compiled.accepted else ""
    click.echo(f"{len(compiled.graph.records):,} records: {summary_line(findings)}{accepted}", err=True)
    return 1 if stops(findings, strict=strict) else 0
