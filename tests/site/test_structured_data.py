"""The JSON-LD of the shipped site: of schema.org's types by the TypeScript compiler, expanded by pyld, about what is there."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from tests.site import schema_types
from tests.site.model_site import Site
from tests.site.published import PublishedSite
from tests.site.schema_types import Block, blocks, complaints, covering, keys

BASE = "https://dateline.example/"
KINDS = {
    "Event",
    "Person",
    "Organization",
    "Place",
    "NewsArticle",
    "Report",
    "CollectionPage",
    "WebSite",
    "AboutPage",
}


@pytest.fixture(scope="session")
def structured(shipped: PublishedSite) -> dict[str, Block]:
    """The one block of each page that has one, by the page's path."""
    found = {path: blocks(shipped.files[path]) for path in shipped.pages}
    assert {len(of_page) for of_page in found.values()} <= {0, 1}
    return {path: of_page[0] for path, of_page in found.items() if of_page}


def test_every_page_that_is_listed_has_a_block(shipped: PublishedSite, structured: dict[str, Block]) -> None:
    listed = {path for path in shipped.pages if b'rel="canonical"' in shipped.files[path]}
    assert listed == set(structured)
    assert {block["@type"] for block in structured.values()} >= KINDS


@pytest.mark.timeout(600)
def test_every_block_is_of_its_schema_org_type(structured: dict[str, Block], tmp_path: Path) -> None:
    """So many blocks that every type, property and kind of value in any place of any block is in one of them."""
    sample = covering(structured)
    assert {block["@type"] for block in sample.values()} == {block["@type"] for block in structured.values()}
    assert complaints(sample, tmp_path) == {}


@pytest.mark.timeout(600)
def test_every_block_of_the_model_site_is_of_its_type(tmp_path: Path) -> None:
    """It uses every field, and every way of leaving one out."""
    found: dict[str, Block] = {}
    for name, base in (("hosted", "https://river.example/"), ("without address", "")):
        site = Site.golden(tmp_path / name)
        site.build(base_url=base)
        pages = site.published()
        found |= {f"{name}: {path}": block for path in pages.pages for block in blocks(pages.files[path])}
    assert complaints(covering(found), tmp_path) == {}


FAULTS: dict[str, Callable[[Block], None]] = {
    "a property of another type": lambda block: block.update(birthDate="2014-08-24"),
    "a property that there is not": lambda block: block.update(startdate="2014-08-24"),
    "a property of another type inside": lambda block: block["location"][0].update(startDate="2014-08-24"),
    "a type that there is not, inside": lambda block: block["location"][0].update({"@type": "Airbase"}),
    "a value of another type": lambda block: block.update(location=[{"@type": "Person", "name": "Tabqa"}]),
    "deep inside": lambda block: block["subjectOf"][0]["publisher"].update(born="1889"),
    "another context": lambda block: block.update({"@context": "https://schema.example"}),
}


@pytest.mark.timeout(600)
def test_the_compiler_sees_what_is_wrong(structured: dict[str, Block], tmp_path: Path) -> None:
    """The control: each fault alone makes a good block a bad one."""
    good = json.dumps(structured["events/tabqa-falls-2014-08-24/index.html"])
    wrong = {"nothing": json.loads(good)}
    for name, spoil in FAULTS.items():
        wrong[name] = json.loads(good)
        spoil(wrong[name])
    assert set(complaints(wrong, tmp_path)) == set(FAULTS)


def test_everything_expands_into_the_vocabulary(structured: dict[str, Block]) -> None:
    """By pyld, without a network, with a context made of the same declarations: no key is lost, and each is known."""
    context = schema_types.context()
    known = {f"http://schema.org/{name}" for name in (*schema_types.properties(), *schema_types.types())}
    for path, block in structured.items():
        expanded = jsonld.expand(block | {"@context": context}, {"documentLoader": no_network})
        written = Counter(key for key, _ in keys(block) if not key.startswith("@"))
        read = Counter(key.rpartition("/")[2] for key, _ in keys(expanded) if not key.startswith("@"))
        assert read == written, path
        for key, value in keys(expanded):
            assert key.startswith("@") or key in known, (path, key)
            if key == "@type" and isinstance(value, list):
                assert set(value) <= known, (path, value)
            if key == "@id":
                assert re.match(r"https?://\S+\Z", str(value)), (path, value)


def test_an_unknown_key_would_be_seen() -> None:
    expanded = jsonld.expand(
        {"@context": schema_types.context(), "@type": "Airbase"}, {"documentLoader": no_network}
    )
    assert expanded[0]["@type"] == ["http://schema.org/Airbase"]
    assert "Airbase" not in schema_types.types()


def test_what_is_named_has_a_page(shipped: PublishedSite, structured: dict[str, Block]) -> None:
    """Every `@id` and every address of this site that a block holds leads to a page or file of it."""
    for path, block in structured.items():
        for key, value in keys(block):
            if key in {"@id", "url", "item", "contentUrl"} and str(value).startswith(BASE):
                target = str(value).removeprefix(BASE).partition("#")[0]
                file = f"{target}index.html" if not target or target.endswith("/") else target
                assert file in shipped.files, (path, value)


def test_events_are_dated_and_nobody_organised_them(structured: dict[str, Block]) -> None:
    events = [block for block in structured.values() if block["@type"] == "Event"]
    assert len(events) >= 100
    assert sum("startDate" in block for block in events) > 50
    assert not any("organizer" in block for block in events)


def test_a_report_is_its_outlets(structured: dict[str, Block]) -> None:
    reports = [block for path, block in structured.items() if re.match(r"articles/(?!index|page)", path)]
    assert len(reports) >= 250
    for block in reports:
        assert block["publisher"]["name"]
        assert not str(block.get("url", "")).startswith(BASE)
        assert block["mainEntityOfPage"]["url"].startswith(f"{BASE}articles/")


def test_the_way_to_a_page_ends_at_the_page(structured: dict[str, Block]) -> None:
    for path, block in structured.items():
        if path in {"index.html", "ar/index.html"}:
            continue
        page: dict[str, Any] = block.get("mainEntityOfPage") or block
        if page["@type"] == "Dataset":
            continue
        steps = page["breadcrumb"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), path
        home = f"{BASE}ar/" if path.startswith("ar/") else BASE
        assert (steps[0]["item"], steps[-1]["item"]) == (home, page["url"]), path


def no_network(address: str, _options: object) -> None:
    raise AssertionError(f"asked for {address}")
