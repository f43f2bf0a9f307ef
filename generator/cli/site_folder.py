"""Which site a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from generator.workers import available_cores

SITE_FILE = Path("content", "site.yaml")


def find_root(start: Path | None) -> Path:
    """The site's folder: the one named, or the current one or the nearest above with `content/site.yaml`.

    Raises UsageError (exit code 2) when there is none.
    """
    if start is not None:
        if not (start / "content").is_dir():
            raise click.UsageError(
                f"{start} is no site: it has no content/ folder. `dateline init {start}` starts one."
            )
        return start.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SITE_FILE).is_file():
            return folder
    raise click.UsageError(
        "no site here: neither this folder nor one above it has content/site.yaml. "
        "Go to your site's folder, name it with --root, or start one with `dateline init my-timeline`."
    )


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=None,
    help="The site's folder. Default: this one, or the nearest above that has content/site.yaml.",
)

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=available_cores,
    show_default="the cores there are",
    help="Processes to read and render with. The result is the same for any number.",
)
