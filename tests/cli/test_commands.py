"""The commands as a newcomer runs them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import __version__
from tests.cli.dateline import CHECKOUT, dateline
from tests.site.model_site import Site
from tests.site.published import PublishedSite


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site.golden(tmp_path)


def test_version(tmp_path: Path) -> None:
    assert dateline("--version", cwd=tmp_path).stdout == f"dateline {__version__}\n"


@pytest.mark.parametrize("command", ["build", "check", "new", "explain", "init"])
def test_help_teaches(tmp_path: Path, command: str) -> None:
    done = dateline(command, "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert "Usage: " in done.stdout
    assert len(done.stdout.splitlines()) > 8
    assert command in dateline("--help", cwd=tmp_path).stdout


def test_a_new_site_builds_at_once(tmp_path: Path) -> None:
    begun = dateline("init", "my-timeline", cwd=tmp_path)
    assert (begun.returncode, begun.stderr) == (0, "")
    built = dateline("build", "--strict", cwd=tmp_path / "my-timeline")
    assert built.returncode == 0, built.stderr
    site = PublishedSite(tmp_path / "my-timeline" / "site")
    assert "My timeline" in site.page("").words
    assert list(site.broken_links()) == []


def test_init_leaves_a_full_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").touch()
    assert dateline("init", "full", cwd=tmp_path).returncode == 2
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["mine"]


def test_a_build_says_what_it_made_in_two_lines(site: Site) -> None:
    done = dateline("build", cwd=site.root)
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert re.fullmatch(
        r"5 events, 5 articles, 7 actors, 4 locations, 2 topics, 2 pages → \d+ pages and \d+ other files in site/",
        first,
    )
    assert re.fullmatch(r"\d+ written, 0 deleted, 0 unchanged in \d+\.\d s; no findings", second)
    assert done.stderr == ""


def test_it_finds_the_site_from_below(site: Site) -> None:
    assert dateline("build", cwd=site.root / "content" / "events").returncode == 0
    assert (site.root / "site" / "index.html").is_file()


def test_no_site_is_misuse(tmp_path: Path) -> None:
    done = dateline("build", cwd=tmp_path)
    assert done.returncode == 2
    assert "dateline init" in done.stderr
    assert dateline("build", "--root", tmp_path, cwd=tmp_path).returncode == 2


def test_an_error_stops_publication_and_leaves_the_site(site: Site) -> None:
    site.build()
    before = site.published().files
    site.edit("content/events/2014/treaty.md", "river-brigade: signatory", "river-brigad: signatory")
    done = dateline("build", cwd=site.root)
    assert done.returncode == 1
    assert "content/events/2014/treaty.md:7:5: error[D201] unknown-actor" in done.stderr
    assert 'did you mean "river-brigade"' in done.stderr
    assert "nothing published, site/ is as it was: 1 error" in done.stderr
    assert site.published().files == before


def test_a_warning_stops_publication_only_when_strict(site: Site) -> None:
    site.edit("content/events/2014/treaty.md", "sources: [herald-truce]\n", "")
    assert dateline("check", cwd=site.root).returncode == 0
    assert dateline("check", "--strict", cwd=site.root).returncode == 1
    assert dateline("build", "--strict", cwd=site.root).returncode == 1
    assert not site.output.exists()
    assert dateline("build", cwd=site.root).returncode == 0


def test_an_accepted_warning_is_counted_and_an_idle_acceptance_is_a_finding(site: Site) -> None:
    path = "content/events/2014/treaty.md"
    site.edit(path, "sources: [herald-truce]\n", "accept: [{code: D317, why: The report was lost.}]\n")
    site.edit(
        "content/articles/herald-truce.md", "language: en", "language: en\naccept: [{code: D305, why: No.}]"
    )
    done = dateline("check", "--format", "concise", cwd=site.root)
    assert "D317" not in done.stdout
    assert "D324" in done.stdout
    assert "1 accepted" in done.stderr


@pytest.mark.parametrize("form", ["full", "concise", "json", "github", "sarif"])
def test_every_format_names_file_line_and_column(site: Site, form: str) -> None:
    site.edit("content/events/2014/treaty.md", "2014-09-01T14:30+03:00", "2014-02-30")
    done = dateline("check", "--format", form, cwd=site.root)
    assert done.returncode == 1
    assert "content/events/2014/treaty.md" in done.stdout
    if form in {"json", "sarif"}:
        json.loads(done.stdout)
    else:
        assert "3" in done.stdout


def test_colour_is_for_terminals_that_want_it(site: Site) -> None:
    site.edit("content/events/2014/treaty.md", "2014-09-01T14:30+03:00", "2014-02-30")
    assert "\x1b" not in dateline("check", cwd=site.root).stdout
    on_a_terminal = [sys.executable, "-c", "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"]
    command = [*on_a_terminal, sys.executable, "-m", "generator", "check"]
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        done = subprocess.run(
            command,
            cwd=site.root,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)} | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1
        assert (b"\x1b[" in done.stdout) == coloured


def test_explain(tmp_path: Path) -> None:
    by_code, by_name = (dateline("explain", name, cwd=tmp_path) for name in ("d201", "unknown-actor"))
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.startswith("error[D201] unknown-actor")
    unknown = dateline("explain", "unknown-actr", cwd=tmp_path)
    assert (unknown.returncode, "Did you mean D201 unknown-actor" in unknown.stderr) == (2, True)


@pytest.mark.parametrize("kind", ["event", "article", "actor", "location", "topic", "page"])
def test_a_new_record_is_valid_and_a_draft(site: Site, kind: str) -> None:
    made = dateline("new", kind, 'It said: "no" — a title, Ünïcode', "--date", "2014-08-24", cwd=site.root)
    assert made.returncode == 0, made.stderr
    path = made.stdout.splitlines()[0]
    assert re.fullmatch(r"content/[a-z]+(/2014)?/it-said-no-a-title-unicode\.md", path)
    for drafts in ((), ("--drafts",)):
        checked = dateline("check", "--format", "concise", *drafts, cwd=site.root)
        assert checked.returncode == 0, checked.stdout
    assert "error" not in checked.stdout


def test_a_new_record_never_replaces_another(site: Site) -> None:
    assert dateline("new", "actor", "Amina Saleh", cwd=site.root).returncode == 2
    assert "amina-saleh.md exists already" in dateline("new", "actor", "Amina Saleh", cwd=site.root).stderr


def test_a_new_record_s_date_is_checked(site: Site) -> None:
    done = dateline("new", "event", "X", "--date", "24 August 2014", cwd=site.root)
    assert (done.returncode, "Did you mean 2014-08-24?" in done.stderr) == (2, True)


def test_an_article_on_the_unnamed_outlet_cannot_be_published(site: Site) -> None:
    dateline("new", "article", "Headline", "--date", "2014-08-24", cwd=site.root)
    site.edit("content/articles/2014/headline.md", "draft: true", "draft: false")
    done = dateline("check", "--format", "concise", cwd=site.root)
    assert done.returncode == 1
    assert "unnamed-outlet" in done.stdout


def test_new_opens_the_editor(site: Site) -> None:
    done = dateline(
        "new", "topic", "Edited", "--edit", cwd=site.root, VISUAL="", EDITOR="sh -c 'echo edited >> $0'"
    )
    assert done.returncode == 0, done.stderr
    assert (site.root / "content/topics/edited.md").read_text().endswith("edited\n")


@pytest.mark.parametrize("output", ["content/out", ".", "..", "templates"])
def test_a_dangerous_output_is_misuse(site: Site, output: str) -> None:
    done = dateline("build", "--output", output, cwd=site.root)
    assert done.returncode == 2
    assert "will not publish into" in done.stderr


def test_a_disk_fault_is_one_line(site: Site) -> None:
    (site.root / "blocked").write_text("a file where a folder should be")
    done = dateline("build", "--output", "blocked/site", cwd=site.root)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "blocked" in done.stderr


def test_output_to_a_closed_pipe_is_silent(site: Site) -> None:
    site.edit("content/events/2014/treaty.md", "2014-09-01T14:30+03:00", "2014-02-30")
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m generator check | true"],
        cwd=site.root,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_build_says_so_in_one_line(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    running = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "generator",
            "build",
            "--root",
            CHECKOUT,
            "--output",
            tmp_path / "site",
            "--jobs",
            "1",
        ],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    while not (tmp_path / "site").exists():  # it is at work now
        time.sleep(0.01)
    running.send_signal(sent)
    _out, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (code, "dateline: stopped\n")
    assert not (tmp_path / "site").exists()


def test_a_bug_is_one_line_without_a_traceback(site: Site) -> None:
    bug = "import generator.plan, generator.cli\ndef fail(*_): raise ValueError('boom')\ngenerator.plan.plan = fail\n"
    script = f"import sys\nsys.argv = ['dateline', 'check']\n{bug}generator.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=site.root,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "this is a bug in Dateline: ValueError: boom" in done.stderr


def test_portable_links_name_files(site: Site) -> None:
    assert dateline("build", "--portable", cwd=site.root).returncode == 0
    published = site.published()
    assert list(published.broken_links()) == []
    folders = [
        (path, link)
        for path, page in published.pages.items()
        for _, link in page.links
        if "://" not in link and not link.startswith("mailto:") and link.split("#")[0].endswith("/")
    ]
    assert folders == []


def test_drafts_are_published_only_when_asked_for(site: Site) -> None:
    dateline("build", cwd=site.root)
    assert not (site.output / "events/hidden").exists()
    dateline("build", "--drafts", cwd=site.root)
    assert "draft" in site.published().page("events/hidden/").words.casefold()
    dateline("build", cwd=site.root)
    assert not (site.output / "events/hidden").exists()


def test_the_base_url_reaches_canonical_links_and_feeds(site: Site) -> None:
    dateline("build", "--base-url", "https://elsewhere.example/sub/", cwd=site.root)
    files = site.published().files
    assert b'href="https://elsewhere.example/sub/events/treaty/"' in files["events/treaty/index.html"]
    assert b"https://elsewhere.example/sub/events/treaty/" in files["feed.xml"]
    assert b"https://river.example" not in files["sitemap.xml"]
