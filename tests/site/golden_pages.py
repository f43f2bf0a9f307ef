"""Writes the expected pages of the model site: `python -m tests.site.golden_pages`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.site.model_site import GOLDEN, Site

EXPECTED = GOLDEN / "expected"


def golden_files(site: Site) -> dict[str, bytes]:
    """Everything published but the theme's assets, the manifest that lists digests, and the database, whose pages another
    version of SQLite lays out otherwise (`tests/exports` reads its rows)."""
    built = site.build()
    assert built.published is not None, built.findings
    return {
        path: content
        for path, content in site.published().files.items()
        if not path.startswith("assets/") and path not in {"edition.json", "data/dateline.sqlite"}
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = golden_files(Site.golden(Path(folder)))
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, content in files.items():
        target = EXPECTED / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    main()
