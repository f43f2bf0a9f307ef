"""A fetch asks public web servers only, for no more than a page. Each refusal has a server that would have answered."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from generator.importers import fetch as fetching
from generator.importers.fetch import FetchError, fetch, public_addresses

PAGE = b"<title>A page</title>"


class _Server(ThreadingHTTPServer):
    """Answers on the loopback address and notes what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[str] = []
        self.stop = threading.Event()

    def address(self, path: str, host: str = "localhost") -> str:
        return f"http://{host}:{self.server_port}{path}"


class _Answers(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        path, _, rest = self.path.partition("?")
        if path == "/to":
            self._head(302, {"Location": rest})
        elif path == "/loop":
            self._head(302, {"Location": f"/loop?{len(self.server.asked)}"})
        elif path == "/large":
            self._head(200, {})
            self.wfile.write(b"x" * 3000)
        elif path == "/cut":
            self._head(200, {"Content-Length": "99"})
            self.wfile.write(b"short")
        elif path == "/slow":
            self._drip()
        elif path == "/zip":
            self._head(200, {"Content-Encoding": "gzip"})
        elif path == "/missing":
            self._head(404, {})
        else:
            self._head(200, {"Content-Type": "text/html; charset=windows-1256"})
            self.wfile.write(PAGE)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _drip(self) -> None:
        self._head(200, {})
        try:
            while not self.server.stop.wait(0.05):
                self.wfile.write(b".")
        except OSError:
            return

    def log_message(self, *_said: object) -> None:
        return


@contextmanager
def serving() -> Iterator[_Server]:
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a guard fail, no test may reach another machine."""
    connect = socket.create_connection

    def guarded(address: tuple[str, int], *args: object, **named: object) -> socket.socket:
        assert address[0] in ("127.0.0.1", "::1"), f"{address} was asked"
        return connect(address, *args, **named)

    monkeypatch.setattr(socket, "create_connection", guarded)


@pytest.fixture
def server() -> Iterator[_Server]:
    with serving() as started:
        yield started


def test_localhost_by_that_name_is_asked(server: _Server) -> None:
    found = fetch(server.address("/page#part"))
    assert (found.raw, found.charset, found.address) == (PAGE, "windows-1256", server.address("/page"))


@pytest.mark.parametrize("host", ["127.0.0.1", "[::ffff:127.0.0.1]", "2130706433", "127.1", "0"])
def test_a_private_address_is_not_asked_even_though_it_would_answer(server: _Server, host: str) -> None:
    with pytest.raises(FetchError, match=r"private network|no server"):
        fetch(server.address("/", host))
    assert server.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "::",
    ],
)
def test_a_name_that_resolves_to_a_private_address_is_not_asked(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 80)) for one in ("93.184.216.34", address)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: found)
    with pytest.raises(FetchError, match="private network"):
        public_addresses("courier.example", 80, fetching.Allowance(False, 1, 1e12))


def test_a_public_address_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: found)
    allowance = fetching.Allowance(False, 1, 1e12)
    assert public_addresses("courier.example", 80, allowance) == ["93.184.216.34"]


def test_localhost_is_only_for_who_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: found)
    with pytest.raises(FetchError, match="private network"):
        public_addresses("localhost", 80, fetching.Allowance(False, 1, 1e12))


def test_redirects_within_the_host_are_followed(server: _Server) -> None:
    assert fetch(server.address("/to?/page")).address == server.address("/page")


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/page",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "ftp://localhost/",
        "//10.0.0.1/",
    ],
)
def test_redirects_elsewhere_are_not(server: _Server, target: str) -> None:
    with pytest.raises(FetchError):
        fetch(server.address("/to?" + target.format(port=server.server_port)))
    assert len(server.asked) == 1


def test_endless_redirects_end(server: _Server) -> None:
    with pytest.raises(FetchError):
        fetch(server.address("/loop"))
    assert len(server.asked) <= fetching.MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/large", "more than"),
        ("/cut", "breaks off"),
        ("/zip", "compressed"),
        ("/missing", "404"),
    ],
)
def test_what_is_no_page_is_refused_in_words(server: _Server, path: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetch(server.address(path), largest=2000)
    assert server.asked == [path]


def test_a_server_that_drips_is_cut_off(server: _Server) -> None:
    with pytest.raises(FetchError, match="too long"):
        fetch(server.address("/slow"), patience=0.3)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://courier.example/",
        "http://",
        "http://user:word@localhost/",
        "http://localhost:99999/",
        "http://local host/",
        "http://[::1/",
        "data:text/html,x",
        "gopher://localhost/",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(FetchError):
        fetch(address)


def test_a_proxy_of_the_environment_is_not_asked(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.address("/proxy"))
    with pytest.raises(FetchError):
        fetch("http://127.0.0.1:9/")
    assert server.asked == []
