"""Readers who go back to an evening: what was not reported is not there, grades and figures step back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.site.reader import reading

OFFENSIVE = "events/tabqa-offensive-2014/"
FALL = "events/tabqa-falls-2014-08-24/"
EXECUTIONS = "events/tabqa-executions-2014-08-28/"


@pytest.fixture(scope="module")
def reader(shipped, tmp_path_factory):
    with reading(shipped.folder, tmp_path_factory.mktemp("host")) as reader:
        yield reader
        assert reader.wrong == []


def at(reader, address, evening):
    page = reader.open(f"{address}?known={evening}")
    expect(page.locator(".known-notice")).to_be_visible()
    return page


def spans(page):
    """Figures that the page shows for the time of the event, by what they count."""
    tables = page.locator(".figures .table-wrap:visible:not(:has(caption .scope))")
    return dict(
        zip(
            tables.locator(".measure").all_inner_texts(),
            tables.locator("caption strong").all_inner_texts(),
            strict=True,
        )
    )


def test_figures_of_the_tabqa_story_step_back(reader):
    page = at(reader, OFFENSIVE, "2014-08-24")
    assert "Islamic State: wounded" not in spans(page)
    page = at(reader, OFFENSIVE, "2014-08-25")
    assert spans(page)["Islamic State: killed"] == "78 reported by then"
    assert spans(page)["Islamic State: wounded"] == "240 reported by then"
    assert page.locator(".figures tr:visible", has_text="346").count() == 0
    page.get_by_role("link", name="The evening after").click()
    expect(page.locator(".known-notice")).to_contain_text("26 August 2014")
    assert spans(page)["Islamic State: killed"] == "78 to 346 or more reported by then"
    assert page.locator(".figures tr:visible", has_text="at least 346").count() == 1


def test_on_26_august_the_figure_of_the_article_stands_alone_for_the_missing(reader):
    assert "Syrian Arab Army: missing" not in spans(at(reader, FALL, "2014-08-25"))
    assert spans(at(reader, FALL, "2014-08-26"))["Syrian Arab Army: missing"] == "150 reported by then"


def test_grade_sources_and_note_step_back(reader):
    page = at(reader, FALL, "2014-08-24")
    expect(page.locator(".grade summary")).to_have_text("Reported")
    assert page.locator(".sources tbody tr:visible").count() == 1
    expect(page.locator(".sources .count")).to_have_text("Reports by then: 1; independent of each other: 1.")
    expect(page.locator(".prose")).to_be_hidden()
    expect(page.locator(".record .lede")).to_be_hidden()
    expect(page.locator(".strip .is-then")).to_contain_text("24 August 2014")
    assert page.locator(".strip .is-after").count() == 2


def test_an_event_not_yet_reported_is_not_told(reader):
    page = at(reader, EXECUTIONS, "2014-08-25")
    expect(page.locator("main")).to_contain_text("By that evening no report of this event is on file.")
    expect(page.locator("main")).not_to_contain_text("200")


def test_the_home_page_leaves_out_what_was_not_reported(reader):
    page = at(reader, "", "2014-08-23")
    titles = page.locator("main .card-title:visible").all_inner_texts()
    assert "Security Council demands that ISIL and the Nusra Front disband" in titles
    assert "Islamic State captures Tabqa air base" not in titles
    expect(page.get_by_role("heading", name="What changed last")).to_be_hidden()


def test_the_timeline_leaves_out_what_was_not_reported(reader):
    page = at(reader, "timeline/", "2014-08-24")
    card = page.locator('[data-list] [data-event="tabqa-falls-2014-08-24"]')
    expect(card.locator(".chip")).to_have_text("Reported")
    assert page.locator('[data-list] [data-event="tabqa-executions-2014-08-28"]').count() == 0
    card.locator("a").click()
    page.wait_for_url(f"**/{FALL}?known=2014-08-24")
    expect(page.locator(".known-notice")).to_be_visible()


def test_the_control_leads_to_an_evening_and_back(reader):
    page = reader.open(FALL)
    page.get_by_label("As known on").fill("2014-08-24")
    page.get_by_label("As known on").press("Enter")
    page.wait_for_url(f"**/{FALL}?known=2014-08-24")
    expect(page.locator(".known-notice")).to_be_visible()
    assert page.locator('main a[href*="articles/"][href*="known="]').count() == 0
    page.get_by_role("link", name="Back to today").click()
    page.wait_for_url(f"{reader.site}{FALL}")
    expect(page.locator(".prose")).to_be_visible()


def test_a_date_that_is_none_changes_nothing(reader):
    page = reader.open(f"{FALL}?known=2014-02-30")
    expect(page.locator(".prose")).to_be_visible()
    assert page.locator(".known-notice").count() == 0


def test_an_evening_that_does_not_load_is_not_passed_off_as_one(reader):
    page = reader.page.context.browser.new_page()
    page.route("**/reported/states.js", lambda route: route.abort())
    page.goto(f"{reader.site}{FALL}?known=2014-08-24")
    expect(page.get_by_role("alert")).to_have_text("That evening did not load: this is the page of today.")
    expect(page.locator(".prose")).to_be_visible()
    page.close()


def test_without_scripts_the_pages_of_reports_say_it(reader):
    with reader.without_scripts(f"{FALL}?known=2014-08-24") as page:
        expect(page.get_by_label("As known on")).to_be_hidden()
        page.locator(".states").get_by_role("link", name="24 August 2014").click()
        assert page.url == f"{reader.site}reported/2014-08-24/"


def test_the_map_knows_what_was_known(reader):
    page = at(reader, "map/", "2014-08-26")
    page.wait_for_selector("[data-list] .card")
    count = int(page.locator("[data-count]").inner_text().split(" of ")[1].split()[0])
    assert 10 < count < 100
    links = page.locator("[data-list] .card-title")
    found = {
        link.split("?")[0].split("/events/")[1]
        for link in links.evaluate_all("all => all.map((one) => one.href)")
    }
    assert len(found) == count
    assert FALL.removeprefix("events/") in found
    assert EXECUTIONS.removeprefix("events/") not in found
    assert page.locator('[data-list] .card-title:not([href*="known=2014-08-26"])').count() == 0
    expect(page.locator(".scope")).to_be_hidden()
    links.first.click()
    page.wait_for_url("**/events/*/?known=2014-08-26")
    page = at(reader, "map/", "2010-01-01")
    expect(page.locator("[data-count]")).to_have_text("0 of 0 events")
    assert page.locator(".atlas-mark:not([hidden])").count() == 0
    assert page.locator("[data-list] .card").count() == 0
