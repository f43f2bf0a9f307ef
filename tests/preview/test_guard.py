"""T8–T10 of the threats: raw bytes at the socket of a running preview. Each refusal has something that is let in."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator

import pytest

from generator.preview import listening
from tests.preview.running import PATIENCE, Running, running
from tests.site.model_site import Site

SECRET = b"what nobody may read"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("site")
    Site.golden(folder)
    (folder / "secret.txt").write_bytes(SECRET)
    (folder / "content" / ".hidden.md").write_bytes(SECRET)
    (folder / "content/media/secret.txt").write_bytes(SECRET)
    (folder / "content/media/link.png").symlink_to(folder / "secret.txt")
    with running(folder) as preview:
        yield preview
    assert preview.said == []


def status(answer: bytes) -> int:
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    return int(found[1]) if found else 0


def ask(preview: Running, target: str, *headers: str, method: str = "GET", host: str = "") -> bytes:
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host or f'localhost:{preview.port}'}", *headers]
    return preview.raw("\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1"))


# T8: whatever is asked for, an answer comes out of a table


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/../../../../../../etc/passwd",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/assets/../../secret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/media/..%2f..%2fsecret.txt",
        "/media/%2e%2e%2f.hidden.md",
        "/media/secret.txt",
        "/media/link.png",
        "/.hidden.md",
        "/content/.hidden.md",
        "/content/site.yaml",
        "//etc/passwd",
        "/etc/passwd",
        "/\\..\\secret.txt",
        "/%5c..%5csecret.txt",
        "/secret.txt%00.html",
        "/%00",
        "/%ff%fe",
        "/_dateline/../secret.txt",
        "/_dateline/%2e%2e/event.html",
        "/_dateline/panel.html",
        "/_dateline/vendor/vendor.json",
        "/.dateline/parsed/00",
        "/edition.json",
    ],
)
def test_nothing_outside_the_table_is_read(preview: Running, target: str) -> None:
    answer = ask(preview, target)
    assert status(answer) == 404, answer[:200]
    assert SECRET not in answer
    assert b"root:" not in answer


@pytest.mark.parametrize(
    "target", ["/", "/events/bridge-attack/", "/assets/site.css", "/media/bridge.png", "/_dateline/"]
)
def test_what_is_in_the_table_is_answered(preview: Running, target: str) -> None:
    assert status(ask(preview, target)) == 200


# T9: every other site in the browser is hostile


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example:80", "127.0.0.1.nip.io", "169.254.169.254", "[::2]", "", " "],
)
def test_strange_names_are_refused(preview: Running, host: str) -> None:
    answer = preview.raw(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert status(answer) == 403
    assert b"River towns" not in answer


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8000", "[::1]:8000", "[::1]"])
def test_the_names_of_this_machine_are_not(preview: Running, host: str) -> None:
    assert status(ask(preview, "/", host=host)) == 200


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"]
)
def test_nothing_but_looking(preview: Running, method: str) -> None:
    answer = ask(preview, "/", method=method)
    assert status(answer) == 405
    assert b"allow: GET, HEAD" in answer


@pytest.mark.parametrize(
    "headers",
    [
        ("Origin: https://evil.example",),
        ("Origin: null",),
        ("Origin: http://localhost:1",),
        ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"),
        ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"),
        ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"),
    ],
)
def test_no_other_site_gets_anything(preview: Running, headers: tuple[str, ...]) -> None:
    for target in ("/", "/media/bridge.png", "/_dateline/", "/_dateline/client.js"):
        answer = ask(preview, target, *headers)
        assert status(answer) == 403
        assert b"access-control" not in answer.lower()


def test_a_link_from_elsewhere_may_be_followed_and_our_own_pages_may_ask(preview: Running) -> None:
    visit = ("Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")
    assert status(ask(preview, "/", *visit)) == 200
    own = (f"Origin: http://localhost:{preview.port}", "Sec-Fetch-Site: same-origin")
    assert status(ask(preview, "/", *own)) == 200


def test_the_channel_needs_the_token_of_a_page(preview: Running) -> None:
    assert status(ask(preview, "/_dateline/channel?page=&digest=")) == 403
    assert status(ask(preview, "/_dateline/channel?token=x&page=&digest=")) == 403
    with socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) as wire:
        target = f"/_dateline/channel?token={preview.preview.token}&page=&digest="
        wire.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        answer = b""
        while b'"kind": "findings"' not in answer:
            answer += wire.recv(65536)
    assert status(answer) == 200
    assert b"text/event-stream" in answer


def test_every_answer_says_that_it_is_for_this_site_alone(preview: Running) -> None:
    for target in ("/", "/media/bridge.png", "/nothing", "/_dateline/client.js"):
        answer = ask(preview, target).partition(b"\r\n\r\n")[0].lower()
        for line in (
            b"cache-control: no-store",
            b"cross-origin-resource-policy: same-origin",
            b"x-content-type-options: nosniff",
            b"x-frame-options: deny",
            b"referrer-policy: no-referrer",
        ):
            assert answer.count(line) == 1, (target, line)
        assert b"server:" not in answer


def test_it_listens_on_this_machine_alone() -> None:
    place = listening.find_place("localhost", 0)
    try:
        assert {one.getsockname()[0] for one in place.sockets} <= {"127.0.0.1", "::1"}
    finally:
        for one in place.sockets:
            one.close()


# T10: no request ends it, and none keeps it busy


@pytest.mark.parametrize(
    "request_",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 70_000 + b"\r\nConnection: close\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET /é HTTP/1.1\r\nHost: localhost\r\n\r\n".encode(),
    ],
    ids=range(12),
)
def test_ill_formed_and_oversized_requests_are_refused(preview: Running, request_: bytes) -> None:
    try:
        answer = preview.raw(request_)
    except ConnectionError:  # closed while we were still sending
        answer = b"HTTP/1.1 400 "
    assert 400 <= status(answer) < 500, answer[:100]
    assert status(ask(preview, "/")) == 200


def test_a_head_that_never_ends_is_not_waited_for(preview: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "HEAD_SECONDS", 0.2)
    with socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\nHost: local")
        assert wire.recv(100) == b""


def test_a_hundred_tabs(preview: Running) -> None:
    target = f"/_dateline/channel?token={preview.preview.token}&page=&digest="
    wires = [socket.create_connection(("127.0.0.1", preview.port), timeout=PATIENCE) for _ in range(100)]
    try:
        for wire in wires:
            wire.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert all(wire.recv(100) for wire in wires)
        assert status(ask(preview, "/events/bridge-attack/")) == 200
    finally:
        for wire in wires:
            wire.close()
    end = time.monotonic() + PATIENCE
    while preview.preview.channel.watched() and time.monotonic() < end:
        time.sleep(0.01)
    assert preview.preview.channel.watched() == []


def test_a_page_that_cannot_be_made_ends_nothing(preview: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("made up")

    monkeypatch.setattr("generator.preview.display.render", fail)
    assert status(ask(preview, "/topics/")) == 500
    assert preview.said.pop() == "/topics/: this is a bug in Dateline: ZeroDivisionError: made up"
    monkeypatch.undo()
    assert status(ask(preview, "/topics/")) == 200
