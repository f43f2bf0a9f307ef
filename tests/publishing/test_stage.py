"""Publishing: whole files or none, only what differs, nothing of anybody else's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.publishing.edition import EDITION_FILE, digest_of, read_edition
from generator.publishing.stage import Published, Stage
from generator.publishing.waiting_room import ROOM_FOLDER, WaitingRoom

SITE = {"index.html": b"home", "events/a/index.html": b"a", "assets/site.css": b"css", "feed.xml": b"<feed/>"}


def publish(output: Path, files: dict[str, bytes]) -> tuple[Published | None, list[str]]:
    with Stage(output) as stage:
        for path, content in files.items():
            stage.add(path, content)
        codes = [finding.code for finding in stage.findings]
        return (None if "D612" in codes else stage.publish(generator="1")), codes


def standing(output: Path) -> dict[str, bytes]:
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in output.rglob("*")
        if file.is_file() and file.name != EDITION_FILE
    }


def test_writes_assets_first_then_pages_then_lists_then_feeds(tmp_path: Path) -> None:
    published, _ = publish(tmp_path, SITE)
    assert published is not None
    assert published.written == ("assets/site.css", "events/a/index.html", "index.html", "feed.xml")
    assert standing(tmp_path) == SITE


def test_writes_only_what_differs_and_leaves_times_alone(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    before = (tmp_path / "index.html").stat().st_mtime_ns, (tmp_path / EDITION_FILE).stat().st_mtime_ns
    published, _ = publish(tmp_path, SITE)
    assert published is not None
    assert (published.written, published.unchanged) == ((), 4)
    assert (
        (tmp_path / "index.html").stat().st_mtime_ns,
        (tmp_path / EDITION_FILE).stat().st_mtime_ns,
    ) == before


def test_deletes_what_it_wrote_before_and_the_folder_that_empties(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    published, _ = publish(tmp_path, {"index.html": b"home"})
    assert published is not None
    assert published.deleted == ("assets/site.css", "events/a/index.html", "feed.xml")
    assert not (tmp_path / "events").exists()


def test_never_touches_a_file_that_it_did_not_write(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "mine.txt").write_text("mine")
    publish(tmp_path, SITE)
    publish(tmp_path, {})
    assert standing(tmp_path) == {"events/mine.txt": b"mine"}


def test_refuses_to_replace_another_s_file(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("somebody else's")
    published, codes = publish(tmp_path, SITE)
    assert published is None
    assert codes == ["D612"]
    assert standing(tmp_path) == {"index.html": b"somebody else's"}


def test_restores_a_page_edited_by_hand_and_says_so(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    (tmp_path / "index.html").write_text("edited")
    published, codes = publish(tmp_path, SITE)
    assert published is not None
    assert codes == ["D611"]
    assert standing(tmp_path) == SITE


def test_a_page_edited_by_hand_that_is_gone_now_is_left_alone(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    (tmp_path / "feed.xml").write_text("edited")
    publish(tmp_path, {"index.html": b"home"})
    assert standing(tmp_path) == {"index.html": b"home", "feed.xml": b"edited"}


def test_writes_a_missing_page_again(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    (tmp_path / "index.html").unlink()
    published, codes = publish(tmp_path, SITE)
    assert published is not None
    assert (published.written, codes) == (("index.html",), [])


def test_a_fault_before_publishing_changes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    with Stage(tmp_path) as stage:
        stage.add("index.html", b"new")
    assert standing(tmp_path) == SITE


def test_after_a_kill_the_next_build_knows_its_own_files(tmp_path: Path) -> None:
    """Killed after some moves and before the manifest; then the content changes again."""
    room = WaitingRoom(tmp_path)
    room.open()
    room.add("index.html", b"first")
    room.journal({"index.html": digest_of(b"first"), "events/b/index.html": "0" * 64})
    room.move_into_place("index.html")
    published, codes = publish(tmp_path, {"index.html": b"second"})
    assert published is not None
    assert codes == []
    assert standing(tmp_path) == {"index.html": b"second"}


def test_two_kills_in_a_row_forget_nothing(tmp_path: Path) -> None:
    first = WaitingRoom(tmp_path)
    first.open()
    first.journal({"index.html": "1" * 64})
    second = WaitingRoom(tmp_path)
    second.open()
    third = WaitingRoom(tmp_path)
    third.open()
    assert third.unfinished == {"index.html": frozenset(["1" * 64])}


@pytest.mark.parametrize(
    "forged",
    ["../outside", "/etc/passwd", "a/../../b", "a//b", "a\\b", "."],
)
def test_a_forged_manifest_deletes_nothing_outside(tmp_path: Path, forged: str) -> None:
    output = tmp_path / "site"
    output.mkdir()
    (output / EDITION_FILE).write_text(
        json.dumps({"format": 1, "generator": "x", "files": {forged: "0" * 64}})
    )
    assert read_edition(output) is None


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"format": 2, "files": {}}', b"\xff\xfe"])
def test_an_unreadable_manifest_counts_as_none(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / EDITION_FILE).write_bytes(broken)
    assert read_edition(tmp_path) is None


def test_the_manifest_lists_every_file_with_its_digest(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    document = json.loads((tmp_path / EDITION_FILE).read_bytes())
    assert sorted(document["files"]) == sorted(SITE)
    assert (
        document["files"]["index.html"] == "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942"
    )


def test_the_disk_s_own_fault_reaches_the_caller_and_the_old_site_stays(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    blocked = tmp_path / "events" / "a"
    (blocked / "index.html").unlink()
    (blocked / "index.html").mkdir()
    with pytest.raises(IsADirectoryError):
        publish(tmp_path, SITE)
    assert (tmp_path / "index.html").read_bytes() == b"home"
    assert not (tmp_path / ROOM_FOLDER).exists()
