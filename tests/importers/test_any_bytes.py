"""No bytes make an importer raise: what cannot be read is a finding, and a row without a record has one."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importers.geonames import GEONAMES
from generator.importers.importer import Importer, Source
from generator.importers.markdown_folder import MARKDOWN
from generator.importers.rss import RSS
from generator.importers.settle import settle
from generator.importers.web_page import HTML
from generator.importers.wikidata import WIKIDATA
from tests.importers import test_gazetteers, test_markdown_folder, test_rss, test_web_page
from tests.importers.foreign_site import site

with tempfile.TemporaryDirectory() as _folder:
    GRAPH = site(Path(_folder)).graph()

SAMPLES = {
    "rss": (RSS, test_rss.RSS_FEED.encode()),
    "atom": (RSS, test_rss.ATOM_FEED.encode()),
    "html": (HTML, test_web_page.page().raw),
    "jekyll": (MARKDOWN, test_markdown_folder.JEKYLL.encode()),
    "hugo": (MARKDOWN, test_markdown_folder.HUGO.encode()),
    "json": (MARKDOWN, test_markdown_folder.HUGO_JSON.encode()),
    "wikidata": (
        WIKIDATA,
        test_gazetteers.table("wd:Q5,Ann,A,human,Point(39 35),7,1960-01-01T00:00:00Z,9,,").raw,
    ),
    "geonames": (GEONAMES, test_gazetteers.dump(test_gazetteers.place(5, "Inventia", admin1_code="01")).raw),
}
every_format = pytest.mark.parametrize("form", SAMPLES)


def accounted_for(importer: Importer, raw: bytes) -> None:
    """Every row is a record, a record found again or has a finding."""
    settled = settle(importer.read(Source(name="x", raw=raw), GRAPH), GRAPH)
    assert settled.made or settled.findings or not settled.rows


@every_format
@given(raw=st.binary(max_size=300))
def test_any_bytes(form: str, raw: bytes) -> None:
    accounted_for(SAMPLES[form][0], raw)


@every_format
@given(data=st.data())
def test_a_sound_source_with_some_bytes_changed(form: str, data: st.DataObject) -> None:
    importer, sample = SAMPLES[form]
    raw = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=5))
    accounted_for(importer, bytes(raw))


@every_format
def test_a_source_that_is_cut_short_anywhere(form: str) -> None:
    importer, sample = SAMPLES[form]
    for end in range(0, len(sample), 7):
        accounted_for(importer, sample[:end])
