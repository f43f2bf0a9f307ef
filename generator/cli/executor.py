"""`--executor`: a build's work on other machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import click

from generator.options import Options
from generator.rendering.theme import template_folders
from generator.workers import Jobs

_DASK = re.compile(r"dask://(\[[0-9A-Fa-f:.]+\]|[^\s/:\[\]]+):\d{1,5}")


def _checked(_context: click.Context, _parameter: click.Parameter, address: str) -> str:
    if address and not _DASK.fullmatch(address):
        raise click.BadParameter(f"{address!r} is no address of a Dask scheduler, like dask://host:8786")
    return address


executor_option = click.option(
    "--executor",
    default="",
    metavar="dask://HOST:PORT",
    callback=_checked,
    help="Read and render on the workers of a Dask cluster that see the site's folder. The result is the same.",
)


@contextmanager
def hands(executor: str, options: Options) -> Iterator[Jobs]:
    """Who does a build's work: the cluster at an address, or the processes it was asked for."""
    if not executor:
        yield options.jobs
        return
    from generator.cluster import crew_at  # noqa: PLC0415 - only a cluster needs it

    folders = (options.root, *template_folders(options.root))
    try:
        with crew_at(executor, folders) as crew:
            yield crew
    except ModuleNotFoundError as fault:
        if fault.name != "distributed":
            raise
        raise click.UsageError(
            "--executor needs distributed: pip install 'dateline[cluster]' brings it"
        ) from fault
