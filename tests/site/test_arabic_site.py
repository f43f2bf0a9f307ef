"""The model site in Arabic: every kind of page from right to left, whole, readable, and without an English word of ours."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.rendering.messages import template_catalogue
from tests.site.model_site import Site
from tests.site.reader import reading
from tests.site.test_accessibility import AXE, RULES, findings
from tests.site.test_html_validity import messages

BASEMAP = Path(__file__).parents[2] / "content/basemap.json"

PAGES = (
    "",
    "timeline/",
    "timeline/2014/08/",
    "timeline/2014/08/24/",
    "timeline/?known=2014-08-25",
    "events/bridge-attack/",
    "events/bridge-attack/?known=2014-08-25",
    "events/withdrawn/",
    "actors/",
    "actors/river-brigade/",
    "locations/",
    "locations/nahr/",
    "articles/",
    "articles/wire-bridge/",
    "topics/",
    "topics/bridges/",
    "reported/",
    "reported/2014-08-25/",
    "corrections/",
    "data/",
    "search/?q=nahr",
    "map/",
    "network/",
    "methodology/",
)

SHOWN = """() => {
  const texts = [];
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!parent.closest('script, style, [data-known]')) texts.push(walk.currentNode.data);
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-valuetext'])
    for (const element of document.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name));
  return texts.map((text) => text.trim()).filter((text) => /[A-Za-z]{2}/.test(text));
}"""

CONTENT = frozenset(["at least 10", "at least 12", "TimelineJS"])
"""What the model site's editors wrote in words of ours, and a name that is the same in Arabic."""


@pytest.fixture(scope="module")
def arabic(tmp_path_factory):
    site = Site.golden(tmp_path_factory.mktemp("arabic"))
    site.edit("content/site.yaml", "language: en", "language: ar-SY")
    shutil.copy(BASEMAP, site.root / "content/basemap.json")
    built = site.build()
    assert built.published is not None, built.findings
    return site


@pytest.fixture(scope="module")
def page(arabic, tmp_path_factory):
    with reading(arabic.output, tmp_path_factory.mktemp("host")) as reader:
        context = reader.page.context.browser.new_context(bypass_csp=True, reduced_motion="reduce")
        context.add_init_script(path=AXE)
        page = context.new_page()
        page.set_default_timeout(8000)
        yield page, reader.site
        context.close()


@pytest.fixture(scope="module")
def english():
    """A pattern for each English message that has a word of its own; what is filled in is no English sentence."""
    found = []
    for message in template_catalogue():
        for text in (message.id,) if isinstance(message.id, str) else message.id:
            said = re.sub(r"<[^>]*>", "", text)
            if re.search(r"[A-Za-z]{3}", re.sub(r"\{\w+\}|UTC", "", said)):
                parts = (re.escape(part) for part in re.split(r"\{\w+\}", said))
                found.append(re.compile(r"[^a-z]*?".join(parts)))
    return found


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole_from_right_to_left(page, english, address):
    page, site = page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto(f"{site}{address}", wait_until="networkidle" if "?" in address or address == "map/" else "load")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar-SY", "rtl"]
    assert findings(page, RULES) == []
    said = [text for text in page.evaluate(SHOWN) if text not in CONTENT]
    assert [text for text in said if any(one.fullmatch(text) for one in english)] == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    assert findings(page, ["color-contrast", "target-size"]) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_scripts_write_months_and_digits_of_the_region(page):
    page, site = page
    page.goto(f"{site}timeline/?known=2014-08-25", wait_until="networkidle")
    assert "٢٥ آب ٢٠١٤" in page.locator(".known-notice").inner_text()
    page.goto(f"{site}timeline/", wait_until="networkidle")
    assert re.search("[٠-٩] من [٠-٩]", page.locator("[data-shown]").last.inner_text())
    assert page.locator("[data-theme-switch]").inner_text() in {"داكن", "فاتح"}


def test_every_page_is_valid_html(arabic):
    errors = [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}"
        for message in messages(arabic.output)
        if (message["type"] != "info" or message.get("subType") == "warning")
        and "Content Security Policy" not in str(message["message"])
        and "appears to be written in English" not in str(message["message"])  # so it is, but for our words
    ]
    assert errors == []
