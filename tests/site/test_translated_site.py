"""A site in two languages: the same pages in each, tied to each other, and what is not translated said to be so."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest

from tests.preview.running import running
from tests.site.model_site import Site
from tests.site.published import PublishedSite
from tests.site.two_tongues import in_two_languages

BASE = "https://river.example/timeline/"
EVENT = "ar/events/bridge-attack/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = in_two_languages(Site.golden(tmp_path_factory.mktemp("tongues")))
    built = site.build()
    assert built.published, built.findings
    assert not built.findings
    return site


@pytest.fixture(scope="module")
def published(site: Site) -> PublishedSite:
    return site.published()


def alternates(published: PublishedSite, path: str, base: str = BASE) -> dict[str, str]:
    return {
        attributes["hreflang"]: attributes["href"].removeprefix(base)
        for tag, attributes in published.pages[path].elements
        if tag == "link" and "hreflang" in attributes
    }


def reciprocal(published: PublishedSite, base: str = BASE) -> int:
    """How many pages name themselves in other languages; each of those exists and says the same."""
    found = 0
    for path in published.pages:
        named = alternates(published, path, base)
        address = path.removesuffix("index.html")
        if not named:
            continue
        found += 1
        assert address in named.values(), path
        for language, other in named.items():
            page = published.page(other)
            assert alternates(published, f"{other}index.html", base) == named, (path, language)
            if language != "x-default":
                assert page.elements[0][1]["lang"] == language
    return found


def test_every_page_is_there_in_both_languages(published: PublishedSite) -> None:
    own = {path for path in published.pages if not path.startswith("ar/")} - {"404.html"}
    assert {path.removeprefix("ar/") for path in published.pages if path.startswith("ar/")} == own
    assert {
        "ar/feed.xml",
        "ar/feed.json",
        "ar/search/names.js",
        "ar/timeline/events.js",
    } <= published.files.keys()
    assert not any(path.startswith("ar/data/") and not path.endswith("html") for path in published.files)


def test_languages_point_at_each_other(published: PublishedSite) -> None:
    listed = [path for path in published.pages if alternates(published, path)]
    assert reciprocal(published) == len(listed) > 80
    for path in listed:
        (canonical,) = [
            a["href"]
            for t, a in published.pages[path].elements
            if t == "link" and a.get("rel") == "canonical"
        ]
        assert canonical == BASE + path.removesuffix("index.html")


def test_the_sitemap_says_the_same(published: PublishedSite) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = ET.fromstring(published.files["sitemap.xml"])  # noqa: S314 - our own
    for entry in tree.findall("s:url", names):
        address = entry.findtext("s:loc", "", names).removeprefix(BASE)
        links = {link.get("hreflang", ""): link.get("href", "") for link in entry.findall("x:link", names)}
        assert {tag: href.removeprefix(BASE) for tag, href in links.items()} == alternates(
            published, f"{address}index.html"
        )


def test_links_lead_somewhere(published: PublishedSite) -> None:
    assert list(published.broken_links()) == []


def test_every_page_leads_to_itself_in_the_other_language(published: PublishedSite) -> None:
    for path, page in published.pages.items():
        switches = [a["href"] for tag, a in page.elements if tag == "a" and a.get("class") == "tongue"]
        assert len(switches) == 1, path
    assert "../../ar/events/bridge-attack/" in [
        link for _, link in published.page("events/bridge-attack/").links
    ]
    assert "../../../events/bridge-attack/" in [link for _, link in published.page(EVENT).links]


def test_what_is_translated_is_shown(published: PublishedSite) -> None:
    text = published.files[f"{EVENT}index.html"].decode()
    words = published.page(EVENT).words
    assert "هجوم على الجسر" in words
    assert "لواء النهر" in words
    assert "مدنيون" in words
    assert 'href="../../about/"' in text
    assert 'href="../../../data/events.csv"' in text
    assert published.pages["ar/index.html"].elements[0][1] | {"data-language-folder": ""} == {
        "lang": "ar", "dir": "rtl", "data-language-folder": "",
    }  # fmt: skip
    assert "عن هذا السجل" in published.page("ar/about/").words


def test_what_is_not_says_so(published: PublishedSite) -> None:
    text = published.files["ar/events/treaty/index.html"].decode()
    assert re.search(r'<h1[^>]*><bdi class="foreign" lang="en" dir="ltr">', text)
    assert "\x01" not in text
    assert "<title>" in text
    assert "<bdi" not in text.partition("</title>")[0]
    assert 'class="foreign"' not in published.files["events/treaty/index.html"].decode()


def test_a_name_in_prose_that_is_not_translated_is_the_original_one(published: PublishedSite) -> None:
    text = (
        published.files["ar/actors/amina-saleh/index.html"].decode()
        + published.files["ar/locations/nahr/index.html"].decode()
    )
    assert '<div class="foreign" lang="en" dir="ltr"><p>Founded at' not in text
    own = published.files["ar/actors/river-brigade/index.html"].decode()
    assert re.search(
        r'<div class="foreign" lang="en" dir="ltr"><p>Founded at <a href="[^"]*"><bdi>Nahr</bdi>', own
    )
    assert '<bdi class="foreign" lang="en" dir="ltr">Founded at <mark><bdi>Nahr</bdi></mark>.</bdi>' in text


def test_former_addresses_lead_on_in_both(published: PublishedSite) -> None:
    redirects = [
        path
        for path, page in published.pages.items()
        if any(a.get("http-equiv") == "refresh" for _, a in page.elements)
    ]
    assert (
        {path for path in redirects if not path.startswith("ar/")}
        == {path.removeprefix("ar/") for path in redirects if path.startswith("ar/")}
        != set()
    )
    rules = [line.split() for line in published.files["_redirects"].decode().splitlines()]
    for former, now, _ in rules:
        assert former.startswith("/timeline/")
        assert f"{now.removeprefix('/timeline/')}index.html" in published.files
    assert any(former.startswith("/timeline/ar/") for former, _, _ in rules)


def test_search_finds_titles_of_both(published: PublishedSite) -> None:
    for path in ("search/titles.js", "ar/search/titles.js"):
        titles = published.files[path].decode()
        assert "هجوم على الجسر" in titles
        assert "Fighters attack the bridge at Nahr" in titles


def test_structured_data_names_the_translation(published: PublishedSite) -> None:
    def said(path: str) -> dict[str, object]:
        text = published.files[path].decode()
        return json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])

    own, other = said("events/bridge-attack/index.html"), said(f"{EVENT}index.html")
    assert own["@id"] == other["@id"]
    assert own["mainEntityOfPage"]["workTranslation"] == [{"@id": f"{BASE}{EVENT}"}]
    assert other["mainEntityOfPage"]["translationOfWork"] == {"@id": f"{BASE}events/bridge-attack/"}
    assert other["mainEntityOfPage"]["inLanguage"] == "ar"


def test_the_preview_shows_the_same_bytes(site: Site, published: PublishedSite) -> None:
    with running(site.root, drafts=False) as preview:
        for path in [path for path in published.files if path.startswith("ar/")]:
            assert preview.published(path.removesuffix("index.html")) == published.files[path], path


def test_one_that_is_read_from_a_disk(tmp_path) -> None:
    site = in_two_languages(Site.golden(tmp_path))
    assert site.build(portable=True).published
    published = site.published()
    assert list(published.broken_links()) == []
    links = [link for _, link in published.page(EVENT).links]
    assert "../../../events/bridge-attack/index.html" in links
    assert not any(link.endswith("/") and ":" not in link for link in links)


def test_a_page_that_would_stand_at_the_language(tmp_path) -> None:
    site = in_two_languages(Site.golden(tmp_path))
    site.write("content/pages/ar.md", "---\ntitle: Arabic\n---\n")
    built = site.build()
    assert [finding.code for finding in built.findings] == ["D601"]
    assert "published at /ar/" in built.findings[0].message


def test_a_dead_link_in_a_translation(tmp_path) -> None:
    site = in_two_languages(Site.golden(tmp_path))
    site.write("content/pages/about.ar.md", "---\ntitle: عن\n---\nانظر [هنا](/abuot/).\n")
    (finding,) = site.build().findings
    assert (finding.code, finding.span.path, finding.span.line) == ("D605", "content/pages/about.ar.md", 4)


def test_a_site_that_does_not_know_its_address(tmp_path) -> None:
    site = in_two_languages(Site.golden(tmp_path))
    site.edit("content/site.yaml", "base_url: https://river.example/timeline/\n", "")
    assert site.build().published
    published = site.published()
    assert list(published.broken_links()) == []
    ids = [re.findall(rb"<id>(.*?)</id>", published.files[path]) for path in ("feed.xml", "ar/feed.xml")]
    assert len(set(ids[0]) | set(ids[1])) == len(ids[0]) + len(ids[1])
