"""What is true of every site: properties of small whole sites that Hypothesis writes."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.addresses import record_address
from generator.workers import ordered_map
from tests.site.generated_sites import DRAFT, NOTES, GeneratedSite, sites
from tests.site.model_site import Site
from tests.site.published import PublishedSite

SITE_FILE = "content/site.yaml"


@contextmanager
def laid_out(generated: GeneratedSite, name: str = "site") -> Iterator[Site]:
    """The site in a folder that comes back from one example to the next, so that templates are compiled once."""
    folder = Path(tempfile.gettempdir(), f"dateline-generated-{os.getpid()}-{name}")
    try:
        yield generated.lay_out(folder)
    finally:
        shutil.rmtree(folder)


def published(site: Site, **options: object) -> PublishedSite:
    built = site.build(**options)
    assert built.published is not None, built.findings
    return site.published()


@settings(max_examples=60)
@given(sites())
def test_every_internal_link_and_anchor_resolves(generated: GeneratedSite) -> None:
    with laid_out(generated) as site:
        assert list(published(site).broken_links()) == []


@settings(max_examples=40)
@given(sites())
def test_every_link_of_a_portable_edition_resolves(generated: GeneratedSite) -> None:
    with laid_out(generated) as site:
        assert list(published(site, portable=True, drafts=True).broken_links()) == []


@settings(max_examples=40)
@given(sites())
def test_every_page_is_sound_html_with_one_heading_and_no_id_twice(generated: GeneratedSite) -> None:
    with laid_out(generated) as site:
        for path, content in published(site).files.items():
            if path.endswith(".html"):
                parser = html5lib.HTMLParser(namespaceHTMLElements=False)
                tree = parser.parse(content.decode())
                assert parser.errors == [], path
                assert len(list(tree.iter("h1"))) == 1, path
                ids = Counter(element.get("id") for element in tree.iter() if element.get("id") is not None)
                assert [name for name, times in ids.items() if times > 1 or not name.strip()] == [], path


@settings(max_examples=40)
@given(sites())
def test_a_second_build_writes_nothing(generated: GeneratedSite) -> None:
    with laid_out(generated) as site:
        first = published(site).files
        again = site.build()
        assert again.published is not None
        assert (again.published.written, again.published.deleted) == ((), ())
        assert PublishedSite(site.output).files == first


@settings(max_examples=40)
@given(sites())
def test_nothing_of_drafts_and_desk_notes_is_anywhere(generated: GeneratedSite) -> None:
    with laid_out(generated) as site:
        files = published(site).files
        assert [path for path, content in files.items() if DRAFT in path or DRAFT.encode() in content] == []
        assert [path for path, content in files.items() if NOTES.encode() in content] == []
        with_drafts = published(site, drafts=True).files
        assert [path for path, content in with_drafts.items() if NOTES.encode() in content] == []


@settings(max_examples=40)
@given(sites())
def test_drafts_add_pages_and_take_none_away(generated: GeneratedSite) -> None:
    with laid_out(generated) as site:
        without = set(published(site).files)
        with_drafts = set(published(site, drafts=True).files)
        assert without <= with_drafts
        wanted = {record_address(kind, of) for kind, of in generated.records if DRAFT in of}
        assert {f"{address}index.html" for address in wanted} <= with_drafts - without


@settings(max_examples=20)
@given(sites())
def test_one_process_and_two_make_the_same_bytes(generated: GeneratedSite) -> None:
    with laid_out(generated) as site, pytest.MonkeyPatch.context() as patch:
        one = published(site, output=site.root / "one", jobs=1)
        patch.setitem(ordered_map.__kwdefaults__, "enough", 1)
        two = published(site, output=site.root / "two", jobs=2)
        assert PublishedSite(site.root / "one").files == PublishedSite(site.root / "two").files
        assert one.folder == two.folder


@settings(max_examples=40)
@given(sites(), st.data())
def test_what_is_removed_leaves_nothing_behind(generated: GeneratedSite, data: st.DataObject) -> None:
    """A record is taken away with all that names it; the edition is then what a clean build makes."""
    _, gone = data.draw(st.sampled_from(generated.records))
    left = without(generated, gone)
    with laid_out(generated) as site, laid_out(left, "clean") as clean:
        published(site)
        for path in generated.files.keys() - left.files.keys():
            site.delete(path)
        site.write(SITE_FILE, left.files[SITE_FILE])
        assert published(site).files == published(clean).files


def without(generated: GeneratedSite, gone: str) -> GeneratedSite:
    """The site without a record, without those that name it, and so on, and without its navigation."""
    lost, files = {gone}, dict(generated.files)
    site_file = re.sub("^navigation: .*\n", "", files.pop(SITE_FILE), flags=re.MULTILINE)
    while naming := [path for path, text in files.items() if _names_any(f"{path} {text}", lost)]:
        for path in naming:
            del files[path]
            lost.add(Path(path).name.partition(".")[0])
    return GeneratedSite(files | {SITE_FILE: site_file}, ())


def _names_any(text: str, ids: set[str]) -> bool:
    return re.search(rf"(?<![\w-])(?:{'|'.join(sorted(ids))})(?![\w-])", text) is not None
