"""Forms in a real browser, with their scripts: by hand, by keyboard alone, and as axe sees them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.exports.browser import page_of
from tests.preview.running import Running, running
from tests.site.model_site import Site
from tests.site.test_accessibility import AXE, RULES, findings

EVENT = "content/events/2014/bridge-attack.md"
FORM = "_dateline/edit/event/bridge-attack"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path)


@contextmanager
def at_the_desk(site: Site, address: str) -> Iterator[tuple[Running, Page]]:
    """A form of a watched preview, in a browser in which nothing goes wrong and nobody else is asked."""
    refused: list[str] = []
    faults: list[str] = []
    with running(site.root, watched=True, edits=True) as preview, page_of(preview.address, refused) as page:
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda said: (
                faults.append(said.text) if said.type == "error" and "409" not in said.text else None
            ),
        )
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(f"{preview.address}/{address}")
        yield preview, page
        assert (refused, faults, preview.said) == ([], [], [])


def pick(page: Page, label: str, words: str, name: str) -> None:
    box = page.get_by_role("combobox", name=label)
    box.fill(words)
    page.get_by_role("option", name=name).first.click()


def save(page: Page, button: str) -> None:
    """Save, whatever warnings there are."""
    page.get_by_role("button", name=button, exact=True).click()
    confirm(page)


def confirm(page: Page, *, by_key: bool = False) -> None:
    button = page.get_by_role("button", name="Save all the same")
    expect(
        button.or_(page.locator("dateline-findings")).or_(page.locator("#notice:not(:has(ul))")).first
    ).to_be_attached()
    if not button.count():
        return
    if by_key:
        button.focus()
        page.keyboard.press("Enter")
    else:
        button.click()


def read(site: Site, path: str = EVENT) -> str:
    return (site.root / path).read_text("utf-8")


def test_a_new_event_with_a_new_actor_is_on_the_timeline_and_passes_the_check(site: Site) -> None:
    with at_the_desk(site, "_dateline/") as (_, page):
        page.get_by_role("link", name="New event…").click()
        page.get_by_label("Title").fill("Miners close the valley road")
        expect(page.locator("#suggested-id")).to_have_text(": miners-close-the-valley-road")
        page.locator("#f-date").fill("2014-09-0")
        expect(page.locator("#f-date-means")).to_have_class("means is-wrong")
        page.locator("#f-date").fill("2014-09-02~")
        expect(page.locator("#f-date-means")).to_have_text("about 2 September 2014")
        page.get_by_label("Summary").fill("Miners closed the road for a day.")
        pick(page, "Add a place", "الوادي", "The valley")
        page.get_by_role("button", name="Add an actor").click()
        page.get_by_role("combobox", name="Actor").fill("Union of Miners")
        page.get_by_role("option", name="New actor “Union of Miners”…").click()
        expect(page.get_by_label("Name", exact=False).first).to_have_value("Union of Miners")
        page.get_by_label("Kind").select_option("political")
        save(page, "Save and publish")
        expect(page.locator("#notice")).to_contain_text("is saved, and picked")
        expect(page.get_by_label("Title")).to_have_value("Miners close the valley road")
        expect(page.get_by_role("combobox", name="Actor")).to_have_value("Union of Miners")
        page.get_by_role("button", name="Add a source").click()
        pick(page, "Report", "fighting", "Fighting at river bridge")
        page.get_by_label("Text", exact=True).fill("The ")
        pick(page, "Mention a record here", "miners", "Union of Miners")
        expect(page.get_by_label("Text", exact=True)).to_have_value("The [[union-of-miners|Union of Miners]]")
        expect(page.locator(".shown a", has_text="Union of Miners")).to_be_visible()
        save(page, "Save and publish")
        expect(page.locator("h1")).to_have_text("Miners close the valley road")
        page.goto(page.url.partition("/events/")[0] + "/timeline/2014/09/")
        expect(page.locator("main")).to_contain_text("Miners close the valley road")
    command = [sys.executable, "-m", "generator", "check", "--strict", "--root", str(site.root)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert checked.returncode == 0, checked.stdout


def test_a_record_is_picked_and_a_claim_written_by_keyboard_alone(site: Site) -> None:
    before = read(site)
    with at_the_desk(site, FORM) as (_, page):
        keys = page.keyboard
        page.get_by_role("combobox", name="Add a place").focus()
        keys.type("river")
        expect(page.locator(".options:not([hidden]) [role=option]").first).to_have_attribute(
            "aria-selected", "true"
        )
        keys.press("Enter")
        expect(page.locator("#f-locations [role=status]").first).to_have_text("River country added")
        page.get_by_role("button", name="Move place 3 up").focus()
        keys.press("Enter")
        expect(page.get_by_role("button", name="Move place 2 up")).to_be_focused()
        keys.press("Space")
        expect(page.get_by_role("button", name="Move place 1 up")).to_be_focused()
        page.get_by_role("button", name="Add a claim").focus()
        keys.press("Enter")
        expect(page.locator("#f-claims-n0-measure")).to_be_focused()
        keys.type("missing")
        for words in ("", "civilians", "at least 4"):
            keys.type(words)
            keys.press("Tab")
        expect(page.locator("#f-claims-n0-figure-means")).to_have_text("at least 4")
        expect(page.locator("#f-claims-n0-claimed-by")).to_be_focused()
        keys.type("saleh")
        expect(page.get_by_role("option", name="Amina Saleh")).to_have_attribute("aria-selected", "true")
        keys.press("Enter")
        expect(page.locator("#f-claims-n0-claimed-by")).to_have_value("Amina Saleh")
        keys.press("Tab")
        keys.type("herald")
        expect(page.locator(".options:not([hidden]) [role=option]").first).to_be_visible()
        keys.press("ArrowDown")
        keys.press("ArrowUp")
        keys.press("Enter")
        page.get_by_role("button", name="Remove claim 5").focus()
        keys.press("Enter")
        expect(page.get_by_role("button", name="Remove claim 5")).to_be_focused()
        page.get_by_role("button", name="Save", exact=True).focus()
        keys.press("Enter")
        confirm(page, by_key=True)
        expect(page.locator("h1").first).to_contain_text("Fighters attack the bridge at Nahr")
        expect(page.locator("form#form")).to_have_count(0)
    after = read(site)
    assert "locations: [river-country, nahr-bridge, nahr]\n" in after
    assert (
        "  - measure: missing\n    group: civilians\n    figure: at least 4\n    claimed_by: amina-saleh\n    source: herald-"
    ) in after
    assert "measure: boats" in before
    assert "measure: boats" not in after
    assert after.count("  - measure:") == before.count("  - measure:")


def test_a_conflict_is_settled_side_by_side_and_comments_stay(site: Site) -> None:
    site.edit(EVENT, "status: disputed", "status: disputed   # until the inquiry").edit(
        EVENT, "claims:\n", "claims:\n  # the council's\n"
    )
    with at_the_desk(site, FORM) as (_, page):
        page.get_by_label("Summary").fill("Mine.")
        page.get_by_label("Status").select_option("reported")
        site.edit(EVENT, "order: 1", "order: 7").edit(EVENT, "summary: The", "summary: Theirs, the")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("h1")).to_have_text("Changed meanwhile")
        expect(page.locator("fieldset", has_text="Summary")).to_contain_text("changed by both")
        page.locator("fieldset", has_text="Summary").get_by_label("Take what the file says").check()
        page.get_by_role("button", name="Put together as chosen").click()
        save(page, "Save")
        expect(page.locator("main")).to_contain_text("Theirs, the River Brigade")
        page.locator("dateline-findings .edit").click()
        expect(page.get_by_label("Status")).to_have_value("reported")
    text = read(site)
    assert "status: reported   # until the inquiry\n" in text
    assert "claims:\n  # the council's\n  - measure: killed\n" in text
    assert "order: 7\n" in text


def test_axe_finds_nothing(site: Site) -> None:
    with at_the_desk(site, "_dateline/") as (preview, page):
        context = page.context.browser.new_context(bypass_csp=True, reduced_motion="reduce")
        context.add_init_script(path=AXE)
        looked = context.new_page()
        for address in (
            FORM,
            "_dateline/new/event",
            "_dateline/new/location",
            "_dateline/edit/article/herald-bridge",
            "_dateline/",
        ):
            looked.emulate_media(color_scheme="light")
            looked.set_viewport_size({"width": 1280, "height": 900})
            looked.goto(f"{preview.address}/{address}")
            for box in looked.locator("details").all():
                box.evaluate("box => { box.open = true; }")
            if address == FORM:
                looked.locator("#f-date").fill("2014-13-13")
                looked.get_by_role("button", name="Check").last.click()
                expect(looked.locator("#notice")).to_contain_text("D109")
                looked.get_by_role("combobox", name="Add a place").fill("a")
                expect(looked.locator(".options:not([hidden]) [role=option]").first).to_be_visible()
            assert findings(looked, RULES) == [], address
            looked.emulate_media(color_scheme="dark")
            looked.set_viewport_size({"width": 390, "height": 800})
            assert findings(looked, ["color-contrast", "target-size"]) == [], address
            assert looked.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        looked.goto(f"{preview.address}/{FORM}")
        site.edit(EVENT, "order: 1", "order: 7")
        looked.get_by_label("Summary").fill("Mine.")
        looked.get_by_role("button", name="Save", exact=True).click()
        expect(looked.locator("h1")).to_have_text("Changed meanwhile")
        for scheme in ("light", "dark"):
            looked.emulate_media(color_scheme=scheme)
            assert findings(looked, RULES) == []
        context.close()
