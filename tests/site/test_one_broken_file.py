"""A file that cannot be read has its own finding, and what names it has none: one fault, one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.model_site import Site

BROKEN = {
    "content/actors/river-brigade.md": ["D013"],
    "content/locations/nahr.md": ["D013"],
    "content/articles/wire-bridge.md": ["D013"],
    "content/events/2014/bridge-attack.md": ["D013"],
    "content/pages/about.md": ["D013"],
}


@pytest.mark.parametrize("path", BROKEN)
def test_a_file_without_front_matter_is_one_finding(tmp_path: Path, path: str) -> None:
    site = Site.golden(tmp_path)
    body = (site.root / path).read_text(encoding="utf-8").rpartition("---\n")[2] or "Words."
    site.write(path, body)
    found = site.build().findings
    assert {finding.span.path for finding in found if finding.code[1] in "02"} == {path}
