"""`dateline serve` as a user runs it: what it says, and how it ends."""

from __future__ import annotations

import base64
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.cli.dateline import CHECKOUT, dateline
from tests.site.model_site import Site


def started(root: Path, *arguments: str) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", *arguments],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    return process, process.stdout.readline()


@pytest.mark.parametrize(("signal_", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_says_where_it_is_and_ends_with_one_line(tmp_path: Path, signal_: int, code: int) -> None:
    Site.golden(tmp_path)
    process, said = started(tmp_path, "--port", "0")
    address = re.search(r"http://localhost:\d+/", said)
    assert address, said
    page = urllib.request.urlopen(address[0]).read().decode()  # noqa: S310
    assert "River towns" in page
    token = re.search(r'data-token="([^"]+)"', page)
    assert token
    # Somebody listens still when it ends.
    with urllib.request.urlopen(f"{address[0]}_dateline/channel?token={token[1]}&page=&digest="):  # noqa: S310
        process.send_signal(signal_)
        rest, errors = process.communicate(timeout=60)
    assert (process.returncode, rest, errors) == (code, "", "dateline: stopped\n")


def test_forms_behind_a_password_that_no_list_of_processes_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Site.golden(tmp_path)
    monkeypatch.setenv("DATELINE_PASSWORD", "sesame")
    process, said = started(tmp_path, "--port", "0", "--edit", "--host", "127.0.0.1")
    address = re.search(r"http://127.0.0.1:\d+/", said)
    assert address, said
    form = f"{address[0]}_dateline/new/event"
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(form)  # noqa: S310
    known = {"Authorization": f"Basic {base64.b64encode(b'me:sesame').decode()}"}
    page = urllib.request.urlopen(urllib.request.Request(form, headers=known)).read().decode()  # noqa: S310
    assert "<h1>New event</h1>" in page
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60)[1] == "dateline: stopped\n"


def test_a_second_start_shows_what_the_files_say(tmp_path: Path) -> None:
    site = Site.golden(tmp_path)
    assert "River towns" in first_page(tmp_path)
    assert (tmp_path / ".dateline/preview").is_file()
    assert "River towns" in first_page(tmp_path)
    site.edit("content/site.yaml", "title: River towns", "title: Lake towns")
    assert "Lake towns" in first_page(tmp_path)


def first_page(root: Path) -> str:
    process, said = started(root, "--port", "0")
    address = re.search(r"http://localhost:\d+/", said)
    assert address, said
    page = urllib.request.urlopen(address[0]).read().decode()  # noqa: S310
    urllib.request.urlopen(f"{address[0]}data/").read()  # noqa: S310 - which waits until all has been looked through
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=60)[1] == "dateline: stopped\n"
    return page


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    Site.golden(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process, said = started(tmp_path, "--port", str(port))
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    found = re.search(r"http://localhost:(\d+)/", said)
    assert found
    assert errors.splitlines()[0] == f"dateline: port {port} is taken; {found[1]} is free"


def test_a_host_that_is_none_is_misuse(tmp_path: Path) -> None:
    Site.golden(tmp_path)
    done = dateline("serve", "--host", "no.such.host.invalid", cwd=tmp_path)
    assert done.returncode == 2
    assert "cannot listen on no.such.host.invalid" in done.stderr


def test_help_teaches(tmp_path: Path) -> None:
    done = dateline("serve", "--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    for option in ("--host", "--port", "--open", "--drafts", "--root"):
        assert option in done.stdout
