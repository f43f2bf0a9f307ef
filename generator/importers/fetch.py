"""One web page or feed from its address, guarded: what is asked for is a public web server, and no more than a page.

The one module of this room that opens a connection, and only when an editor gives an address to `dateline import`.
Each connection goes to the very address that was checked, so a name that resolves anew cannot lead elsewhere.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import IO, Any, Final
from urllib.parse import SplitResult, urljoin, urlsplit

from generator import __version__

LARGEST: Final = 8 * 1024 * 1024
"""Bytes of a page or feed."""
PATIENCE: Final = 20.0
"""Seconds for one answer, from the first connection to the last byte."""
MOST_REDIRECTS: Final = 5
LOCAL: Final = "localhost"
"""The one private host that may be asked, and only when the address that was given names it so."""

_CHUNK: Final = 64 * 1024
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
"""RFC 6052: an IPv4 address in the last 32 bits."""
_REQUEST: Final = {
    "User-Agent": f"Dateline/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1",
    "Accept-Encoding": "identity",  # a compressed answer could be a bomb
}


class FetchError(Exception):
    """Why an address gives nothing, in words for an editor."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: the address that gave it in the end, its bytes, the charset its header names (or nothing)."""

    address: str
    raw: bytes
    charset: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one fetch may do."""

    local: bool
    largest: int
    deadline: float
    lines: list[socket.socket] = field(default_factory=list)
    """Second handles of the open connections, for whoever must cut them."""

    def left(self) -> float:
        """Seconds left. Raises FetchError when there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise FetchError("the server takes too long to answer")
        return left


def is_address(source: str) -> bool:
    """Whether a source is an address and not a file."""
    return source.lower().startswith(("http://", "https://"))


def fetch(address: str, *, largest: int = LARGEST, patience: float = PATIENCE) -> Fetched:
    """What stands at an http(s) address. Raises FetchError."""
    parts = _checked(address)
    allowance = Allowance(parts.hostname == LOCAL, largest, time.monotonic() + patience)
    request = urllib.request.Request(parts.geturl(), headers=_REQUEST)  # noqa: S310 - the scheme is checked
    try:
        with _bounded(allowance), _opener(allowance).open(request, timeout=patience) as answer:
            return _read(answer, allowance)
    except urllib.error.HTTPError as fault:
        fault.close()
        raise FetchError(f"the server answers {fault.code} {fault.reason}") from fault
    except (OSError, http.client.HTTPException) as fault:
        allowance.left()
        raise FetchError(_words(getattr(fault, "reason", fault))) from fault


@contextmanager
def _bounded(allowance: Allowance) -> Iterator[None]:
    """Cut every connection at the deadline: a server that sends a byte now and then never runs into a timeout."""

    def cut() -> None:
        for line in allowance.lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    watch = threading.Timer(allowance.left(), cut)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        for line in allowance.lines:
            line.close()


def _words(fault: object) -> str:
    if isinstance(fault, TimeoutError):
        return "the server takes too long to answer"
    if isinstance(fault, http.client.HTTPException):
        return f"the server's answer is malformed ({type(fault).__name__})"
    return f"the server cannot be reached: {getattr(fault, 'strerror', None) or fault}"


def _checked(address: str) -> SplitResult:
    """The parts of an address of the web. Raises FetchError for any other."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises ValueError for what is no number
    except ValueError as fault:
        raise FetchError("the address is not well-formed") from fault
    if parts.scheme not in ("http", "https"):
        raise FetchError(f'only http and https addresses are fetched, not "{parts.scheme}:"')
    if not parts.hostname or "@" in parts.netloc:
        raise FetchError("the address names no host, or a user name before it")
    if not address.isascii() or any(character <= " " or character == "\x7f" for character in address):
        raise FetchError("the address holds characters that must be written percent-encoded")
    return parts._replace(fragment="")


def _read(answer: http.client.HTTPResponse, allowance: Allowance) -> Fetched:
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise FetchError("the server sends the page compressed, although asked not to")
    raw = bytearray()
    while chunk := answer.read1(_CHUNK):
        raw += chunk
        if len(raw) > allowance.largest:
            raise FetchError(f"there is more than {allowance.largest // 1024 // 1024} MB at the address")
    allowance.left()  # a connection that was cut looks like one that ended
    if answer.length:
        raise FetchError("the answer breaks off")
    return Fetched(answer.geturl(), bytes(raw), answer.headers.get_content_charset() or "")


def public_addresses(host: str, port: int, allowance: Allowance) -> list[str]:
    """The network addresses of a host. Raises FetchError when any of them is not of the public internet."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise FetchError(f'no server is called "{host}"') from fault
    addresses = [str(sockaddr[0]) for *_, sockaddr in found]
    for address in addresses:
        if not _allowed(address, host, allowance):
            raise FetchError(f'"{host}" is an address of a private network, which is not asked')
    return addresses


def _allowed(address: str, host: str, allowance: Allowance) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if allowance.local and host == LOCAL:
        return ip.is_loopback
    return all(one.is_global and not one.is_multicast for one in (ip, *_embedded(ip)))


def _embedded(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ()
    found = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return tuple(one for one in found if one is not None)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, each checked as the first address was."""

    max_redirections = MOST_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        target = _checked(urljoin(req.full_url, newurl))
        if req.type == "https" and target.scheme == "http":
            raise FetchError("the server leads from https to http")
        return super().redirect_request(req, fp, code, msg, headers, target.geturl())


def _opener(allowance: Allowance) -> urllib.request.OpenerDirector:
    """An opener that knows http and https and nothing else: no files, no data, no proxies, no passwords, no cookies."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        _Http(allowance),
        _Https(allowance),
        _Redirects(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


class _Http(urllib.request.HTTPHandler):
    def __init__(self, allowance: Allowance) -> None:
        super().__init__()
        self._allowance = allowance

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_connection(http.client.HTTPConnection, self._allowance), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, allowance: Allowance) -> None:
        super().__init__(context=ssl.create_default_context())
        self._allowance = allowance

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        made = partial(
            _connection(http.client.HTTPSConnection, self._allowance), context=ssl.create_default_context()
        )
        return self.do_open(made, req)


def _connection(kind: Callable[..., Any], allowance: Allowance) -> Callable[..., Any]:
    """A maker of connections of a kind that go to checked addresses only."""

    def made(host: str, **options: Any) -> Any:
        connection = kind(host, **{**options, "timeout": allowance.left()})
        connection._create_connection = partial(_connect, allowance)  # noqa: SLF001 - the one door http.client has
        return connection

    return made


def _connect(
    allowance: Allowance, address: tuple[str, int], _timeout: object = None, _source: object = None
) -> socket.socket:
    host, port = address
    fault: OSError | None = None
    for checked in public_addresses(host, port, allowance):
        try:
            connected = socket.create_connection((checked, port), allowance.left())
        except OSError as unreachable:
            fault = unreachable
        else:
            allowance.lines.append(connected.dup())
            return connected
    raise fault or OSError(f"{host} has no address")
