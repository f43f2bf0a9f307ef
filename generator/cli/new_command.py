"""`dateline new KIND "Title"`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import cast

import click

from generator.authoring.scaffold import UNNAMED_OUTLET, Scaffold, Wish, scaffold, unnamed_outlet
from generator.cli.site_folder import find_root, root_option
from generator.model.addresses import FOLDERS
from generator.model.moment import Moment, MomentError
from generator.model.names import slug
from generator.model.records import KINDS, Kind


def _date(_context: click.Context, _parameter: click.Parameter, text: str | None) -> str:
    if text is None:
        return datetime.now().astimezone().date().isoformat()
    try:
        return str(Moment.parse(text))
    except MomentError as fault:
        near = f" Did you mean {fault.suggestion}?" if fault.suggestion else ""
        raise click.BadParameter(f"{fault.message}.{near}") from fault


@click.command("new")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("title")
@click.option(
    "--date", callback=_date, help="When (EDTF: 2014-08-24, 2014-08, 2014-08-24~ …). Default: today."
)
@click.option("--id", "record_id", default="", help="The record's id. Default: made from the title.")
@click.option("--publisher", default="", help="Articles: the outlet, an actor's id.")
@click.option("--edit", is_flag=True, help="Open the new file in $EDITOR.")
@root_option
def command(
    kind: str, title: str, date: str, record_id: str, publisher: str, edit: bool, root: Path | None
) -> int:
    r"""Start a new record of KIND called TITLE: a valid, commented file, a draft until you say otherwise.

    \b
    dateline new event "Town council resigns" --date 2014-08-24
    dateline new article "Headline as published" --date 2014-08-25 --publisher example-courier
    """
    site = find_root(root)
    if record_id and record_id != slug(record_id):
        raise click.BadParameter(
            f"an id has small letters, digits and single hyphens; did you mean {slug(record_id)}?"
        )
    wish = Wish(kind=cast("Kind", kind), title=title, id=record_id, date=date, publisher=publisher)
    _refuse_taken(site, wish)
    made = [_write(site, scaffold(wish))]
    if wish.kind == "article" and not publisher and not _exists(site, "actor", UNNAMED_OUTLET):
        made.append(_write(site, unnamed_outlet()))
    for path in made:
        click.echo(path)
    if edit:
        click.edit(filename=str(site / made[0]))
    return 0


def _exists(site: Path, kind: Kind, record_id: str) -> Path | None:
    folder = site / "content" / (FOLDERS[kind] or "pages")
    return next(folder.rglob(f"{record_id}.md"), None)


def _refuse_taken(site: Path, wish: Wish) -> None:
    taken = _exists(site, wish.kind, wish.record_id)
    if taken:
        raise click.UsageError(
            f"{taken.relative_to(site)} exists already; choose another title, or an id with --id"
        )


def _write(site: Path, made: Scaffold) -> str:
    target = site / made.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(made.text, encoding="utf-8", newline="\n")
    return made.path
