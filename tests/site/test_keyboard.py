"""Readers with a keyboard see where they are, on pages of every kind; readers without scripts find nothing that is dead."""

from __future__ import annotations

import pytest

from tests.site.reader import reading

PAGES = (
    "",
    "timeline/",
    "events/tabqa-falls-2014-08-24/",
    "actors/isil/",
    "locations/raqqa/",
    "articles/hindu-20140826-assad-offer/",
    "topics/hostages/",
    "reported/2014-08-25/",
    "search/",
    "map/",
    "network/",
)

READING = ("timeline/", "search/", "map/")
"""Pages that read files of their own once they have come."""

STOPS = 40

SEEN = """() => {
  const here = document.activeElement;
  if (here === document.body) { return null; }
  const marked = [here, ...here.querySelectorAll("circle, rect, .dot")].some((one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const box = here.getBoundingClientRect();
  const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  return { what: here.outerHTML.slice(0, 120), marked, inside };
}"""
"""Where the focus is, whether it is outlined, and whether it is on the screen."""

DEAD = """() => [...document.querySelectorAll("button, input, select")]
  .filter((one) => one.checkVisibility() && !one.closest("form[action]")).map((one) => one.outerHTML)"""
"""Controls that are there to be used though nothing would come of it."""


@pytest.fixture(scope="module")
def reader(shipped, tmp_path_factory):
    with reading(shipped.folder, tmp_path_factory.mktemp("host")) as reader:
        reader.page.emulate_media(reduced_motion="reduce")
        yield reader
        assert reader.wrong == []


@pytest.mark.parametrize("address", PAGES)
def test_every_stop_of_the_keyboard_is_seen(reader, address):
    page = reader.open(address)
    page.wait_for_load_state("networkidle" if address in READING else "load")
    page.keyboard.press("Tab")
    if address != "search/":  # which begins at its field
        assert page.evaluate("document.activeElement.className") == "skip"
    stops = []
    for _ in range(STOPS):
        stop = page.evaluate(SEEN)
        if stop is None:
            break
        stops.append(stop)
        page.keyboard.press("Tab")
    assert [stop["what"] for stop in stops if not stop["marked"]] == []
    assert [stop["what"] for stop in stops if not stop["inside"]] == []
    assert len(stops) > 10


def test_the_skip_link_leads_to_the_content(reader):
    page = reader.open("events/tabqa-falls-2014-08-24/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_nothing_moves_for_readers_who_ask_for_less_motion(reader):
    page = reader.open("")
    moving = "() => [...document.querySelectorAll('*')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize("address", PAGES)
def test_without_scripts_no_control_is_dead(reader, address):
    with reader.without_scripts(address) as page:
        assert page.evaluate(DEAD) == []
        assert len(page.locator("main").inner_text().split()) > 20
