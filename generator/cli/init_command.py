"""`dateline init FOLDER`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.authoring.starter import starter


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", default=None, help="The site's title. Default: made from the folder's name.")
def command(folder: Path, title: str | None) -> int:
    r"""Start a new site in FOLDER, with one example record of each kind, that builds at once.

    \b
    dateline init my-timeline
    cd my-timeline
    dateline build
    """
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty; name a new folder")
    files = starter(title or folder.resolve().name.replace("-", " ").capitalize())
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8", newline="\n")
    click.echo(f"{len(files)} files in {folder}/. Next: cd {folder} && dateline build")
    return 0
