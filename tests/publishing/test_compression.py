"""Compressed files beside the plain ones: the same text, smaller, and the same bytes each time."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

from generator.publishing import compression
from generator.publishing.compression import as_brotli, as_gzip, encodings, is_text
from generator.publishing.edition import read_edition
from generator.publishing.stage import Published, Stage

PAGE = b"<p>Tabqa air base fell.</p>\n" * 50
SITE = {
    "index.html": PAGE,
    "assets/site.css": b"a{b:c}" * 40,
    "assets/serif.woff2": PAGE,
    "robots.txt": b"ok",
    "data/events.json": PAGE,
    "data/events.json.gz": b"made by an export",
}


def publish(output: Path, files: dict[str, bytes], *, kept: tuple[str, ...] = ()) -> Published:
    with Stage(output) as stage:
        before = read_edition(output)
        for path in kept:
            stage.keep(path, before.files[path])  # type: ignore[union-attr]
        for path in files.keys() - set(kept):
            stage.add(path, files[path])
        stage.compress(encodings(), 1)
        return stage.publish(generator="1")


def test_gzip_reads_back_and_says_nothing_of_time_name_or_system():
    for content in (b"", b"a", PAGE, bytes(range(256)) * 300):
        assert gzip.decompress(as_gzip(content)) == content
    assert as_gzip(PAGE)[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def test_brotli_reads_back():
    for content in (b"", b"a", PAGE):
        assert brotli.decompress(as_brotli(content)) == content


def test_text_is_compressed_and_pictures_and_fonts_are_not():
    assert all(map(is_text, ("a/index.html", "site.css", "feed.xml", "data/x.geojson", "icon.svg")))
    assert not any(map(is_text, ("a.png", "a.woff2", "a.json.gz", "data/dateline.sqlite", "_headers", "a")))


def test_compressed_files_are_part_of_the_edition_where_they_are_smaller(tmp_path):
    publish(tmp_path, SITE)
    edition = read_edition(tmp_path)
    assert edition is not None
    assert edition.files.keys() - SITE.keys() == {
        "index.html.gz",
        "index.html.br",
        "assets/site.css.gz",
        "assets/site.css.br",
        "data/events.json.br",
    }
    assert gzip.decompress((tmp_path / "index.html.gz").read_bytes()) == PAGE
    assert brotli.decompress((tmp_path / "data/events.json.br").read_bytes()) == PAGE
    assert (tmp_path / "data/events.json.gz").read_bytes() == b"made by an export"
    assert edition.compression.startswith("zlib ")
    assert "brotli " in edition.compression


def test_nothing_is_written_again_and_nothing_compressed_again(tmp_path, monkeypatch):
    publish(tmp_path, SITE)
    times = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    monkeypatch.setattr(compression, "as_gzip", None)
    monkeypatch.setattr(compression, "_smaller", None)
    again = publish(tmp_path, SITE, kept=("index.html",))
    assert (again.written, again.deleted) == ((), ())
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()} == times


def test_a_changed_or_damaged_file_is_compressed_anew(tmp_path):
    publish(tmp_path, SITE)
    (tmp_path / "assets/site.css.br").write_bytes(b"damaged")
    (tmp_path / "index.html.gz").unlink()
    changed = publish(tmp_path, SITE | {"data/events.json": PAGE + PAGE})
    assert changed.written == (
        "assets/site.css.br",
        "index.html.gz",
        "data/events.json",
        "data/events.json.br",
    )
    assert gzip.decompress((tmp_path / "index.html.gz").read_bytes()) == PAGE


def test_another_library_makes_all_of_them_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(compression, "GZIP_LEVEL", 1)
    publish(tmp_path / "a", SITE)
    monkeypatch.undo()
    publish(tmp_path / "a", SITE)
    publish(tmp_path / "b", SITE)
    for path in ("index.html.gz", "edition.json"):
        assert (tmp_path / "a" / path).read_bytes() == (tmp_path / "b" / path).read_bytes()


def test_without_being_asked_they_go_again(tmp_path):
    publish(tmp_path, SITE)
    with Stage(tmp_path) as stage:
        for path, content in SITE.items():
            stage.add(path, content)
        gone = stage.publish(generator="1")
    assert gone.deleted == (
        "assets/site.css.br",
        "assets/site.css.gz",
        "data/events.json.br",
        "index.html.br",
        "index.html.gz",
    )
    assert b"compression" not in (tmp_path / "edition.json").read_bytes()


def test_any_number_of_processes_gives_the_same_bytes(tmp_path):
    many = {f"events/{number}/index.html": PAGE + str(number).encode() for number in range(300)}
    for jobs in (1, 3):
        with Stage(tmp_path / str(jobs)) as stage:
            for path, content in many.items():
                stage.add(path, content)
            stage.compress(encodings(), jobs)
            stage.publish(generator="1")
    assert (tmp_path / "1/edition.json").read_bytes() == (tmp_path / "3/edition.json").read_bytes()


def test_without_its_library_there_is_gzip_only(monkeypatch):
    monkeypatch.setattr(compression, "find_spec", lambda _: None)
    assert [encoding.suffix for encoding in encodings()] == [".gz"]
