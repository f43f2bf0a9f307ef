"""Two builds of one site at once: into one folder, one after the other; into two, side by side over one memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import build
from generator.publishing.stage import Stage
from generator.publishing.waiting_room import ROOM_FOLDER
from tests.cli.dateline import CHECKOUT
from tests.site.model_site import Site
from tests.site.test_incremental import Tree, tree

EVENT = "content/events/2014/treaty.md"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path / "site").edit("content/site.yaml", "licence:", "cards: false\nlicence:")


def clean(site: Site, folder: Path) -> Tree:
    """What a build that remembers nothing makes of the content as it is."""
    shutil.copytree(site.root / "content", folder / "content")
    Site(folder).build()
    return tree(folder / "site")


def at_once(site: Site, *outputs: str) -> list[str]:
    """Builds into these folders, begun together; what they said on stderr."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "generator", "build", "--output", output, "--jobs", "1"],
            cwd=site.root,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for output in outputs
    ]
    said = [one.communicate(timeout=120)[1] for one in running]
    assert [one.returncode for one in running] == [0] * len(outputs), said
    return said


def test_into_one_folder(site: Site, tmp_path: Path) -> None:
    said = at_once(site, "out", "out")
    assert all(line.startswith("note: waiting for another build of") for line in "".join(said).splitlines())
    assert tree(site.root / "out") == clean(site, tmp_path / "clean")
    assert not (site.root / "out" / ROOM_FOLDER).exists()


def test_into_two_folders(site: Site, tmp_path: Path) -> None:
    site.build(output=site.root / "one")
    site.edit(EVENT, "title: ", "title: Once more, ")
    assert at_once(site, "one", "two") == ["", ""]
    expected = clean(site, tmp_path / "clean")
    assert tree(site.root / "one") == expected
    assert tree(site.root / "two") == expected
    assert list((site.root / ".dateline").rglob("*.part")) == []


def test_one_that_reads_before_an_edit_and_ends_after_the_other(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The memory is then partly of the one and partly of the other, and neither folder may ever show it."""
    one, two = site.root / "one", site.root / "two"
    site.build(output=one)
    site.build(output=two)

    class Slow(Stage):
        def __init__(self, output: Path) -> None:
            monkeypatch.setattr(build, "Stage", Stage)
            site.edit(EVENT, "title: ", "title: Once more, ")
            assert site.build(output=two).published
            super().__init__(output)

    site.edit("content/actors/wire.md", "name: ", "name: The ")
    monkeypatch.setattr(build, "Stage", Slow)
    assert site.build(output=one).published
    expected = clean(site, tmp_path / "clean")
    assert tree(two) == expected
    for output in (one, two):
        assert site.build(output=output).published
        assert tree(output) == expected
