"""A build that would find nothing to do is told from one that would, by stat data alone."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from generator import last_build, renewal
from generator.last_build import stands
from generator.publishing.waiting_room import ROOM_FOLDER
from tests.site.model_site import Site

EVENT = "content/events/2014/bridge-attack.md"
LONG_AGO = 1_400_000_000


def age(site: Site) -> Site:
    """Every source was modified long ago."""
    for file in (site.root / "content").rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    return site


@pytest.fixture(autouse=True)
def old_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code under test may have been written a second ago."""
    monkeypatch.setattr(last_build, "_STARTED", sys.maxsize)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with patch.object(last_build, "_STARTED", sys.maxsize):
        site = Site.golden(tmp_path_factory.mktemp("built"))
        site.edit("content/site.yaml", "licence:", "cards: false\nlicence:")
        assert age(site).build().published
    return site.root


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Site:
    """The built site, moved to where a test may change it, and built there again."""
    shutil.copytree(built / "content", tmp_path / "content")
    site = age(Site(tmp_path))
    assert site.build().published
    return site


def test_nothing_changed_is_told_without_a_look_at_any_file(site: Site) -> None:
    first = site.build()
    assert first.published is not None
    with patch.object(Path, "read_text", side_effect=AssertionError):
        assert stands(site.asked()) == first.said
    assert first.said.files == len(first.published.edition.files)


def test_findings_are_said_again(site: Site) -> None:
    site.write("content/events/odd.md", "---\ntitle: A day that nobody reported\ndate: 2014-08-24\n---\n")
    built = age(site).build()
    assert built.published
    assert built.findings
    said = stands(site.asked())
    assert said is not None
    assert said.findings == built.findings


def _in_secret(site: Site) -> None:
    stat = (site.root / EVENT).stat()
    text = (site.root / EVENT).read_text()
    (site.root / EVENT).write_text(text.swapcase())
    os.utime(site.root / EVENT, ns=(stat.st_atime_ns, stat.st_mtime_ns))


CHANGES: dict[str, Callable[[Site], object]] = {
    "a word": lambda site: site.write(EVENT, (site.root / EVENT).read_text().replace("bridge", "Bridge")),
    "a word, and the time of the file put back": _in_secret,
    "a touch": lambda site: (site.root / EVENT).touch(),
    "a new file": lambda site: site.write("content/pages/new.md", "---\ntitle: New\n---\n"),
    "a file gone": lambda site: site.delete(EVENT),
    "a file renamed": lambda site: (site.root / EVENT).rename(site.root / "content/events/other.md"),
    "a template": lambda site: site.write("templates/pieces.html", ""),
    "a picture": lambda site: site.write("content/media/a.svg", "<svg/>"),
    "a link": lambda site: (site.root / "content/pages/a.md").symlink_to(site.root / EVENT),
    "a page edited": lambda site: site.write("site/index.html", "mine"),
    "a page gone": lambda site: site.delete("site/index.html"),
    "a page's mode": lambda site: (site.output / "index.html").chmod(0o600),
    "the manifest gone": lambda site: site.delete("site/edition.json"),
    "a build cut off": lambda site: (site.output / ROOM_FOLDER).mkdir(),
    "the memory gone": lambda site: shutil.rmtree(site.root / ".dateline"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(site: Site, change: str) -> None:
    assert stands(site.asked())
    CHANGES[change](site)
    assert stands(site.asked()) is None


@pytest.mark.parametrize(
    "other", [{"drafts": True}, {"strict": True}, {"base_url": "https://example.org/"}, {"portable": True}]
)
def test_another_edition_is_another_matter(site: Site, other: dict[str, object]) -> None:
    assert stands(site.asked(**other)) is None
    assert stands(site.asked(jobs=7))


def test_a_file_of_the_tick_in_which_the_build_began_proves_nothing(site: Site) -> None:
    os.utime(site.root / EVENT, (2**33, 2**33))  # whatever the clock says, this is not before it
    assert site.build().published
    assert stands(site.asked()) is None


def test_code_that_may_be_younger_than_the_process_proves_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_build, "_STARTED", 0)
    assert site.build().published
    assert stands(site.asked()) is None


def test_damage_is_never_believed(site: Site) -> None:
    (file,) = (site.root / ".dateline").glob("last-*")
    content = file.read_bytes()
    for at in range(0, len(content), 97):
        file.write_bytes(content[:at])
        assert stands(site.asked()) is None
        file.write_bytes(content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :])
        assert stands(site.asked()) is None


def test_what_was_made_while_the_code_was_changed_is_not_remembered(site: Site) -> None:
    site.edit(EVENT, "title: ", "title: Again, ")
    with patch.object(renewal.own_code, "on_disk", lambda: "other code"):
        assert site.build().published
    assert not list((site.root / ".dateline").glob("pages-*"))
    assert site.build().published
    assert list((site.root / ".dateline").glob("pages-*"))
