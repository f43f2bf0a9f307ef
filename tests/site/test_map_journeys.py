"""Readers at the map and the network: keys, the time slider and filters, and a list that says the same."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.site.reader import reading


@pytest.fixture(scope="module")
def reader(shipped, tmp_path_factory):
    with reading(shipped.folder, tmp_path_factory.mktemp("host")) as reader:
        reader.page.set_viewport_size({"width": 1280, "height": 900})
        yield reader
        assert reader.wrong == []


def opened(reader, query=""):
    page = reader.open(f"map/{query}")
    expect(page.locator("[data-list] .card").first).to_be_visible()
    return page


def heading(page):
    return page.locator("[data-count]")


def marks(page):
    """What the marks on the map say of themselves."""
    return page.locator(".atlas-mark:not([hidden])").evaluate_all(
        "marks => marks.map((mark) => mark.getAttribute('aria-label'))"
    )


def view(page):
    return page.evaluate("() => ({...dateline.shownMap.view})")


def test_without_scripts_the_map_is_a_picture_and_a_table_of_places(reader):
    with reader.without_scripts("map/") as page:
        assert page.locator("svg .map-ring").count() > 30
        expect(page.locator("[data-list] table")).to_contain_text("Tabqa air base")
        expect(page.locator(".atlas-filters")).to_be_hidden()


def test_the_address_sets_filters_and_time_and_the_list_is_in_step(reader):
    page = opened(reader, "?place=raqqa-governorate&from=2014-08-15&to=2014-08-31")
    expect(heading(page)).to_have_text(re.compile(r"^\d+ of 100 events$"))
    shown = page.locator("[data-list] .card-title").all_inner_texts()
    assert "Islamic State captures Tabqa air base" in shown
    assert len(shown) < 20
    assert any(words.startswith("Tabqa air base: ") for words in marks(page))
    assert not any(words.startswith("Mosul") for words in marks(page))


def test_the_slider_moves_by_keys_and_never_crosses(reader):
    page = opened(reader)
    before = heading(page).inner_text()
    until = page.get_by_role("slider", name="Until")
    until.focus()
    page.keyboard.press("Home")
    assert int(until.input_value()) == int(page.get_by_role("slider", name="From").input_value())
    assert heading(page).inner_text() != before
    assert until.get_attribute("aria-valuetext").endswith("2014")
    page.wait_for_url(lambda url: "to=" in url)
    page.get_by_role("button", name="Clear").click()
    expect(heading(page)).to_have_text(before)


def test_keys_move_the_map_and_lead_from_place_to_place(reader):
    page = opened(reader)
    page.locator("[data-map]").focus()
    home = view(page)
    page.keyboard.press("+")
    assert view(page)["scale"] > home["scale"]
    page.keyboard.press("ArrowRight")
    assert view(page)["x"] > home["x"]
    page.keyboard.press("0")
    assert view(page) == home
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert first != second
    page.keyboard.press("Enter")
    expect(page.locator('.atlas-mark[aria-pressed="true"]')).to_have_attribute("aria-label", re.compile(":"))
    page.wait_for_url(lambda url: "place=" in url)


def test_a_filter_leaves_marks_of_its_events_alone(reader):
    page = opened(reader)
    everywhere = len(marks(page))
    page.locator("main select[name='actor']").select_option(label="Al-Nusra Front")
    assert 0 < len(marks(page)) < everywhere
    page.locator(".atlas input[name='q']").fill("nothing is called this")
    expect(heading(page)).to_have_text(re.compile("^0 of"))
    assert marks(page) == []


def test_the_network_shows_one_actor_and_those_around_it(reader):
    page = reader.open("network/")
    rows = page.locator("tr[data-ends]:visible")
    every = rows.count()
    page.locator("main select[name='actor']").select_option(label="Al-Nusra Front")
    assert 0 < rows.count() < every
    assert all("Al-Nusra Front" in row for row in rows.all_inner_texts())
    least = page.get_by_label("Shared events")
    least.focus()
    page.keyboard.press("End")
    assert rows.count() == 0
    expect(page.locator("line.tie:not(.is-out)")).to_have_count(1)
