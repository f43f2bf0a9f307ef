"""The 2014 timeline that ships in this repository, as published."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.build import Options, compile_content
from tests.benches.weighing import weights
from tests.benches.weights import broken
from tests.site.published import PublishedSite

CHECKOUT = Path(__file__).parents[2]

ADDRESSES = (
    "",
    "timeline/",
    "timeline/2014/08/",
    "timeline/2014/08/24/",
    "events/tabqa-falls-2014-08-24/",
    "actors/",
    "actors/isil/",
    "locations/",
    "locations/tabqa-airbase/",
    "articles/",
    "articles/hindu-20140826-assad-offer/",
    "topics/",
    "reported/",
    "reported/2014-08-25/",
    "corrections/",
    "about/",
    "methodology/",
)
FILES = ("feed.xml", "sitemap.xml", "robots.txt", "404.html", "edition.json")


def test_the_content_is_clean() -> None:
    compiled = compile_content(Options(root=CHECKOUT, output=CHECKOUT / "site"))
    assert compiled.findings == ()


def test_every_record_is_published(shipped: PublishedSite) -> None:
    for kind, count in (("events", 100), ("articles", 269), ("locations", 105), ("actors", 302)):
        pages = [path for path in shipped.pages if re.fullmatch(rf"{kind}/[a-z0-9-]+/index\.html", path)]
        assert len(pages) >= count, kind


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_is_there(shipped: PublishedSite, address: str) -> None:
    assert f"{address}index.html" in shipped.pages


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_there(shipped: PublishedSite, name: str) -> None:
    assert shipped.files[name]


def test_every_internal_link_and_anchor_resolves(shipped: PublishedSite) -> None:
    assert list(shipped.broken_links()) == []


def test_links_work_under_a_sub_path(shipped: PublishedSite) -> None:
    rooted = [
        (path, link)
        for path, page in shipped.pages.items()
        if path != "404.html"
        for _, link in page.links
        if link.startswith("/")
    ]
    assert rooted == []


def test_no_page_asks_another_host_for_anything(shipped: PublishedSite) -> None:
    asked = [
        (path, tag, attributes)
        for path, page in shipped.pages.items()
        for tag, attributes in page.elements
        if tag in {"img", "script", "link", "iframe", "source", "video", "audio", "object"}
        and attributes.get("rel") != "canonical"
        and "hreflang" not in attributes
        and any("//" in attributes.get(name, "") for name in ("src", "href", "srcset", "data"))
    ]
    assert asked == []


def test_styles_ask_no_other_host(shipped: PublishedSite) -> None:
    for path, content in shipped.files.items():
        if path.endswith((".css", ".js")):
            assert b"//" not in re.sub(
                rb"/\*.*?\*/|^\s*//.*$|http://www\.w3\.org/\S*", b"", content, flags=re.DOTALL | re.MULTILINE
            ), path


def test_every_page_has_its_frame(shipped: PublishedSite) -> None:
    for path, page in shipped.pages.items():
        tags = [tag for tag, _ in page.elements]
        head = tags[: tags.index("body")]
        named = {
            (tag, attributes.get("name") or attributes.get("http-equiv")) for tag, attributes in page.elements
        }
        assert tags.count("h1") == 1, path
        assert tags.count("main") == 1, path
        assert head.count("title") == 1, path
        assert next(attributes for tag, attributes in page.elements if tag == "html")["lang"], path
        assert ("meta", "viewport") in named, path
        assert ("meta", "Content-Security-Policy") in named, path


def test_no_page_has_style_or_script_of_its_own(shipped: PublishedSite) -> None:
    for path, page in shipped.pages.items():
        for tag, attributes in page.elements:
            assert "style" not in attributes, path
            assert not any(name.startswith("on") for name in attributes), path
            assert tag != "style", path
            if tag == "script":
                assert attributes.get("src") or attributes.get("type") == "application/ld+json", path


def test_structured_data_is_json_of_the_right_type(shipped: PublishedSite) -> None:
    expected = {
        "events/tabqa-falls-2014-08-24/": "Event",
        "actors/isil/": "Organization",
        "actors/walid-al-moallem/": "Person",
        "locations/tabqa-airbase/": "Place",
        "articles/hindu-20140826-assad-offer/": "NewsArticle",
        "": "WebSite",
    }
    for address, wanted in expected.items():
        source = shipped.files[f"{address}index.html"].decode()
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.DOTALL)
        assert wanted in {_type(json.loads(block)) for block in blocks}, address


def _type(document: dict[str, object]) -> object:
    graph = document.get("@graph")
    return graph[0]["@type"] if isinstance(graph, list) else document["@type"]


def test_pages_keep_to_their_weight(shipped: PublishedSite) -> None:
    for kind, _, heaviest in weights(shipped.folder):
        assert broken(kind, heaviest) == []


def test_nothing_for_the_desk_is_published(shipped: PublishedSite) -> None:
    notes = [
        match[1].strip("'\"")[:80]
        for file in (CHECKOUT / "content").rglob("*.md")
        for match in [re.search(r"^notes: (.+)$", file.read_text(), re.MULTILINE)]
        if match and len(match[1]) > 40  # shorter ones may be said elsewhere by chance
    ]
    assert notes, "the canary: there are desk notes in the content"
    whole = b"\n".join(shipped.files.values()).decode(errors="replace")
    assert [note for note in notes if note in whole] == []
