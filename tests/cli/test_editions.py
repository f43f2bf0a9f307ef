"""`dateline verify`, `dateline changes` and `dateline build --compress` as a desk runs them."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from pathlib import Path

import brotli
import pytest

from tests.cli.dateline import CHECKOUT, dateline
from tests.editions.hosts import serving
from tests.site.model_site import Site

ATTACK = "content/events/2014/bridge-attack.md"
LINE = "corrections:\n  - {date: 2014-09-05, what: DATE, why: The council corrected itself.}\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site.golden(tmp_path)
    made.build()
    return made


def test_verify_a_folder(site):
    done = dateline("verify", "site", cwd=site.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("site: as published; edition ")
    (site.output / "index.html").write_text("other")
    (site.output / "CNAME").write_text("news.example.org")
    done = dateline("verify", "site", cwd=site.root)
    assert done.returncode == 1
    assert done.stdout.splitlines() == ["extra      CNAME", "altered    index.html"]
    assert "2 faults" in done.stderr
    done = dateline("verify", "site", "--allow-extra", cwd=site.root)
    assert (done.returncode, done.stdout) == (1, "altered    index.html\n")


def test_verify_an_address(site):
    files = {
        file.relative_to(site.output).as_posix(): file.read_bytes()
        for file in site.output.rglob("*")
        if file.is_file()
    }
    with serving(files, "/timeline/") as host:
        assert dateline("verify", host.base, cwd=site.root).returncode == 0
        host.answers["/timeline/about/"] = (200, b"other", {})
        done = dateline("verify", host.base, cwd=site.root)
    assert (done.returncode, done.stdout) == (1, "altered    about/index.html\n")


@pytest.mark.parametrize("copy", ["content", "nowhere", "http://127.0.0.1:1/", "https://", "http://a:b@c/"])
def test_what_cannot_be_verified_is_misuse_in_a_line(site, copy):
    done = dateline("verify", copy, cwd=site.root)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in done.stderr


def test_nothing_changed(site):
    done = dateline("changes", "--since", "site", "--require-corrections", cwd=site.root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "since site: no changes\n")


def test_a_silent_change_of_a_figure_is_refused_and_a_told_one_is_not(site):
    site.edit(ATTACK, "figure: at least 12", "figure: at least 14")
    told = dateline("changes", "--since", "site", cwd=site.root)
    assert told.returncode == 0
    assert "changed    event/bridge-attack  Fighters attack the bridge at Nahr" in told.stdout
    assert "claims: − measure killed, group river-brigade, figure at least 12" in told.stdout
    assert "claims: + measure killed, group river-brigade, figure at least 14" in told.stdout
    refused = dateline("changes", "--since", "site", "--require-corrections", cwd=site.root)
    assert refused.returncode == 1
    assert "owed: `claims` changed, and no new line in `corrections` names it" in refused.stdout
    assert refused.stderr == "since site: 1 changed; 1 of them without the correction that is owed\n"
    site.edit(ATTACK, "corrections:\n", LINE.replace("DATE", "claims"))
    paid = dateline("changes", "--since", "site", "--require-corrections", cwd=site.root)
    assert (paid.returncode, paid.stderr) == (0, "since site: 1 corrected\n")
    late = dateline(
        "changes", "--since", "site", "--require-corrections", "--published", "2014-10-01", cwd=site.root
    )
    assert late.returncode == 1
    assert "is dated 2014-09-05, before 2014-10-01" in late.stdout


def test_every_kind_of_change_as_json_and_from_a_kept_file(site, tmp_path):
    shutil.copy(site.output / "records.json", tmp_path / "kept.json")
    site.delete("content/events/2014/ferry-strike.md")
    site.edit(ATTACK, "follows: [ferry-strike]\ndenies: [ferry-strike]\n", "")
    site.write(
        "content/events/2014/new.md",
        "---\ntitle: Something new\ndate: 2014-09-09\nsources: [herald-truce]\n---\n",
    )
    done = dateline("changes", "--since", "kept.json", "--format", "json", cwd=site.root)
    document = json.loads(done.stdout)
    changes = {change["record"]: change["change"] for change in document["changes"]}
    assert changes["event/ferry-strike"] == "removed"
    assert changes["event/new"] == "added"
    assert changes["event/bridge-attack"] == "changed"


def test_what_was_published_is_withdrawn_and_neither_deleted_nor_hidden(site):
    treaty = "content/events/2014/treaty.md"
    site.edit(treaty, "title: ", "draft: true\ntitle: ")
    hidden = dateline("changes", "--since", "site", "--require-corrections", cwd=site.root)
    assert hidden.returncode == 1
    assert "is a draft again" in hidden.stdout
    site.edit(treaty, "draft: true\n", "status: retracted\n" + LINE.replace("DATE", "withdrawn"))
    withdrawn = dateline("changes", "--since", "site", "--require-corrections", cwd=site.root)
    assert (withdrawn.returncode, withdrawn.stderr) == (0, "since site: 1 withdrawn\n")


def test_an_edition_that_was_corrected_and_built_anew_is_what_the_next_is_held_against(site):
    site.edit(ATTACK, "figure: at least 12", "figure: at least 14")
    site.edit(ATTACK, "corrections:\n", LINE.replace("DATE", "claims"))
    site.build()
    assert dateline("changes", "--since", "site", cwd=site.root).stderr == "since site: no changes\n"


def test_content_with_errors_says_so_instead(site):
    site.edit(ATTACK, "river-brigade: attacker", "river-brigad: attacker")
    done = dateline("changes", "--since", "site", cwd=site.root)
    assert done.returncode == 1
    assert "D201" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [(), ("--since", "nowhere"), ("--since", "content"), ("--since", "site", "--published", "soon")],
)
def test_misuse_of_changes(site, arguments):
    done = dateline("changes", *arguments, cwd=site.root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_compressed_edition_verifies_and_a_second_build_writes_nothing(site):
    first = dateline("build", "--compress", cwd=site.root)
    assert (first.returncode, first.stderr) == (0, "")
    page = site.output / "events" / "treaty" / "index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
    assert dateline("verify", "site", cwd=site.root).returncode == 0
    assert "\n0 written, 0 deleted, " in dateline("build", "--compress", cwd=site.root).stdout
    site.edit("content/events/2014/treaty.md", "title: ", "title: Again, ")
    assert dateline("build", "--compress", cwd=site.root).returncode == 0
    assert brotli.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
    assert dateline("verify", "site", cwd=site.root).returncode == 0


def test_without_brotli_the_build_says_so_once_and_has_gzip(site, tmp_path):
    (tmp_path / "lacking").mkdir()
    (tmp_path / "lacking" / "sitecustomize.py").write_text("import sys; sys.modules['brotli'] = None")
    path = os.pathsep.join([str(tmp_path / "lacking"), str(CHECKOUT)])
    done = dateline("build", "--compress", cwd=site.root, PYTHONPATH=path)
    assert done.returncode == 0
    assert done.stderr.count("brotli") == 1
    assert "pip install 'dateline[compress]'" in done.stderr
    assert (site.output / "index.html.gz").is_file()
    assert not (site.output / "index.html.br").exists()
    assert dateline("build", cwd=site.root, PYTHONPATH=path).stderr == ""
