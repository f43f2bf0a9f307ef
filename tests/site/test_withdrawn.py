"""A record is withdrawn from the model site: a tombstone stays, and it is gone from everything else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics.codes import severity_of
from tests.site.model_site import Site
from tests.site.published import PublishedSite

REASON = "It never was so."
ATTACK = "content/events/2014/bridge-attack.md"
RECORDS = {
    "events/bridge-attack/": ATTACK,
    "articles/wire-bridge/": "content/articles/wire-bridge.md",
    "actors/river-brigade/": "content/actors/river-brigade.md",
    "actors/herald/": "content/actors/herald.md",
    "locations/nahr/": "content/locations/nahr.md",
    "locations/valley/": "content/locations/valley.md",
    "topics/bridges/": "content/topics/bridges.md",
    "about/": "content/pages/about.md",
}
LISTS = (
    "timeline/",
    "timeline/2014/08/",
    "actors/",
    "locations/",
    "articles/",
    "topics/",
    "reported/",
    "404.html",
)
"""The home page is not one of them: it names the newest lines of the ledger."""


def withdrawn(folder: Path, path: str) -> Site:
    """The site without the record, whose ledger may have lines already."""
    site = Site(folder) if (folder / "content").exists() else Site.golden(folder)
    text = (site.root / path).read_text(encoding="utf-8")
    line = f"  - {{date: 2014-09-05, what: withdrawn, why: {REASON}}}\n"
    if "corrections:\n" in text:
        return site.write(path, text.replace("corrections:\n", f"corrections:\n{line}"))
    return site.write(path, text.replace("---\n", f"---\ncorrections:\n{line}", 1))


@pytest.mark.parametrize("address", RECORDS)
def test_a_tombstone_stays_and_every_list_forgets_it(tmp_path: Path, address: str) -> None:
    site = withdrawn(tmp_path, RECORDS[address])
    built = site.build(base_url="https://example.org/news/")
    assert [finding for finding in built.findings if severity_of(finding) == "error"] == []
    published = site.published()
    stone = published.page(address)
    assert REASON in stone.words
    assert "5 September 2014" in stone.words
    assert ("meta", {"name": "robots", "content": "noindex"}) in stone.elements
    assert list(published.broken_links()) == []
    for listing in LISTS:
        page = published.pages[listing if listing.endswith(".html") else f"{listing}index.html"]
        assert not any(link.endswith(address) for _, link in page.links), listing
    assert f"/{address}<".encode() not in published.files["sitemap.xml"]
    assert address.encode() not in published.files["feed.xml"]
    assert address.encode() not in published.files["feed.json"]
    assert f"{address}feed.xml" not in published.files
    assert REASON.encode() in published.files["corrections/index.html"]
    assert REASON.encode() in published.files["corrections.xml"]


def test_only_the_stone_the_ledger_and_prose_name_a_withdrawn_event(tmp_path: Path) -> None:
    site = withdrawn(tmp_path, ATTACK)
    site.build()
    title = "Fighters attack the bridge at Nahr"
    named = [path for path, page in site.published().pages.items() if title in page.words]
    assert sorted(named) == [
        "corrections/index.html",
        "events/bridge-attack/index.html",
        "events/river-campaign/index.html",
        "index.html",
    ]
    prose = (site.root / "content/events/2014/river-campaign.md").read_text(encoding="utf-8")
    assert "[[bridge-attack]]" in prose


def test_nothing_that_a_withdrawn_event_said_is_left_in_the_edition(tmp_path: Path) -> None:
    site = withdrawn(tmp_path, ATTACK)
    site.build()
    assert "media/bridge.png" not in site.published().files
    for secret in (
        b"Nobody counted",
        b"We shall cross by boat",
        b"accounts of the dead differ",
        b"The Courier says Sunday",
    ):
        assert [path for path, content in site.published().files.items() if secret in content] == []


def test_the_data_say_that_an_event_was_withdrawn(tmp_path: Path) -> None:
    site = withdrawn(tmp_path, ATTACK)
    site.build()
    files = site.published().files
    events = json.loads(files["data/events.json"])
    assert "bridge-attack" not in [event["id"] for event in events["events"]]
    (gone,) = (event for event in events["withdrawn"] if event["id"] == "bridge-attack")
    assert gone["withdrawn"]["why"] == REASON
    state = json.loads(files["records.json"])["records"]["event/bridge-attack"]
    assert state["withdrawn"] is True
    assert "claims" not in state


def test_a_picture_that_something_else_shows_stays(tmp_path: Path) -> None:
    site = withdrawn(tmp_path, ATTACK)
    treaty = "content/events/2014/treaty.md"
    text = (site.root / treaty).read_text(encoding="utf-8")
    site.write(treaty, f"{text}\n![The bridge](/media/bridge.png)\n").build()
    assert "media/bridge.png" in site.published().files


def test_the_picture_of_a_draft_is_not_published(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    media = site.root / "content" / "media"
    (media / "plan.png").write_bytes((media / "bridge.png").read_bytes())
    fields = "date: 2014-09-09\nsources: [herald-truce]\nmedia: [{file: media/plan.png, alt: A plan}]"
    site.write("content/events/plan.md", f"---\ntitle: A plan\ndraft: true\n{fields}\n---\n").build()
    assert "media/bridge.png" in site.published().files
    assert "media/plan.png" not in site.published().files
    site.build(drafts=True)
    assert "media/plan.png" in site.published().files


def test_the_pages_and_feeds_that_stood_below_a_withdrawn_record_are_deleted(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    site.build()
    assert "actors/river-brigade/feed.xml" in site.published().files
    site = withdrawn(tmp_path, RECORDS["actors/river-brigade/"])
    site.build()
    assert [path for path in site.published().files if path.startswith("actors/river-brigade/")] == [
        "actors/river-brigade/index.html"
    ]


@pytest.mark.parametrize("address", RECORDS)
def test_withdrawing_and_reinstating_are_built_as_from_nothing(tmp_path: Path, address: str) -> None:
    site = Site.golden(tmp_path)
    site.build()
    before = site.published().files
    text = (site.root / RECORDS[address]).read_text(encoding="utf-8")
    withdrawn(tmp_path, RECORDS[address]).build()
    step = site.published().files
    site.build(output=tmp_path / "clean")
    assert step == PublishedSite(tmp_path / "clean").files
    site.write(RECORDS[address], text).build()
    assert site.published().files == before
