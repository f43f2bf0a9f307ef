"""`dateline serve`."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from generator.cli.site_folder import find_root, jobs_option, root_option
from generator.cli.terminal import progress

PORT = 8000

PASSWORD = "DATELINE_PASSWORD"  # noqa: S105 - the name of a variable


@click.command("serve")
@root_option
@click.option(
    "--host", default="localhost", show_default=True, help="Where to listen. Default: this machine alone."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port; the next free one, if it is taken. 0: any.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the home page in the browser.")
@click.option("--drafts", is_flag=True, help="Show drafts too, marked as such.")
@click.option("--edit", "edits", is_flag=True, help="Offer forms in which records are edited.")
@click.option(
    "--password",
    "ask_password",
    is_flag=True,
    help=f"Ask for a password that visitors need to know; {PASSWORD} may hold it instead.",
)
@jobs_option
def command(
    root: Path | None,
    host: str,
    port: int,
    open_browser: bool,
    drafts: bool,
    edits: bool,
    ask_password: bool,
    jobs: int,
) -> None:
    """Show the site while it is written: pages change in the browser as files are saved.

    Pages are made when they are asked for, and are those that `build` would publish. Findings stand over the page and
    under /_dateline/; while a file is broken, its page stays as it last was. Nothing is published. Ctrl-C ends it. With
    --edit every page has a form in which its record can be changed, for those who do not write YAML.
    """
    # The server's libraries take a tenth of a second to import, which no other command needs to spend.
    from generator.preview.guard import is_loopback  # noqa: PLC0415
    from generator.preview.listening import find_place  # noqa: PLC0415
    from generator.preview.password import Password  # noqa: PLC0415
    from generator.preview.run import Run  # noqa: PLC0415

    site = find_root(root)
    secret = _secret(ask=ask_password)
    if edits and not secret and not is_loopback({host}):
        raise click.UsageError(
            f"whoever can reach {host} could change the content: give --password, or set {PASSWORD}"
        )
    try:
        place = find_place(host, port)
    except OSError as fault:
        raise click.UsageError(f"cannot listen on {host}:{port}: {fault.strerror or fault}") from fault
    if port and place.port != port:
        _say(f"port {port} is taken; {place.port} is free")
    if not is_loopback({host}) and not secret:
        _say(f"anybody who can reach this machine can read the preview, drafts and all: it listens on {host}")
    password = Password.of(secret) if secret else None
    run = Run(site, host, drafts, jobs, _with_bar, _say, edits, password)
    click.echo(f"the site is at {place.url}, what is found in it at {place.url}_dateline/ (Ctrl-C ends it)")
    sys.stdout.flush()
    if open_browser:
        webbrowser.open(place.url)
    run.serve(place)


def _secret(*, ask: bool) -> str:
    """The password, typed or from the environment: as an argument everybody on the machine could read it."""
    if ask:
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return os.environ.get(PASSWORD, "")


def _with_bar(files: Iterable[Any], count: int) -> Iterable[Any]:
    return progress(files, count, "reading")


def _say(message: str) -> None:
    click.echo(f"dateline: {message}", err=True)
