"""Publishing: whole files or none, only what differs, nothing of anybody else's."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing import changeover
from generator.publishing.changeover import Changeover
from generator.publishing.edition import EDITION_FILE, digest_of
from generator.publishing.stage import Published, Stage
from generator.publishing.waiting_room import JOURNAL_FILE, ROOM_FOLDER, WaitingRoom

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


def test_a_path_that_comes_twice_takes_no_other_files_place(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        for path, content in (("a", b"first"), ("b", b"b"), ("a", b"a"), ("c", b"c")):
            stage.add(path, content)
        stage.publish(generator="1")
    assert standing(tmp_path) == {"a": b"a", "b": b"b", "c": b"c"}


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
    room.begin({"index.html": digest_of(b"first"), "events/b/index.html": "0" * 64})
    Changeover(str(tmp_path), room.folder).put("index.html", room.waiting["index.html"])
    published, codes = publish(tmp_path, {"index.html": b"second"})
    assert published is not None
    assert codes == []
    assert standing(tmp_path) == {"index.html": b"second"}


def test_after_a_kill_at_the_very_end_nothing_is_left_to_do_but_the_journal(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    killed = WaitingRoom(tmp_path)
    killed.open()
    killed.begin({"index.html": digest_of(SITE["index.html"])})
    published, _ = publish(tmp_path, SITE)
    assert published is not None
    assert published.written == ()
    assert not (tmp_path / ROOM_FOLDER).exists()


def test_two_kills_in_a_row_forget_nothing(tmp_path: Path) -> None:
    first = WaitingRoom(tmp_path)
    first.open()
    first.begin({"index.html": "1" * 64})
    second = WaitingRoom(tmp_path)
    second.open()
    second.begin({"index.html": "2" * 64})
    third = WaitingRoom(tmp_path)
    third.open()
    assert third.unfinished == {"index.html": frozenset(["1" * 64, "2" * 64])}


def test_a_build_that_publishes_nothing_after_a_kill_forgets_nothing(tmp_path: Path) -> None:
    killed = WaitingRoom(tmp_path)
    killed.open()
    killed.begin({"index.html": digest_of(b"first")})
    (tmp_path / "index.html").write_bytes(b"first")
    with Stage(tmp_path) as stage:
        stage.add("index.html", b"with a fault")
    published, codes = publish(tmp_path, {"index.html": b"second"})
    assert published is not None
    assert codes == []
    assert not (tmp_path / ROOM_FOLDER).exists()


@pytest.mark.parametrize(
    "forged",
    ["../outside", "/etc/passwd", "a/../../b", "a//b", "a\\b", "."],
)
def test_a_forged_manifest_deletes_nothing_outside(tmp_path: Path, forged: str) -> None:
    output = tmp_path / "site"
    output.mkdir()
    (output / EDITION_FILE).write_text(
        json.dumps({"format": 1, "generator": "x", "content": "", "files": {forged: "0" * 64}})
    )
    assert publish(output, SITE) == (None, ["D612"])


@pytest.mark.parametrize("foreign", [b"", b"{", b"[]", b'{"format": 2, "files": {}}', b"\xff\xfe"])
def test_a_manifest_of_somebody_else_s_is_not_replaced(tmp_path: Path, foreign: bytes) -> None:
    (tmp_path / EDITION_FILE).write_bytes(foreign)
    assert publish(tmp_path, SITE) == (None, ["D612"])
    assert (tmp_path / EDITION_FILE).read_bytes() == foreign


def test_a_damaged_manifest_of_ours_is_made_again_and_says_so(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    whole = (tmp_path / EDITION_FILE).read_bytes()
    (tmp_path / EDITION_FILE).write_bytes(whole[:-40])
    published, codes = publish(tmp_path, SITE)
    assert published is not None
    assert codes == ["D611"]
    assert (tmp_path / EDITION_FILE).read_bytes() == whole


def test_a_file_takes_a_folder_s_place_and_the_other_way_round(tmp_path: Path) -> None:
    for site in ({"a": b"1", "b/c/d": b"2"}, {"a/e": b"3", "b": b"4"}, {"a": b"1", "b/c/d": b"2"}):
        published, codes = publish(tmp_path, site)
        assert published is not None
        assert codes == []
        assert standing(tmp_path) == site


def test_the_manifest_lists_every_file_with_its_digest(tmp_path: Path) -> None:
    publish(tmp_path, SITE)
    document = json.loads((tmp_path / EDITION_FILE).read_bytes())
    assert sorted(document["files"]) == sorted(SITE)
    assert (
        document["files"]["index.html"] == "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942"
    )


def test_the_disk_s_own_fault_reaches_the_caller_and_the_old_site_stays(tmp_path: Path) -> None:
    publish(tmp_path, SITE | {"old.html": b"old"})
    before = standing(tmp_path)
    (tmp_path / "zzz.xml").mkdir()
    with pytest.raises(IsADirectoryError):
        publish(tmp_path, {"index.html": b"new", "new/page.html": b"new", "zzz.xml": b"new"})
    assert standing(tmp_path) == before
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / ROOM_FOLDER).exists()


def test_a_disk_without_second_names_takes_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    publish(tmp_path, SITE)
    (tmp_path / "zzz.xml").mkdir()
    with pytest.raises(IsADirectoryError):
        publish(tmp_path, {"index.html": b"new", "zzz.xml": b"new"})
    assert standing(tmp_path) == SITE


def test_what_cannot_be_taken_back_is_known_to_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, SITE)
    (tmp_path / "zzz.xml").mkdir()
    monkeypatch.setattr(changeover, "_restore", refuse(errno.EIO))
    with pytest.raises(IsADirectoryError):
        publish(tmp_path, {"index.html": b"new", "new.html": b"new", "zzz.xml": b"new"})
    assert (tmp_path / ROOM_FOLDER / JOURNAL_FILE).exists()
    published, codes = publish(tmp_path, SITE | {"new.html": b"newer"})
    assert published is not None
    assert codes == []
    assert standing(tmp_path) == SITE | {"new.html": b"newer"}
    assert not (tmp_path / ROOM_FOLDER).exists()


def test_a_full_disk_names_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", refuse(errno.ENOSPC))
    with pytest.raises(OSError, match=re.escape(f"No space left on device: '{tmp_path}/index.html'")):
        publish(tmp_path, {"index.html": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_in_a_page_s_place_does_not_keep_us_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "index.html")
    assert publish(tmp_path, {"index.html": b"new"}) == (None, ["D612"])


def test_a_link_in_a_page_s_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (tmp_path / "index.html").symlink_to("elsewhere")
    with pytest.raises(OSError, match=r"index\.html"):
        publish(tmp_path, {"index.html": b"new"})
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"


def test_ctrl_c_in_the_middle_waits_for_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, SITE)
    put = Changeover.put

    def interrupted(self: Changeover, path: str, waiting: str) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        put(self, path, waiting)

    monkeypatch.setattr(Changeover, "put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, {"index.html": b"new", "b.html": b"new"})
    assert standing(tmp_path) == {"index.html": b"new", "b.html": b"new"}
    assert not (tmp_path / ROOM_FOLDER).exists()


def refuse(number: int) -> Callable[..., object]:
    def refused(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return refused
