"""Readers who change the language, and who search in Arabic."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.reader import reading
from tests.site.test_translated_site import reciprocal

EVENT = "events/tabqa-falls-2014-08-24/"


@pytest.fixture(scope="module")
def reader(shipped, tmp_path_factory):
    with reading(shipped.folder, tmp_path_factory.mktemp("host")) as reader:
        yield reader
        assert reader.wrong == []


def test_an_event_in_arabic_and_back(reader):
    page = reader.open(EVENT)
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url(f"{reader.site}ar/{EVENT}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "تنظيم الدولة الإسلامية يستولي على مطار الطبقة العسكري"
    )
    page.get_by_role("link", name="English", exact=True).first.click()
    page.wait_for_url(f"{reader.site}{EVENT}")


def test_a_search_in_arabic_stays_in_arabic(reader):
    page = reader.open("ar/")
    page.get_by_role("searchbox").fill("ديمبسي")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ar/search/?q=*")
    first = page.locator('[data-section="events"] li a').first
    expect(first).to_contain_text("ديمبسي")
    first.click()
    assert page.url.startswith(f"{reader.site}ar/events/dempsey-")


def test_the_axis_and_the_map_speak_arabic(reader):
    page = reader.open("ar/timeline/?known=2014-08-25")
    expect(page.locator("[data-list] .card").first).to_be_visible()
    page = reader.open("ar/map/")
    expect(page.locator("[data-list] .card-title").first).to_have_attribute(
        "href", f"{reader.site}ar/events/homs-old-city-siege/"
    )
    assert page.evaluate(
        "[...document.querySelectorAll('[data-map] image')].every(i => !i.href.baseVal.includes('/ar/'))"
    )


def test_every_page_of_the_site_names_itself_in_both(shipped):
    assert reciprocal(shipped, "https://dateline.example/") > 1900
