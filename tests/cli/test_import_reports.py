"""`dateline import` of feeds and pages as an editor runs it: from a file, from an address, without the libraries."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.cli.dateline import dateline

PAGE = """<html lang="en"><head><title>Bridge closed</title><meta property="og:site_name" content="Invented Courier">
<meta property="article:published_time" content="2014-08-24"></head><body><p>The bridge was closed.</p></body></html>"""


class _Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_said: object) -> None:
        return


@pytest.fixture
def address() -> Iterator[str]:
    server = http.server.HTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://localhost:{server.server_port}/bridge"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text("title: T\nbase_url: https://t.example/\n")
    (tmp_path / "page.html").write_text(PAGE)
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> CompletedProcess[str]:
    return dateline("import", *arguments, cwd=folder, **environment)


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "content").rglob("*.md"))


def test_a_saved_page_with_a_quotation(folder: Path) -> None:
    ran = run(folder, "html", "page.html", "--quote", "was closed")
    assert ran.returncode == 0
    assert made(folder) == ["bridge-closed.md", "invented-courier.md"]
    assert "> was closed\n" in (folder / "content/articles/2014/bridge-closed.md").read_text()


def test_a_page_at_an_address(folder: Path, address: str) -> None:
    assert run(folder, "html", address).returncode == 0
    assert f"url: {address}\n" in (folder / "content/articles/2014/bridge-closed.md").read_text()


def test_a_quotation_that_does_not_occur_makes_nothing(folder: Path) -> None:
    ran = run(folder, "html", "page.html", "--quote", "was open")
    assert ran.returncode == 1
    assert "D724" in ran.stderr
    assert made(folder) == []


def test_a_private_address_is_refused_in_one_line(folder: Path, address: str) -> None:
    ran = run(folder, "html", address.replace("localhost", "127.0.0.1"))
    assert ran.returncode != 0
    assert "private network" in ran.stderr
    assert made(folder) == []


@pytest.mark.parametrize(
    "arguments", [("rss", "https:"), ("geonames", "https://a.example/"), ("rss", "x", "--quote", "y")]
)
def test_misuse(folder: Path, arguments: tuple[str, ...]) -> None:
    assert run(folder, *arguments).returncode == 2


def test_a_missing_library_is_named_with_what_brings_it(folder: Path) -> None:
    (folder / "lib").mkdir()
    (folder / "lib/trafilatura.py").write_text("raise ImportError\n")
    ran = run(folder, "html", "page.html", PYTHONPATH=str(folder / "lib"))
    assert ran.returncode == 2
    assert "this needs trafilatura: pip install 'dateline[import]' brings it" in ran.stderr
    assert made(folder) == []
