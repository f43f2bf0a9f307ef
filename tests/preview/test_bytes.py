"""What the preview shows is what `build` publishes: the same bytes, but for one line in the head of pages."""

from __future__ import annotations

from pathlib import Path
from threading import Timer

import pytest

from generator.preview.app import Preview, _made
from generator.preview.display import Display
from generator.preview.live_site import LiveSite
from tests.preview.running import running
from tests.site.model_site import Site


@pytest.mark.parametrize("drafts", [False, True], ids=["published", "with drafts"])
def test_every_file_of_an_edition(tmp_path: Path, drafts: bool) -> None:
    site = Site.golden(tmp_path)
    built = site.build(drafts=drafts)
    assert built.published
    files = {path: content for path, content in site.published().files.items() if path != "edition.json"}
    with running(tmp_path, drafts=drafts) as preview:
        for path, content in files.items():
            address = path.removesuffix("index.html") if path.endswith("index.html") else path
            assert preview.published(address) == content, path
        assert preview.said == []
    assert len(files) > 100


def test_nothing_is_published_by_looking(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    before = {path: path.read_bytes() for path in sorted((tmp_path / "content").rglob("*")) if path.is_file()}
    with running(tmp_path) as preview:
        preview.text("")
    after = {path: path.read_bytes() for path in sorted((tmp_path / "content").rglob("*")) if path.is_file()}
    assert after == before
    assert {path.name for path in tmp_path.iterdir()} == {"content", ".dateline"}
    assert not site.output.exists()


def test_a_build_after_a_preview_still_knows_its_pages(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    site.build()
    site.edit("content/events/2014/bridge-attack.md", "\n---\n", "\n---\nMore of it.\n\n")
    with running(tmp_path) as preview:
        assert "More of it." in preview.text("events/bridge-attack/")
    published = site.build().published
    assert published
    assert "events/bridge-attack/index.html" in published.written
    assert len(published.written) < 20


def test_addresses_that_nearly_are(tmp_path: Path) -> None:
    Site.golden(tmp_path)
    with running(tmp_path) as preview:
        answer, _ = preview.get("events/bridge-attack")
        assert (answer.status, answer.getheader("location")) == (307, "/events/bridge-attack/")
        # The model site will be published below /timeline/, and its 404 page's links say so.
        answer, _ = preview.get("timeline/assets/site.css")
        assert (answer.status, answer.getheader("location")) == (307, "/assets/site.css")
        answer, content = preview.get("nothing/of/the/kind/")
        assert answer.status == 404
        assert b"client.js" in content


def test_head_is_get_without_the_body(tmp_path: Path) -> None:
    Site.golden(tmp_path)
    with running(tmp_path) as preview:
        whole, content = preview.get("data/events.json")
        head, nothing = preview.get("data/events.json", "HEAD")
    assert nothing == b""
    assert head.getheader("content-length") == str(len(content))
    assert head.getheader("content-type") == whole.getheader("content-type") == "application/json"


def test_an_address_of_the_plan_is_waited_for(tmp_path: Path) -> None:
    Site.golden(tmp_path)
    live = LiveSite(tmp_path, drafts=False, jobs=1)
    live.start()
    preview = Preview(live, Display(), print, "a token")
    assert live.snapshot.output("data/") is None
    later = Timer(0.05, live.proofread)
    later.start()
    assert _made(preview, "data/").status_code == 200
    later.join()
    assert _made(preview, "media/bridge.png").status_code == 200
    assert _made(preview, "media/none.png").status_code == 404
