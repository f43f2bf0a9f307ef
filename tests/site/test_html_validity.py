"""Zero errors by the Nu HTML checker over the whole shipped site."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.site.published import PublishedSite

CHECKER = Path(__file__).parents[2] / ".ci/checkers/node_modules/vnu-jar/build/dist/vnu.jar"


def messages(*paths: Path) -> list[dict[str, object]]:
    done = subprocess.run(
        [
            "java",
            "-Xss2m",
            "-jar",
            CHECKER,
            "--skip-non-html",
            "--format",
            "json",
            "--exit-zero-always",
            *paths,
        ],
        capture_output=True,
        check=True,
    )
    found: list[dict[str, object]] = json.loads(done.stderr)["messages"]
    return found


@pytest.mark.timeout(600)
def test_every_page_is_valid_html(shipped: PublishedSite) -> None:
    """No error and no warning. Left out: what the checker says of `'self'` in a policy, which it cannot judge for
    files on a disk, and of JSON-LD, a data block that no browser runs; a browser judges the policy elsewhere. Nor can it
    tell a page whose text is not translated yet, and says so, from one that mistakes its language."""
    errors = [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}"
        for message in messages(shipped.folder)
        if (message["type"] != "info" or message.get("subType") == "warning")
        and "Content Security Policy" not in str(message["message"])
        and not (
            "/ar/" in str(message["url"]) and "appears to be written in English" in str(message["message"])
        )
    ]
    assert errors == []


def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><html lang=en><title>x</title><p><ul></p>")
    assert any(message["type"] == "error" for message in messages(tmp_path))
