"""An edition that is opened from a disk: search, axis and evenings work there too, and a large site asks before it reads all texts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from generator.exports import search_texts
from tests.exports.browser import page_of
from tests.site.model_site import Site


@pytest.fixture(scope="module")
def disk(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_texts, "SHELF", 2)
        site = Site.golden(tmp_path_factory.mktemp("disk"))
        assert site.build(portable=True).published is not None
    return site.output.as_uri()


@pytest.fixture(scope="module")
def page(disk):
    wrong: list[str] = []
    with page_of(disk, wrong) as page:
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.set_default_timeout(8000)
        yield page
        assert wrong == []


def test_the_box_leads_to_an_answer(page, disk):
    page.goto(f"{disk}/index.html")
    page.get_by_role("searchbox").fill("river brigade")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=river+brigade")
    first = page.locator('[data-section="names"] li a').first
    expect(first).to_have_text("River Brigade")
    first.click()
    assert page.url == f"{disk}/actors/river-brigade/index.html"


def test_many_texts_are_read_when_asked_for(page, disk):
    page.goto(f"{disk}/search/index.html?q=dawn")
    expect(page.locator("[data-more]")).to_be_visible()
    expect(page.locator('[data-section="texts"]')).to_be_hidden()
    page.get_by_role("button", name="Search the texts too").click()
    expect(page.locator('[data-section="texts"] mark').first).to_have_text("dawn,")
    expect(page.locator("[data-more]")).to_be_hidden()


def test_the_axis_and_its_list(page, disk):
    page.goto(f"{disk}/timeline/index.html?rank=major")
    expect(page.locator("[data-list] .card").first).to_be_visible()
    page.locator("[data-list] .card-title").first.click()
    assert page.url.startswith(f"{disk}/events/")


def test_an_evening(page, disk):
    page.goto(f"{disk}/timeline/index.html?known=2014-08-25")
    expect(page.locator(".known-notice")).to_contain_text("25 August 2014")
    expect(page.locator('[data-list] [data-event="bridge-attack"]')).to_be_visible()
    expect(page.locator('[data-list] [data-event="treaty"]')).to_have_count(0)
