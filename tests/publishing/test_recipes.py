"""The recipes of docs/publishing: files that parse, and commands that work as they are written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from generator.exports.host_headers import EVERYWHERE
from tests.cli.dateline import CHECKOUT
from tests.editions.hosts import serving
from tests.site.model_site import Site

DOCS = CHECKOUT / "docs"
RECIPES = DOCS / "publishing"
COPY = "import shutil, sys; shutil.copytree(*sys.argv[-2:], dirs_exist_ok=True)"
TOOLS = {
    "dateline": f'exec "{sys.executable}" -m generator "$@"',
    "pip": 'echo "pip $*" >> tools.log',
    "curl": f"""for last; do :; done
exec "{sys.executable}" -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1])' "$last" 2>/dev/null""",
    "rsync": f'echo "rsync $*" >> tools.log\nexec "{sys.executable}" -c \'{COPY}\' "$@"',
    "rclone": f'echo "rclone $*" >> tools.log\nexec "{sys.executable}" -c \'{COPY}\' "$@"',
}
"""Stand-ins for what a recipe calls; those that copy take their last two arguments for folders."""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, script in TOOLS.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o755)
    return Site.golden(tmp_path)


def run(site: Site, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    tools = {"PATH": f"{site.root / 'tools'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(
        command,
        cwd=site.root,
        env=os.environ | tools | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def log(site: Site) -> list[str]:
    return (site.root / "tools.log").read_text().splitlines()


def recipe(name: str) -> dict:
    return yaml.safe_load((RECIPES / name).read_text(encoding="utf-8"))


def github_steps() -> list[dict]:
    return recipe("github-pages.yml")["jobs"]["build"]["steps"]


def github(site: Site, address: str) -> subprocess.CompletedProcess[str]:
    """What the workflow runs, in the shell and with the settings that GitHub gives it."""
    script = "\n".join(step["run"] for step in github_steps() if "run" in step)
    return run(site, "bash", "-e", "-o", "pipefail", "-c", script, BASE_URL=address.rstrip("/"), DATELINE=".")


def gitlab(site: Site, address: str) -> subprocess.CompletedProcess[str]:
    script = "\n".join(recipe("gitlab-ci.yml")["pages"]["script"])
    return run(site, "bash", "-e", "-c", script, CI_PAGES_URL=address.rstrip("/"), DATELINE=".")


def netlify(site: Site, address: str) -> subprocess.CompletedProcess[str]:
    build = tomllib.loads((RECIPES / "netlify.toml").read_text(encoding="utf-8"))["build"]
    return run(site, "bash", "-c", build["command"], URL=address.rstrip("/"))


@pytest.mark.parametrize(("recipe_of", "output"), [(github, "site"), (gitlab, "public"), (netlify, "site")])
def test_a_first_publication_makes_the_folder_that_the_host_takes(site, recipe_of, output):
    with serving({}, "/news/") as host:
        done = recipe_of(site, host.base)
    assert done.returncode == 0, done.stderr
    assert log(site)[0].startswith("pip install .[cards")
    home = (site.root / output / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{host.base}">' in home
    assert (site.root / output / "_headers").read_text().startswith("/news/*\n")
    assert (site.root / output / "index.html.br").exists() == (recipe_of is gitlab)


@pytest.mark.parametrize("recipe_of", [github, gitlab])
def test_a_silent_change_stops_the_next_publication(site, recipe_of):
    site.build()
    published = site.published().files
    site.edit("content/events/2014/bridge-attack.md", "figure: at least 12", "figure: at least 14")
    with serving(published, "/news/") as host:
        refused = recipe_of(site, host.base)
        assert refused.returncode == 1
        assert "owed: `claims` changed" in refused.stdout
        site.edit(
            "content/events/2014/bridge-attack.md",
            "corrections:\n",
            "corrections:\n  - {date: 2014-09-05, what: claims, why: The council counted again.}\n",
        )
        assert recipe_of(site, host.base).returncode == 0


def test_the_workflow_may_publish_and_hands_over_what_was_built():
    workflow = recipe("github-pages.yml")
    assert workflow[True] == {
        "push": {"branches": ["main"]},
        "workflow_dispatch": None,
    }  # YAML 1.1 reads `on`
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    (upload,) = (step for step in github_steps() if "upload-pages-artifact" in step.get("uses", ""))
    assert upload["with"] == {"path": "site"}
    publish = workflow["jobs"]["publish"]
    assert publish["needs"] == "build"
    assert publish["environment"]["url"] == "${{ steps.deployment.outputs.page_url }}"
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert re.fullmatch(r"actions/[a-z-]+@v\d+", step.get("uses", "actions/none@v1"))


def test_gitlab_takes_the_folder_public_of_a_job_called_pages():
    assert recipe("gitlab-ci.yml")["pages"]["artifacts"] == {"paths": ["public"]}


def test_netlify_publishes_what_the_command_builds():
    build = tomllib.loads((RECIPES / "netlify.toml").read_text(encoding="utf-8"))["build"]
    assert build["publish"] == "site"
    assert "--output site" in build["command"]


@pytest.mark.parametrize("script", ["rsync.sh", "object-store.sh"])
def test_a_script_brings_the_site_to_its_place_and_looks_at_it_there(site, script):
    target = site.root / "www"
    target.mkdir()
    with serving({}) as host:
        address = host.base
        site.build(base_url=address, compress=script == "rsync.sh")
        host.files = {f"/{path}": content for path, content in site.published().files.items()}
        done = run(site, str(RECIPES / script), address, str(target))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("as published") == 2
    assert (target / "edition.json").read_bytes() == (site.output / "edition.json").read_bytes()


def test_rsync_keeps_times_and_deletes_last_and_not_what_the_server_needs(site):
    with serving({}) as host:
        run(site, str(RECIPES / "rsync.sh"), host.base, str(site.root / "www"))
    (line,) = log(site)
    for option in ("--times", "--delay-updates", "--delete-delay", "--filter=protect /.well-known/"):
        assert option in line


def test_a_store_gets_assets_before_pages_and_loses_what_is_gone_last(site):
    with serving({}) as host:
        run(site, str(RECIPES / "object-store.sh"), host.base, str(site.root / "www"))
    assert [line.split(" site ")[0] for line in log(site)] == [
        "rclone copy --checksum --exclude *.html",
        "rclone copy --checksum --include *.html",
        "rclone sync --checksum --delete-after",
    ]


@pytest.mark.parametrize("script", ["rsync.sh", "object-store.sh"])
def test_nothing_is_sent_when_the_content_has_errors(site, script):
    site.edit("content/events/2014/treaty.md", "river-brigade", "river-brigad")
    done = run(site, str(RECIPES / script), "https://example.org/", "www")
    assert done.returncode == 1
    assert not (site.root / "tools.log").exists()


def test_the_page_names_every_recipe_and_says_what_the_headers_say():
    page = (DOCS / "publishing.md").read_text(encoding="utf-8")
    for file in RECIPES.iterdir():
        assert f"`{file.name}`" in page
    assert f'"{EVERYWHERE["Content-Security-Policy"]}"' in page
