"""The model site, byte for byte. After a wanted change: `python -m tests.site.golden_pages`, and read the diff."""

from __future__ import annotations

from pathlib import Path

from tests.site.golden_pages import EXPECTED, golden_files
from tests.site.model_site import Site


def test_the_model_site_is_as_expected(tmp_path: Path) -> None:
    found = golden_files(Site.golden(tmp_path))
    expected = {
        file.relative_to(EXPECTED).as_posix(): file.read_bytes()
        for file in EXPECTED.rglob("*")
        if file.is_file()
    }
    assert sorted(found) == sorted(expected)
    assert [path for path in found if found[path] != expected[path]] == []


def test_the_model_site_has_no_finding(tmp_path: Path) -> None:
    assert Site.golden(tmp_path).codes(strict=True) == []


def test_no_draft_and_no_desk_note_is_anywhere(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    site.build()
    whole = b"\n".join(site.published().files.values())
    assert b"canary" not in whole
    site.build(drafts=True)
    whole = b"\n".join(site.published().files.values())
    assert b"canary-draft" in whole, "the canary sings: with --drafts it is there"
    assert b"canary-7f3a" not in whole
