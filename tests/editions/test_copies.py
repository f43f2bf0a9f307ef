"""Copies of an edition, on a disk and on a host: what is missing, altered, extra or unreadable."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.editions.address import Address, AddressError, address_fault, is_address
from generator.editions.copies import verify_address, verify_folder
from generator.publishing.edition import EDITION_FILE, Edition, EditionError, decode_edition, digest_of
from generator.publishing.stage import Stage
from tests.editions.hosts import serving

FILES = {
    "index.html": b"home",
    "events/a/index.html": b"a",
    "assets/site.css": b"css",
    "404.html": b"nothing here",
    "_headers": b"/*\n",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    with Stage(folder) as stage:
        for path, content in FILES.items():
            stage.add(path, content)
        stage.publish(generator="1.2")
    return folder


def faults(verified):
    return [(fault.kind, fault.path) for fault in verified.faults]


def served(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_a_whole_copy_has_no_fault(copy):
    verified = verify_folder(copy)
    assert (verified.faults, verified.read, verified.edition.generator) == ((), 5, "1.2")


def test_what_is_missing_altered_and_extra_is_named(copy):
    (copy / "index.html").unlink()
    (copy / "assets/site.css").write_bytes(b"other")
    (copy / "events/a/mine.txt").touch()
    (copy / ".hidden").touch()
    assert faults(verify_folder(copy)) == [
        ("extra", ".hidden"),
        ("altered", "assets/site.css"),
        ("extra", "events/a/mine.txt"),
        ("missing", "index.html"),
    ]
    assert faults(verify_folder(copy, allow_extra=True)) == [
        ("altered", "assets/site.css"),
        ("missing", "index.html"),
    ]


def test_links_are_not_the_files_they_lead_to(copy, tmp_path):
    (copy / "index.html").rename(tmp_path / "index.html")
    (copy / "index.html").symlink_to(tmp_path / "index.html")
    (copy / "events").rename(tmp_path / "events")
    (copy / "events").symlink_to(tmp_path / "events")
    (copy / "dangling").symlink_to("nowhere")
    assert faults(verify_folder(copy)) == [
        ("extra", "dangling"),
        ("extra", "events"),
        ("missing", "events/a/index.html"),
        ("altered", "index.html"),
    ]


def test_a_list_that_was_changed_does_not_match_its_content_digest(copy):
    document = json.loads((copy / EDITION_FILE).read_bytes())
    (copy / "index.html").write_bytes(b"forged")
    document["files"]["index.html"] = digest_of(b"forged")
    (copy / EDITION_FILE).write_text(json.dumps(document))
    (fault,) = verify_folder(copy).faults
    assert fault == ("altered", "edition.json", "its content digest is not that of its list")


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"\xff",
        b"[" * 100_000,
        b"{}",
        b'{"format": 2, "generator": "x", "content": "", "files": {}}',
        b'{"format": 1, "generator": "x", "content": "", "files": []}',
        b'{"format": 1, "generator": "x", "content": "", "files": {"../x": "0"}}',
        b'{"format": 1, "generator": "x", "content": "", "files": {"/etc/passwd": "0"}}',
    ],
)
def test_what_is_no_manifest_is_said_in_one_line(copy, manifest):
    (copy / EDITION_FILE).write_bytes(manifest)
    with pytest.raises(EditionError) as error:
        verify_folder(copy)
    assert "\n" not in str(error.value)
    (copy / EDITION_FILE).unlink()
    with pytest.raises(EditionError, match=r"has no edition\.json"):
        verify_folder(copy)


def test_a_manifest_reads_back_as_it_was_written():
    edition = Edition("1.2", {"b": "2", "a": "1"})
    assert decode_edition(edition.encode()) == (edition, edition.content)


def test_a_copy_on_a_host_is_read_as_readers_read_it(copy):
    with serving(served(copy), "/news/") as host:
        host.answers["/news/404.html"] = (404, FILES["404.html"], {})
        host.answers["/news/_headers"] = (404, b"", {})
        assert verify_address(Address(host.base)).faults == ()
        assert verify_address(Address(f"{host.base}edition.json")).faults == ()
        assert "/news/events/a/" in host.asked
        assert "/news/events/a/index.html" not in host.asked


def test_faults_of_a_copy_on_a_host(copy):
    with serving(served(copy)) as host:
        host.answers["/"] = (200, b"home <script>", {})
        host.answers["/events/a/"] = (404, b"", {})
        host.answers["/assets/site.css"] = (500, b"", {})
        assert [tuple(fault) for fault in verify_address(Address(host.base)).faults] == [
            ("unreadable", "assets/site.css", "the host answers 500 Internal Server Error"),
            ("missing", "events/a/index.html", ""),
            ("altered", "index.html", ""),
        ]


def test_redirects_are_followed_within_the_host_and_nowhere_else(copy):
    with serving(served(copy)) as host, serving({"a": b"a"}) as other:
        host.answers["/events/a/"] = (301, b"", {"Location": "/moved"})
        host.answers["/moved"] = (200, FILES["events/a/index.html"], {})
        host.answers["/assets/site.css"] = (302, b"", {"Location": f"{other.base}a"})
        host.answers["/"] = (302, b"", {"Location": "file:///etc/passwd"})
        found = verify_address(Address(host.base)).faults
        assert faults_of(found) == {"assets/site.css": "unreadable", "index.html": "unreadable"}
        assert "another host" in found[0].why
        assert other.asked == []


def faults_of(found):
    return {fault.path: fault.kind for fault in found}


def test_a_host_that_keeps_failing_is_left_alone():
    with serving({}) as host:
        base = host.base
    address = Address(base)
    for _ in range(10):
        with pytest.raises(AddressError, match="refused"):
            address.read("index.html")
    with pytest.raises(AddressError, match="too often"):
        address.read("index.html")


def test_a_file_without_an_end_is_not_read_to_it(monkeypatch):
    monkeypatch.setattr("generator.editions.address.LARGEST", 10)
    with serving({"long": b"x" * 11, "fits": b"x" * 10}) as host:
        assert Address(host.base).read("fits") == b"x" * 10
        with pytest.raises(AddressError, match="longer than 10 bytes"):
            Address(host.base).read("long")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("https://example.org/a/", ""),
        ("https://", "names no host"),
        ("https://user:secret@example.org/", "password"),
        ("https://example.org:x/", "ort"),
        ("https://[::1/", "IPv6"),
        ("https://example.org/?a=b", "?"),
    ],
)
def test_addresses_that_cannot_be_asked(text, fault):
    assert is_address(text)
    assert fault in address_fault(text)
    assert bool(fault) == bool(address_fault(text))


def test_only_the_web_is_an_address():
    assert not any(
        is_address(text) for text in ("site", "file:///etc/passwd", "ftp://example.org/", "./https:")
    )
