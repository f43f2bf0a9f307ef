"""`dateline stats`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.build import compile_content
from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.desk.statistics import Section, statistics
from generator.diagnostics.order import summary_line
from generator.diagnostics.visible import visible
from generator.options import Options


@click.command("stats")
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
def command(form: str, root: Path | None, jobs: int) -> int:
    r"""Count what the desk has: records, grades, dates, figures, sources and how many are independent, who is named most.

    \b
    dateline stats
    dateline stats --format json > stats.json

    Counted is what would be published; drafts and withdrawn records have lines of their own.
    """
    site = find_root(root)
    compiled = compile_content(Options(root=site, output=site / "site", jobs=jobs))
    sections = statistics(compiled.graph, compiled.content)
    if form == "json":
        click.echo(json.dumps({one.title: dict(one.rows) for one in sections}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(_section(one) for one in sections))
    if compiled.findings:
        click.echo(f"the content has {summary_line(compiled.findings, compiled.accepted)}", err=True)
    return 0


def _section(section: Section) -> str:
    rows = [row for row in section.rows if row.number]
    width = max(len(f"{row.number:,}") for row in rows)
    return "\n".join((section.title, *(f"  {row.number:>{width},}  {visible(row.label)}" for row in rows)))
