"""Links work from any page, under a sub-path, and from a disk."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from generator.model.prose import ROOT
from generator.plan import Options, file_path, plan
from generator.rendering.render import render, rooted
from generator.rendering.settings import Settings
from generator.rendering.theme import assets, template_folders, theme_folder
from tests.graph.story import (
    SITE,
    actor,
    article,
    claim,
    correction,
    event,
    linked,
    location,
    office,
    page,
    said,
)

STORY = (
    event(
        "falls",
        actors="isil:attacker syria",
        locations="tabqa",
        sources="a b",
        topics="bases",
        part_of="offensive",
        body="It was taken by [[isil]].",
        claims=(claim("346", source="a"), claim("170", by="sana", source="b")),
        statements=(said("sana", "They withdrew.", to="isil", source="b"),),
        corrections=(correction("2014-09-01", source="a"),),
        former_ids="tabqa-lost",
    ),
    event("raids", "2014-08-25", locations="tabqa", sources="b", follows="falls"),
    event("offensive", "2014-08-10/2014-08-24", locations="raqqa"),
    location("tabqa", "town", part_of="raqqa", coordinates=(35.755, 38.567)),
    location("raqqa", "governorate", part_of="syria"),
    location("syria"),
    actor("isil", former_ids="isis"),
    actor("speaker", roles=(office("syria", "Minister", "2006"),)),
    article("a"),
    article("b", "2014-08-26", based_on="a"),
    page("methodology", "Methodology"),
)


@pytest.fixture(scope="module")
def graph():
    return linked(*STORY, site=replace(SITE, base_url="https://example.org/news/2014/"))


BINARY = (".gz", ".png", ".sqlite", ".xlsx")


def edition(graph, *, portable=False):
    """Path to text of every file of an edition; that of pictures and databases is nobody's to read."""
    outputs, findings = plan(graph, Options(portable=portable))
    assert findings == ()
    settings = Settings((theme_folder(),), portable=portable)
    rendered = {file_path(output.address): render(output, graph, settings) for output in outputs}
    assert [found for _, found in rendered.values() if found] == []
    return {
        path: content.decode() if not path.endswith(BINARY) else "" for path, (content, _) in rendered.items()
    }


def internal_links(text):
    return [target for target in re.findall(r'(?:href|src)="([^"]*)"', text) if "://" not in target]


@pytest.mark.parametrize("portable", [False, True])
def test_every_internal_link_resolves_and_no_token_is_left(graph, portable):
    files = edition(graph, portable=portable)
    known = {*files, *(asset.address for asset in assets((theme_folder(),)))}
    for path, text in files.items():
        assert ROOT not in text
        if not path.endswith(".html") or path == "404.html":
            continue
        for target in internal_links(text):
            address, _, fragment = target.partition("#")
            found = normpath(join(dirname(path), address or path.rpartition("/")[2]))
            landed = found if found in known else normpath(join(found, "index.html"))
            assert landed in known, f"{path} links to {target}"
            assert not portable or not address or address.rpartition("/")[2], (
                f"{path} links to a folder: {target}"
            )
            assert not fragment or f'id="{fragment}"' in files[landed], f"{path} links to {target}"


def test_the_page_of_a_missing_address_links_from_the_host_because_it_is_shown_at_any_depth(graph):
    assert set(internal_links(edition(graph)["404.html"])) >= {"/news/2014/", "/news/2014/assets/site.css"}


def test_an_edition_for_a_disk_has_no_files_for_hosts(graph):
    assert not {"404.html", "robots.txt", "sitemap.xml"} & set(edition(graph, portable=True))


def test_canonical_addresses_need_a_base_url(graph):
    page_text = edition(graph)["events/falls/index.html"]
    assert '<link rel="canonical" href="https://example.org/news/2014/events/falls/">' in page_text
    assert "canonical" not in edition(linked(*STORY))["events/falls/index.html"]


def test_a_former_address_leads_on_and_is_not_listed(graph):
    files = edition(graph)
    assert 'content="0; url=../../events/falls/"' in files["events/tabqa-lost/index.html"]
    assert "tabqa-lost" not in files["sitemap.xml"]


def test_fragments_stay_after_the_index():
    assert rooted(f'<a href="{ROOT}about/#us">', "../", portable=True) == '<a href="../about/index.html#us">'
    assert rooted(f'<a href="{ROOT}">', "../", portable=True) == '<a href="../index.html">'
    assert rooted(f'<a href="{ROOT}feed.xml">', "../", portable=True) == '<a href="../feed.xml">'


def test_a_sites_own_template_and_asset_stand_before_the_themes(tmp_path: Path, graph):
    own = tmp_path / "templates"
    (own / "assets").mkdir(parents=True)
    (own / "not_found.html").write_text(
        '{% extends "base.html" %}{% block main %}Ours: {{ title }}{% endblock %}'
    )
    (own / "assets/site.css").write_text("body{}")
    folders = template_folders(tmp_path)
    assert {asset.address: asset.source for asset in assets(folders)}[
        "assets/site.css"
    ] == own / "assets/site.css"
    outputs, _ = plan(graph)
    lost = next(output for output in outputs if output.address == "404.html")
    content, found = render(lost, graph, Settings(folders))
    assert found == ()
    assert b"Ours: Nothing at this address" in content
