"""`dateline schema`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.desk.schemas import NAMES, schemas
from generator.options import CACHE_FOLDER
from generator.reading.cache import ParseCache
from generator.reading.content import read_content


@click.command("schema")
@click.argument("kind", type=click.Choice(NAMES), required=False)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help=f"The folder to write all of them into. Default: {CACHE_FOLDER}/schemas in the site's folder.",
)
@root_option
@jobs_option
def command(kind: str | None, output: Path | None, root: Path | None, jobs: int) -> int:
    r"""Write JSON Schemas of front matter for editors: a file for each kind of record, and one for site.yaml.

    The ids of the site's actors, places, articles and events, its roles and its measures are their choices, so run it
    again when there are new ones. With KIND, that schema alone is printed.

    \b
    dateline schema
    dateline schema event > event.schema.json
    """
    site = find_root(root)
    content, _ = read_content(site, jobs, ParseCache(site / CACHE_FOLDER / "parsed"))
    made = schemas(content)
    if kind:
        click.echo(made[kind], nl=False)
        return 0
    folder = output or site / CACHE_FOLDER / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        file = folder / f"{name}.schema.json"
        file.write_text(text, encoding="utf-8", newline="\n")
        click.echo(file.relative_to(site) if file.is_relative_to(site) else file)
    return 0
