"""The desk's commands as an editor runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.dateline import dateline
from tests.site.model_site import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path)


def test_a_dry_run_shows_the_difference_and_writes_nothing(site: Site) -> None:
    before = {file: file.read_bytes() for file in site.root.rglob("*.md")}
    done = dateline("rename", "actor", "ferry-union", "ferrymen", "--dry-run", cwd=site.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--- a/content/actors/ferry-union.md\n+++ b/content/actors/ferrymen.md" in done.stdout
    assert "-  - ferry-union: ferryman\n+  - ferrymen: ferryman" in done.stdout
    assert {file: file.read_bytes() for file in site.root.rglob("*.md")} == before


def test_rename_says_what_it_changed(site: Site) -> None:
    done = dateline("rename", "actor", "ferry-union", "ferrymen", cwd=site.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "content/actors/ferry-union.md → content/actors/ferrymen.md: 1 place" in done.stdout
    assert dateline("check", "--strict", cwd=site.root).returncode == 0
    again = dateline("rename", "actor", "ferry-union", "ferrymen", cwd=site.root)
    assert again.returncode == 1
    assert 'error[D801] no-such-record: no actor is called "ferry-union"' in again.stderr
    assert 'it is called "ferrymen" now' in again.stderr
    assert "nothing was changed" in again.stderr


def test_merge_says_what_it_leaves_behind(site: Site) -> None:
    done = dateline("merge", "actor", "river-brigade", "herald", cwd=site.root)
    assert done.returncode == 0, done.stderr
    assert "content/actors/river-brigade.md: removed" in done.stdout
    assert (
        "not carried over from river-brigade: summary, kind, founded, body (git has the old file)"
        in done.stderr
    )
    assert dateline("check", cwd=site.root).returncode == 0


@pytest.mark.parametrize("command", ["rename", "merge"])
def test_misuse(site: Site, command: str) -> None:
    assert dateline(command, "person", "wire", "herald", cwd=site.root).returncode == 2
    assert dateline(command, "actor", "wire", cwd=site.root).returncode == 2


def test_fmt_lists_then_mends_then_has_nothing_to_do(site: Site) -> None:
    path = "content/actors/herald.md"
    text = (site.root / path).read_text("utf-8")
    dateline("fmt", cwd=site.root)
    site.write(path, text.replace("---\n", "---\nkind: 'media'   # c\n", 1).replace("\nkind: media", ""))
    listed = dateline("fmt", "--check", cwd=site.root)
    assert (listed.returncode, listed.stdout, listed.stderr) == (1, f"{path}\n", "1 file not in good order\n")
    assert dateline("fmt", "--check", "content/events", cwd=site.root).returncode == 0
    mended = dateline("fmt", path, cwd=site.root)
    assert (mended.returncode, mended.stdout) == (0, f"{path}\n")
    assert "\nkind: media   # c\n" in (site.root / path).read_text("utf-8")
    again = dateline("fmt", "--check", cwd=site.root)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "all in good order\n")


def test_fmt_says_what_it_cannot_read(site: Site) -> None:
    site.write("content/actors/herald.md", "---\nname: a\nname: b\n---\n")
    done = dateline("fmt", cwd=site.root)
    assert done.returncode == 1
    assert "content/actors/herald.md:3:1: error[D025]" in done.stderr
    assert (site.root / "content/actors/herald.md").read_text("utf-8") == "---\nname: a\nname: b\n---\n"


def test_stats_in_words_and_as_data(site: Site) -> None:
    words = dateline("stats", cwd=site.root)
    assert (words.returncode, words.stderr) == (0, "")
    assert words.stdout.startswith("records\n  4  events\n  5  articles\n")
    counts = json.loads(dateline("stats", "--format", "json", cwd=site.root).stdout)
    assert counts["records"]["events"] == 4
    assert counts["what parties say"]["claims"] == 6


def test_schema_writes_a_file_for_each_kind(site: Site) -> None:
    done = dateline("schema", cwd=site.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 7
    written = json.loads((site.root / ".dateline/schemas/event.schema.json").read_text("utf-8"))
    assert "river-brigade" in written["$defs"]["actor"]["enum"]
    assert json.loads(dateline("schema", "event", cwd=site.root).stdout) == written


@pytest.mark.parametrize("command", ["rename", "merge", "fmt", "stats", "schema", "lsp"])
def test_help_teaches(tmp_path: Path, command: str) -> None:
    done = dateline(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "Usage: " in done.stdout
    assert len(done.stdout.splitlines()) > 8
    assert command in dateline("--help", cwd=tmp_path).stdout
