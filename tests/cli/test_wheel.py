"""What `pip install .` brings: the command with the theme and the starter site inside, and nothing of the checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.dateline import CHECKOUT
from tests.site.published import PublishedSite


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content, as an installer lays it out."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            folder,
            CHECKOUT,
        ],
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("dateline-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-c", "from generator.cli import main; main()", *arguments],
        cwd=cwd,
        env={"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_starts_and_builds_a_new_site_with_the_theme_inside(installed: Path, tmp_path: Path) -> None:
    begun = run(installed, "init", "my-timeline", cwd=tmp_path)
    assert begun.returncode == 0, begun.stderr
    built = run(installed, "build", "--strict", cwd=tmp_path / "my-timeline")
    assert built.returncode == 0, built.stderr
    site = PublishedSite(tmp_path / "my-timeline" / "site")
    assert list(site.broken_links()) == []
    assert site.files["assets/site.css"] == (CHECKOUT / "templates/assets/site.css").read_bytes()


def test_it_holds_the_package_and_its_licence_and_nothing_else(installed: Path) -> None:
    top = {path.name for path in installed.iterdir()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"generator"}
    assert list(installed.glob("*.dist-info/licenses/LICENSE"))
    assert (installed / "generator/theme/event.html").is_file()
    assert (installed / "generator/authoring/starter/content/site.yaml").is_file()
    assert list((installed / "generator/theme/assets/fonts").glob("*LICENSE*"))
