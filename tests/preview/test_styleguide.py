"""The style guide: every piece in both schemes and directions, for the preview alone, and nothing for axe to find in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.preview.styleguide import PIECES, SPECIMENS, cut
from tests.exports.browser import page_of
from tests.preview.running import Running, running
from tests.site.model_site import Site
from tests.site.test_accessibility import AXE, RULES, findings


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site.golden(tmp_path_factory.mktemp("guide"))


@pytest.fixture(scope="module")
def preview(site: Site) -> Iterator[Running]:
    with running(site.root) as preview:
        yield preview
        assert preview.said == []


def test_every_piece_is_there_in_both_schemes_and_directions(preview: Running) -> None:
    guide = preview.text("styleguide/")
    assert guide.count('<section class="guide-piece"') == len(PIECES)
    for scheme, direction in SPECIMENS:
        assert guide.count(f'data-theme="{scheme}" dir="{direction}"') == len(PIECES)
    names = re.findall(r' id="([^"]+)"', guide)
    assert len(names) == len(set(names))
    assert " hidden" not in guide


def test_links_out_of_a_piece_lead_somewhere(preview: Running) -> None:
    guide = preview.text("styleguide/")
    addresses = set(re.findall(r'href="/(?!page/)([^"#]*)', guide))  # the sample of a pager leads nowhere
    assert len(addresses) > 20
    assert [one for one in sorted(addresses) if preview.get(one)[0].status != 200] == []
    assert {link for link in re.findall(r'(?:href|src)="([^"]*)"', guide) if link.startswith(".")} == set()


def test_it_is_linked_from_the_panel_and_in_no_edition(site: Site, preview: Running) -> None:
    assert 'href="/styleguide/"' in preview.text("_dateline/")
    assert site.build().published is not None
    assert [path for path in site.published().files if "styleguide" in path] == []


def test_a_page_of_the_site_goes_before(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    site.write("content/pages/styleguide.md", "---\ntitle: How we write\n---\nAs plainly as we can.\n")
    with running(tmp_path) as preview:
        assert "As plainly as we can." in preview.text("styleguide/")


def test_axe_finds_nothing(preview: Running) -> None:
    refused: list[str] = []
    with page_of(preview.address, refused) as page:
        context = page.context.browser.new_context(bypass_csp=True, reduced_motion="reduce")
        context.add_init_script(path=AXE)
        looked_at = context.new_page()
        looked_at.goto(f"{preview.address}/styleguide/")
        # A region is there four times under one name: that is what the page is for.
        found = [one for one in findings(looked_at, RULES) if not one.startswith("landmark-unique")]
        assert found == []
        looked_at.set_viewport_size({"width": 390, "height": 800})
        assert looked_at.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()
    assert refused == []


def test_a_piece_is_cut_at_its_own_end() -> None:
    page = '<section class="a"><p>1</p><section>2</section></section><section class="b" hidden>3</section>'
    assert cut(page, '<section class="a">') == '<section class="a"><p>1</p><section>2</section></section>'
    assert cut(page, '<section class="b"') == '<section class="b">3</section>'
    assert cut(page, "<table") == ""
