"""Pages kept from one preview to the next stand only while nothing they were made with has changed."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from generator.preview import remembered
from generator.preview.front import Front
from generator.preview.remembered import recall, remember, stock_of
from generator.preview.scan import content_on_disk, theme_on_disk
from generator.preview.session import Session, read_session
from generator.rendering.theme import template_folders
from tests.preview.running import until
from tests.site.model_site import Site

PAGE = "events/bridge-attack/"
FILE = "content/events/2014/bridge-attack.md"


def session(root: Path) -> Session:
    said: list[str] = []
    quiet = {"progress": lambda things, _count: things, "say": said.append, "token": "of this test"}
    return read_session(root, drafts=False, jobs=1, **quiet)


def known(root: Path, drafts: bool = False) -> remembered.Pages:
    theme = theme_on_disk(template_folders(root))
    return recall(root, stock_of(content_on_disk(root), theme, drafts=drafts))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site of which a preview remembers two pages; its files were written a while ago."""
    site = Site.golden(tmp_path)
    for file in (tmp_path / "content").rglob("*.md"):
        os.utime(file, (1e9, 1e9))
    look_at(tmp_path)
    return site


def look_at(root: Path) -> None:
    # Files written a moment before they were read prove nothing; the second look reads those again.
    until(lambda: _looked(root))


def _looked(root: Path) -> bool:
    one = session(root)
    one.live.look()
    one.live.proofread()
    one.preview.shown(one.live.snapshot, PAGE)
    one.end()
    return bool(known(root))


def test_what_was_looked_at_last_is_known_while_nothing_changes(site: Site) -> None:
    pages = known(site.root)
    site.build()
    files = site.published().files
    assert {"", PAGE} <= pages.keys()
    assert all(files[f"{address}index.html"] == page for address, page in pages.items())


def test_any_change_forgets_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    assert known(site.root, drafts=True) == {}
    site.write("templates/event.html", "Mine")
    assert known(site.root) == {}
    (site.root / "templates/event.html").unlink()
    (site.root / "templates").rmdir()
    assert known(site.root)
    monkeypatch.setattr(remembered.sys, "version", "another")
    assert known(site.root) == {}
    monkeypatch.undo()
    text = (site.root / FILE).read_text(encoding="utf-8")
    site.write(FILE, text)  # the same bytes, saved again: stat data do not say so
    assert known(site.root) == {}


def test_a_damaged_memory_holds_nothing(site: Site) -> None:
    file = site.root / ".dateline/preview"
    whole = file.read_bytes()
    for damaged in (b"", whole[:-5], whole.replace(b"bridge", b"fridge", 1), b"\xff\xfe\n{}"):
        file.write_bytes(damaged)
        assert known(site.root) == {}
    file.unlink()
    file.mkdir()
    assert known(site.root) == {}
    remember(site.root, "stock", {"": b"x"})  # cannot be written either, and that is no fault


def test_a_site_with_an_error_is_not_kept(site: Site) -> None:
    site.write(FILE, "---\ntitle: [\n---\n")
    one = session(site.root)
    one.live.proofread()
    (site.root / ".dateline/preview").unlink()
    one.end()
    assert not (site.root / ".dateline/preview").exists()


def test_remembered_pages_stand_at_once_and_everything_else_waits(site: Site) -> None:
    front = Front(template_folders(site.root), {PAGE: b"<head>\nremembered"}, "t")

    async def ask(path: str) -> bytes:
        parts = []

        async def send(message: dict) -> None:
            parts.append(message.get("body", b""))

        scope = {"type": "http", "method": "GET", "path": path, "headers": []}
        await front(scope, None, send)  # type: ignore[arg-type]
        return b"".join(parts)

    async def application(_scope: dict, _receive: object, send) -> None:
        await send({"body": b"the application"})

    async def talk() -> list[bytes]:
        at_once = [await ask(path) for path in (f"/{PAGE}", "/assets/site.css", "/_dateline/client.js")]
        waiting = asyncio.ensure_future(ask("/topics/"))
        await asyncio.sleep(0)
        assert not waiting.done()
        front.open(application)  # type: ignore[arg-type]
        return [*at_once, await waiting, await ask(f"/{PAGE}")]

    page, style, script, later, again = asyncio.run(talk())
    assert page.endswith(b"remembered")
    assert b'data-token="t"' in page
    assert (b"@layer" in style, b"Idiomorph" in script) == (True, True)
    assert later == again == b"the application"
