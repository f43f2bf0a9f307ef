"""Pages of every kind under axe, with scripts at work: WCAG 2.2 AA and its best practices, light and dark, wide and narrow."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.reader import reading

AXE = Path(__file__).parents[2] / ".ci/checkers/node_modules/axe-core/axe.min.js"

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

PAGES = (
    "",
    "timeline/2014/08/",
    "timeline/2014/08/24/",
    "timeline/?lanes=actor&from=2014-08-01&to=2014-09-01",
    "timeline/?known=2014-08-24",
    "events/tabqa-offensive-2014/",
    "events/tabqa-offensive-2014/?known=2014-08-25",
    "actors/walid-al-moallem/",
    "locations/raqqa/",
    "articles/hindu-20140826-assad-offer/",
    "topics/hostages/",
    "reported/2014-08-25/",
    "corrections/",
    "search/?q=Raqqa",
    "map/",
    "map/?known=2014-08-25",
    "network/",
    "about/",
    "ar/",
    "ar/events/tabqa-falls-2014-08-24/",
    "ar/events/mosul-falls-2014-06-10/",
    "ar/actors/isil/",
    "ar/search/?q=الطبقة",
)

AWAITED = ("timeline/?", "events/tabqa-offensive-2014/?", "search/", "ar/search/", "map/", "network/")
"""Pages that read files of their own once they have come."""


@pytest.fixture(scope="module")
def page(shipped, tmp_path_factory):
    with reading(shipped.folder, tmp_path_factory.mktemp("host")) as reader:
        context = reader.page.context.browser.new_context(bypass_csp=True, reduced_motion="reduce")
        context.add_init_script(path=AXE)
        page = context.new_page()
        page.set_default_timeout(8000)
        yield page, reader.site
        context.close()


def findings(page, rules):
    """What axe finds, as `rule: element`."""
    found = page.evaluate(
        "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })", rules
    )
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(page, address):
    page, site = page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto(f"{site}{address}", wait_until="networkidle" if address.startswith(AWAITED) else "load")
    assert findings(page, RULES) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    assert findings(page, ["color-contrast", "target-size"]) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
