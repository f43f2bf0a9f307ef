"""What editors, git and file managers do to files, seen by a preview that watches: the page is right soon after."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import active_count

import pytest

from generator.preview import watching
from generator.preview.display import Display
from generator.preview.live_site import LiveSite
from generator.preview.watching import Watch
from tests.preview.running import until
from tests.site.model_site import Site

PAGE = "events/bridge-attack/"
FILE = "content/events/2014/bridge-attack.md"


class Watched:
    """A watched model site: what is shown, how often it changed, what was said."""

    def __init__(self, root: Path) -> None:
        self.site = Site(root)
        self.live = LiveSite(root, drafts=False, jobs=1)
        self.live.start()
        self.changes = 0
        self.said: list[str] = []
        self.watch = Watch(self.live, self._changed, self.said.append)

    def _changed(self) -> None:
        self.changes += 1

    def shows(self, words: str, address: str = PAGE) -> None:
        until(lambda: words in Display().show(self.live.snapshot, address).content.decode())

    def settled(self) -> int:
        until(lambda: self.live.snapshot.proofread)
        return self.changes


@contextmanager
def watched(root: Path) -> Iterator[Watched]:
    (root / "content").exists() or Site.golden(root)
    watched = Watched(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watching, "PAUSE", 0.3)
        yield from _watched(watched)


def _watched(watched: Watched) -> Iterator[Watched]:
    watched.watch.start()
    try:
        watched.settled()
        yield watched
    finally:
        watched.watch.stop()


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[Watched]:
    with watched(tmp_path) as watched_:
        yield watched_
        assert watched_.said == []


def text_with(root: Path, words: str) -> str:
    return f"{(root / FILE).read_text(encoding='utf-8')}\n{words}\n"


def test_saves_in_every_manner(seen: Watched) -> None:
    root = seen.site.root
    file = root / FILE
    seen.site.write(FILE, text_with(root, "Written over."))
    seen.shows("Written over.")
    fresh = file.with_name("bridge-attack.md.tmp")  # written beside, then renamed
    fresh.write_text(text_with(root, "Renamed."), encoding="utf-8")
    fresh.replace(file)
    seen.shows("Renamed.")
    whole = text_with(
        root, "Backed up."
    )  # vim: the old file moved aside, a new one made, the old one removed
    file.with_name("4913").touch()
    file.with_name("4913").unlink()
    file.rename(file.with_name("bridge-attack.md~"))
    file.write_text(whole, encoding="utf-8")
    file.with_name("bridge-attack.md~").unlink()
    seen.shows("Backed up.")
    with file.open("w", encoding="utf-8") as slow:  # cut to nothing, then written in two pieces
        whole = whole.replace("Backed up.", "In pieces.")
        slow.write(whole[:200])
        slow.flush()
        slow.write(whole[200:])
    seen.shows("In pieces.")


def test_what_editors_leave_beside_changes_nothing(seen: Watched) -> None:
    number = seen.live.snapshot.number
    folder = (seen.site.root / FILE).parent
    for name in (
        ".bridge-attack.md.swp",
        "#bridge-attack.md#",
        "bridge-attack.md~",
        "4913",
        ".DS_Store",
        "~$x.md",
        "x.md___jb_tmp___",
    ):
        (folder / name).write_text("---\ntitle: [\n", encoding="utf-8")
    (folder / ".#bridge-attack.md").symlink_to("nowhere")
    seen.site.write(FILE, text_with(seen.site.root, "Saved at last."))
    seen.shows("Saved at last.")
    seen.settled()
    assert seen.live.snapshot.number <= number + 2
    assert not [finding for finding in seen.live.snapshot.findings if "jb_tmp" in finding.span.path]


def test_folders_that_come_go_and_move(seen: Watched, tmp_path_factory: pytest.TempPathFactory) -> None:
    events = seen.site.root / "content/events"
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "2015/may").mkdir(parents=True)
    (elsewhere / "2015/may/moved-in.md").write_text(
        "---\ntitle: It moved in\ndate: 2015-05-01\nactors: [courier]\n---\n", encoding="utf-8"
    )
    shutil.move(elsewhere / "2015", events / "2015")
    seen.shows("It moved in", "events/moved-in/")
    (events / "2015").rename(events / "of-2015")
    (events / "of-2015/may/moved-in.md").write_text(
        "---\ntitle: It moved on\ndate: 2015-05-01\nactors: [courier]\n---\n", encoding="utf-8"
    )
    seen.shows("It moved on", "events/moved-in/")
    shutil.rmtree(events / "of-2015")
    until(lambda: Display().show(seen.live.snapshot, "events/moved-in/").status == 404)


def test_a_replaced_root(seen: Watched) -> None:
    content = seen.site.root / "content"
    shutil.copytree(content, seen.site.root / "other")
    content.rename(seen.site.root / "old")
    (seen.site.root / "other").rename(content)
    seen.site.write(FILE, text_with(seen.site.root, "In the new one."))
    seen.shows("In the new one.")
    seen.site.write(FILE, text_with(seen.site.root, "And again."))
    seen.shows("And again.")


def test_a_checkout_of_two_thousand_files(seen: Watched) -> None:
    events = seen.site.root / "content/events/many"
    events.mkdir()
    for number in range(2000):
        (events / f"many-{number}.md").write_text(
            f"---\ntitle: One of many {number}\ndate: 2014-08-24\nactors: [courier]\n---\n", encoding="utf-8"
        )
    seen.shows("One of many 1999", "events/many-1999/")
    until(lambda: len(seen.live.snapshot.graph.events) > 2000)
    shutil.rmtree(events)
    until(lambda: len(seen.live.snapshot.graph.events) < 100)


def test_a_name_that_is_not_utf8(seen: Watched) -> None:
    folder = os.fsencode((seen.site.root / FILE).parent)
    with open(os.path.join(folder, b"caf\xe9.md"), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123
        file.write("---\ntitle: A café\n---\n")
    until(lambda: "D009" in [finding.code for finding in seen.live.snapshot.findings])
    seen.site.write(FILE, text_with(seen.site.root, "It goes on."))
    seen.shows("It goes on.")


def test_where_no_events_come_the_looks_find_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> Iterator[set[tuple[int, str]]]:
        raise OSError("OS file watch limit reached. about /a/folder")

    monkeypatch.setattr("watchfiles.watch", full)
    with watched(tmp_path) as seen:
        seen.site.write(FILE, text_with(tmp_path, "Found by looking."))
        seen.shows("Found by looking.")
        seen.site.write(FILE, text_with(tmp_path, "Found again."))
        seen.shows("Found again.")
        until(lambda: seen.said)
    assert seen.said == [
        "the system tells of no saves (OS file watch limit reached. about /a/folder): looking every 0 seconds instead"
    ]


def test_events_that_get_lost_are_found_by_the_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "watchfiles.watch", lambda *_, **__: iter(lambda: watching.Event().wait(0.05) or set(), None)
    )
    with watched(tmp_path) as seen:
        seen.site.write(FILE, text_with(tmp_path, "Nobody told."))
        seen.shows("Nobody told.")
    assert seen.said == []


def test_a_fault_while_looking_is_said_and_is_not_the_last_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with watched(tmp_path) as seen:
        with monkeypatch.context() as broken:
            broken.setattr("generator.preview.live_site.content_on_disk", lambda _: 1 / 0)
            seen.site.write(FILE, "---\ntitle: [\n")
            until(lambda: seen.said)
        seen.site.write(FILE, "---\ntitle: Mended\ndate: 2014-08-24\n---\n")
        seen.shows("Mended")
    assert seen.said[0] == "this is a bug in Dateline: ZeroDivisionError: division by zero"


def test_it_leaves_no_threads(tmp_path: Path) -> None:
    before = active_count()
    with watched(tmp_path):
        pass
    until(lambda: active_count() <= before)
