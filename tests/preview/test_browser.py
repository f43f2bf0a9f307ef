"""A preview in a real browser: pages change under the reader's hands, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.exports.browser import page_of
from tests.preview.running import Running, running
from tests.site.model_site import Site

PAGE = "events/bridge-attack/"
FILE = "content/events/2014/bridge-attack.md"

MARK = """() => {
  window.unmoved = true;
  window.changes = 0;
  document.addEventListener("dateline:changed", () => { window.changes += 1; });
}"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path)


@contextmanager
def looked_at(site: Site, address: str = PAGE) -> Iterator[tuple[Running, Page]]:
    """A page of a watched preview, in a browser in which nothing goes wrong and nobody else is asked."""
    refused: list[str] = []
    faults: list[str] = []
    with running(site.root, watched=True) as preview, page_of(preview.address, refused) as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{preview.address}/{address}")
        expect(findings(page)).to_be_attached()
        page.evaluate(MARK)
        yield preview, page
        assert (refused, faults, preview.said) == ([], [], [])


def findings(page: Page):
    return page.locator("dateline-findings details")


def write(site: Site, words: str, file: str = FILE) -> None:
    site.write(file, f"{(site.root / file).read_text(encoding='utf-8')}\n{words}\n")


def test_a_page_changes_and_what_the_reader_did_to_it_stays(site: Site) -> None:
    long = "\n\n".join(f"Paragraph {number} of a long account of the bridge." for number in range(60))
    write(site, long)
    with looked_at(site) as (_, page):
        page.evaluate(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<p id=by-script>by a script</p>')"
        )
        page.click("[data-theme-switch]")
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        opened = page.locator("main details[open]").count()
        link = (
            page.locator("main a", has_text="Liwa").first
            if page.locator("main a", has_text="Liwa").count()
            else page.locator("main a").nth(5)
        )
        link.focus()
        page.evaluate("scrollTo(0, 900)")
        was = page.evaluate("[scrollY, document.activeElement.href, document.documentElement.dataset.theme]")
        write(site, "Saved while it was read.")
        expect(page.locator("main")).to_contain_text("Saved while it was read.")
        assert (
            page.evaluate("[scrollY, document.activeElement.href, document.documentElement.dataset.theme]")
            == was
        )
        assert page.locator("main details[open]").count() == opened > 0
        assert page.locator("#by-script").count() == 1
        assert page.evaluate("[window.unmoved, window.changes]") == [True, 1]


def test_a_page_that_shows_nothing_of_a_change_is_left_alone(site: Site) -> None:
    with looked_at(site) as (preview, page):
        other = "content/topics/bridges.md"
        number = preview.live.snapshot.number
        write(site, "Of no importance to the attack.", other)
        write(site, "Of some importance.")
        expect(page.locator("main")).to_contain_text("Of some importance.")
        assert preview.live.snapshot.number > number
        assert page.evaluate("window.changes") == 1


def test_a_broken_file_is_said_over_the_page_that_stays(site: Site) -> None:
    whole = (site.root / FILE).read_text(encoding="utf-8")
    with looked_at(site) as (_, page):
        heading = page.locator("h1").inner_text()
        for number in range(3):
            site.write(FILE, whole.replace("title:", "titel:", 1))
            expect(findings(page)).to_have_attribute("open", "")
            expect(findings(page)).to_contain_text('did you mean "title"?')
            expect(findings(page)).to_contain_text("You see what was last good.")
            place = findings(page).locator("li a").first
            assert place.get_attribute("href") == f"vscode://file{site.root}/{FILE}:2:1"
            assert page.locator("h1").inner_text() == heading
            site.write(FILE, f"{whole}\nMended {number}.\n")
            expect(page.locator("main")).to_contain_text(f"Mended {number}.")
            expect(findings(page)).not_to_contain_text("last good")
        assert page.evaluate("window.unmoved")


def test_hostile_text_over_a_page_is_text(site: Site) -> None:
    with looked_at(site) as (_, page):
        hostile = "<img src=x onerror=alert(1)>\u202e"
        site.edit(FILE, "title:", f'"{hostile}": 1\ntitle:')
        expect(findings(page)).to_contain_text("<img src=x onerror=alert(1)>\\u202e")
        assert findings(page).locator("img").count() == 0


def test_style_sheets_and_pictures_are_swapped_without_a_reload(site: Site) -> None:
    theme = Path(__file__).parents[2] / "templates"
    style = (theme / "assets/site.css").read_text(encoding="utf-8")
    site.write("templates/assets/site.css", style)
    with looked_at(site) as (_, page):
        site.write("templates/assets/site.css", f"{style}\nh1 {{ letter-spacing: 7px; }}\n")
        expect(page.locator("h1")).to_have_css("letter-spacing", "7px")
        picture = site.root / "content/media/bridge.png"
        before = page.locator("img[src*='bridge.png']").first.get_attribute("src")
        picture.write_bytes(picture.read_bytes() + b"\0")
        expect(page.locator("img[src*='bridge.png']").first).not_to_have_attribute("src", before or "")
        write(site, "Still the same page.")
        expect(page.locator("main")).to_contain_text("Still the same page.")
        expect(page.locator("h1")).to_have_css("letter-spacing", "7px")
        assert page.locator("link[href*='site.css']").count() == 1
        assert page.evaluate("window.unmoved")


def test_the_panel_lists_what_is_left_to_do_and_follows(site: Site) -> None:
    with looked_at(site, "_dateline/") as (preview, page):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=preview.address)
        write(site, "Nobody asked the Ferry union.")
        row = page.locator("#unlinked li", has_text="names Ferry union")
        page.click("#unlinked summary")
        row.locator("button").click()
        expect(row.locator("button.copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == "[[Ferry union]]"
        assert "bridge-attack.md" in (row.locator("a.where").get_attribute("href") or "")
        expect(page.locator("#drafts")).to_contain_text("hidden.md")
        site.write("content/actors/forgotten.md", "---\nname: A forgotten one\nkind: person\n---\n")
        expect(page.locator("#orphans")).to_contain_text("A forgotten one")
        site.edit(FILE, "title:", "titel:")
        expect(page.locator("#findings")).to_contain_text("D101")
        assert page.locator("#unlinked").get_attribute("open") is not None
        assert page.evaluate("window.unmoved")


def test_two_tabs_share_one_connection(site: Site) -> None:
    with looked_at(site) as (preview, page):
        with page.expect_popup() as opened:
            page.evaluate("window.open('/actors/town-council/') && null")
        other = opened.value
        expect(findings(other)).to_be_attached()
        write(site, "In the first tab.")
        write(site, "In the second tab.", "content/actors/town-council.md")
        expect(page.locator("main")).to_contain_text("In the first tab.")
        expect(other.locator("main")).to_contain_text("In the second tab.")
        assert len(preview.preview.channel._subscribers) == 1
