"""`dateline import` of tables, timelines and calendars as an editor runs it."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.cli.dateline import dateline

SHEET = "title,date,location\nBridge closed,2014-08-24,Nahr\nBridge opened,3/4/2014,Nahr\nNo date,,Nahr\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: T\nbase_url: https://t.example/\n")
    (tmp_path / "sheet.csv").write_text(SHEET)
    return tmp_path


def run(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return dateline("import", *arguments, cwd=folder)


def made(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder / "content").as_posix() for path in (folder / "content").rglob("*.md")
    )


def test_a_dry_run_shows_a_table_and_writes_nothing(folder: Path) -> None:
    ran = run(folder, "csv", "sheet.csv", "--dry-run")
    assert ran.stdout.splitlines() == [
        "location                           Nahr           content/locations/nahr.md",
        "event     2014-08-24               Bridge closed  content/events/2014/bridge-closed.md",
        "event     [2014-03-04,2014-04-03]  Bridge opened  content/events/2014/bridge-opened.md",
    ]
    assert ran.stderr.splitlines()[-1] == (
        "3 rows: 2 events, 1 location would be made as drafts; 1 error, 1 warning"
    )
    assert "sheet.csv:3: warning[D708] ambiguous-date: " in ran.stderr
    assert "sheet.csv:4: error[D706] incomplete-row: " in ran.stderr
    assert (ran.returncode, made(folder)) == (1, [])


def test_rows_that_are_sound_are_imported_and_the_second_run_makes_nothing(folder: Path) -> None:
    assert run(folder, "csv", "sheet.csv").returncode == 1
    assert made(folder) == [
        "events/2014/bridge-closed.md",
        "events/2014/bridge-opened.md",
        "locations/nahr.md",
    ]
    before = {path: (folder / "content" / path).read_bytes() for path in made(folder)}
    again = run(folder, "csv", "sheet.csv")
    assert again.stderr.splitlines()[-1].startswith("3 rows: nothing made as drafts; 2 there already; ")
    assert {path: (folder / "content" / path).read_bytes() for path in made(folder)} == before


def test_drafts_leave_the_site_buildable(folder: Path) -> None:
    run(folder, "csv", "sheet.csv")
    assert dateline("check", "--strict", cwd=folder).returncode == 0
    assert dateline("build", cwd=folder).returncode == 0
    assert not (folder / "site/events").exists()


def test_into_another_site_and_from_below(folder: Path) -> None:
    (folder / "below").mkdir()
    assert run(folder / "below", "csv", "../sheet.csv").returncode == 1
    other = folder / "other/content"
    other.mkdir(parents=True)
    (other / "site.yaml").write_text("title: Other\n")
    run(folder, "csv", "sheet.csv", "--into", "other/content/")
    assert (other / "locations/nahr.md").is_file()
    assert run(folder, "csv", "sheet.csv", "--into", "below").returncode == 2


def test_findings_for_programs(folder: Path) -> None:
    ran = run(folder, "csv", "sheet.csv", "--dry-run", "--format", "json")
    assert '"D708"' in ran.stderr
    assert json.loads(ran.stderr[: ran.stderr.rindex("3 rows:")])


def test_a_map(folder: Path) -> None:
    (folder / "map.yaml").write_text(
        "fields: {title: title, date: date}\ndate_order: month-first\nignore: [location]\n"
    )
    ran = run(folder, "csv", "sheet.csv", "--map", "map.yaml", "--dry-run")
    assert "2014-03-04" in ran.stdout
    (folder / "map.yaml").write_text("fields: {titel: title\n")
    ran = run(folder, "csv", "sheet.csv", "--map", "map.yaml")
    assert (ran.returncode, made(folder)) == (1, [])
    assert "map.yaml:1:" in ran.stderr


def test_a_link_out_of_the_content_is_not_followed(folder: Path) -> None:
    outside = folder / "outside"
    outside.mkdir()
    (folder / "content/events").symlink_to(outside)
    ran = run(folder, "csv", "sheet.csv")
    assert (ran.returncode, list(outside.iterdir())) == (2, [])


@pytest.mark.parametrize(
    "arguments", [("csv", "gone.csv"), ("nothing", "sheet.csv"), ("csv", "content"), ("csv",)]
)
def test_misuse(folder: Path, arguments: tuple[str, ...]) -> None:
    assert run(folder, *arguments).returncode == 2


def test_help_lists_the_formats(folder: Path) -> None:
    ran = run(folder, "--help")
    assert all(
        f"\n  {form} " in ran.stdout
        for form in ("timelinejs", "csv", "acled", "ucdp-ged", "airwars", "icalendar")
    )
