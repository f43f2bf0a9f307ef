"""Finding the records of an earlier edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editions.states import states_of
from generator.exports.record_states import states, write
from generator.publishing.edition import EditionError
from generator.publishing.stage import Stage
from tests.editions.hosts import serving
from tests.graph.story import event, linked

GRAPH = linked(event("falls"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return published(tmp_path / "site", {"records.json": write(GRAPH, ""), "index.html": b"home"})


def published(folder: Path, files: dict[str, bytes]) -> Path:
    with Stage(folder) as stage:
        for path, content in files.items():
            stage.add(path, content)
        stage.publish(generator="1")
    return folder


def test_a_folder_its_manifest_a_kept_file_and_an_address_all_lead_to_them(folder):
    for edition in (folder, folder / "edition.json", folder / "records.json"):
        assert states_of(str(edition)) == states(GRAPH)
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    with serving(files, "/news/") as host:
        assert states_of(host.base) == states(GRAPH)
        assert host.asked == ["/news/edition.json", "/news/records.json"]


def test_an_edition_without_records_or_with_others_is_refused(folder, tmp_path):
    (folder / "records.json").write_bytes(write(linked(event("other")), ""))
    with pytest.raises(EditionError, match=r"has another records\.json"):
        states_of(str(folder))
    with pytest.raises(EditionError, match="older Dateline"):
        states_of(str(published(tmp_path / "old", {"index.html": b""})))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"records": {"a": 1}}',
        b'{"format": 1, "records": {"a": {"corrections": [{}]}}}',
    ],
)
def test_a_file_that_holds_no_records_is_refused(tmp_path, content):
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(EditionError, match="holds no records"):
        states_of(str(tmp_path / "x.json"))


def test_another_format_and_what_is_not_there_are_refused(tmp_path):
    (tmp_path / "x.json").write_bytes(b'{"format": 9, "records": {}}')
    with pytest.raises(EditionError, match="another format"):
        states_of(str(tmp_path / "x.json"))
    with pytest.raises(EditionError, match="cannot be read"):
        states_of(str(tmp_path / "nowhere"))
    with serving({}) as host, pytest.raises(EditionError, match=r"edition\.json is not there"):
        states_of(host.base)
