"""What every format to take away keeps to: it is listed, it is what it says, and a large one has a compressed copy."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from generator.exports import EXPORTS, csv_tables, geojson, json_records, ninjs
from generator.exports.download import published
from generator.exports.reference import with_reference
from generator.graph.traced import EVERY_BODY, WHOLE, TracedGraph
from generator.pages import data
from generator.plan import downloads, plan
from tests.exports.compiled import CHECKOUT, compiled
from tests.graph.story import SITE, event, linked


@pytest.fixture
def small_lists(monkeypatch):
    monkeypatch.setattr(data, "LARGE", 1)


def addresses(graph):
    return [output.address for output in plan(graph)[0]]


def test_every_file_under_data_is_listed_and_every_listed_file_is_there():
    graph = compiled("ours")
    files = {address for address in addresses(graph) if address.startswith("data/") and address != "data/"}
    listed_elsewhere = {address for address in files if address.startswith(ninjs.FOLDER)}
    assert files - listed_elsewhere == {download.address for download in downloads()}


def test_a_site_may_do_without():
    graph = linked(event("one"), site=replace(SITE, downloads=False))
    assert [address for address in addresses(graph) if address.startswith("data/")] == []


@pytest.mark.usefixtures("small_lists")
def test_a_large_file_has_a_compressed_copy_with_the_same_content():
    graph = linked(event("one"), event("two"))
    plain, small = published(graph, json_records.RECORDS[0], json_records.write, "events")
    assert small.address == "data/events.json.gz"
    alone = small.write(graph, small.subject)
    assert gzip.decompress(alone) == plain.write(graph, plain.subject)
    assert small.write(graph, small.subject) == alone  # made of what the plain file left for it
    plain.write(graph, plain.subject)
    changed = linked(event("one"), event("three"))
    assert b"three" in gzip.decompress(small.write(changed, small.subject))


@pytest.mark.parametrize("export", [json_records, csv_tables, geojson])
def test_a_file_depends_on_the_site_as_a_whole_and_on_the_bodies_it_tells_of(export):
    traced = TracedGraph(linked(event("one", locations="raqqa", sources="wire")))
    bodies = {download.address: download.bodies for download in export.DOWNLOADS}
    for output in export.outputs(traced):
        traced.reads.clear()
        output.write(traced, output.subject)
        assert traced.reads == {WHOLE, *(f"{EVERY_BODY}{kind}" for kind in bodies[output.address])}


class _Sealed:
    """A body that nobody may look at."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)


@pytest.mark.parametrize("address", [download.address for download in downloads()])
def test_a_file_looks_at_no_body_but_those_it_says_it_tells_of(address):
    graph = compiled("ours")
    (download,) = (one for one in downloads() if one.address == address)
    sealed = {
        kind: {
            record_id: parsed if kind in download.bodies else replace(parsed, body=_Sealed())
            for record_id, parsed in shelf.items()
        }
        for kind, shelf in graph.shelves.items()
    }
    graph = replace(graph, shelves=sealed, site=replace(graph.site, languages=()))
    (output,) = (output for output in plan(graph)[0] if output.address == address)
    assert output.write(graph, output.subject)


@pytest.mark.usefixtures("small_lists")
def test_a_compressed_copy_says_neither_when_nor_where_it_was_made():
    graph = linked(event("one"), event("two"))
    _, small = published(graph, json_records.RECORDS[0], json_records.write, "events")
    head = small.write(graph, small.subject)[:10]
    assert head[3] == 0  # FLG: no name, no comment
    assert head[4:8] == bytes(4)  # MTIME


def test_a_short_file_has_no_copy():
    assert not [address for address in addresses(compiled("ours")) if address.endswith(".gz")]


@pytest.mark.usefixtures("small_lists")
def test_the_page_names_the_copy():
    graph = linked(event("one"), event("two"))
    rows = data.view(downloads(), graph, "")["downloads"]
    row = next(row for row in rows if row.address == "data/events.json")
    assert (row.records, row.compressed) == ("2 records", "data/events.json.gz")


def test_each_download_says_what_it_holds():
    listed = downloads()
    assert len({download.name for download in listed}) == len(listed)
    assert all(download.fields.endswith(".") and download.media_type for download in listed)


def test_the_page_is_a_dataset_with_a_distribution_for_each_file():
    graph = linked(site=replace(SITE, base_url="https://example.org/news"))
    dataset = data.view(downloads(), graph, "")["structured"]
    assert (dataset["@type"], dataset["url"]) == ("Dataset", "https://example.org/news/data/")
    assert [one["contentUrl"] for one in dataset["distribution"]] == [
        f"https://example.org/news/{download.address}" for download in downloads()
    ]
    assert {one["encodingFormat"] for one in dataset["distribution"]} >= {
        "application/json",
        "application/geo+json",
        "text/csv",
    }


def test_a_site_without_an_address_names_no_files():
    assert "distribution" not in data.view(downloads(), linked(), "")["structured"]


@pytest.mark.parametrize("export", [export for export in EXPORTS if hasattr(export, "DOWNLOADS")])
def test_an_empty_site_has_all_files(export):
    graph = linked()
    files = {output.address: output.write(graph, output.subject) for output in export.outputs(graph)}
    assert {download.address for download in export.DOWNLOADS} <= files.keys()
    assert all(content or address.endswith("followthemoney.json") for address, content in files.items())


def test_the_document_is_made_of_the_tables():
    page = (CHECKOUT / "docs" / "data.md").read_text("utf-8")
    assert page == with_reference(page), "run `make docs`"
