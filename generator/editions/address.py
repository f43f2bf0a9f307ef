"""A published site read over HTTP: one host, so much and no more, and a fault in one line."""

from __future__ import annotations

import http.client
from http import HTTPStatus
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator import __version__
from generator.publishing.edition import EDITION_FILE

SECONDS = 30
"""Without a sign of life from the host."""

LARGEST = 512 * 1024 * 1024
"""Bytes of one file; what is longer is not read to its end."""

FAILURES_BORNE = 10
"""Of the connection; a host that fails so often is asked for nothing more."""

INDEX = "index.html"

SERVED_AS_ANSWER = "404.html"
"""The page that hosts show for what is not there, some with that status even when it is asked for by name."""


class AddressError(Exception):
    """Why a file could not be had, in words that follow its name."""


class NotThereError(AddressError):
    """The host says that there is no such file."""


class Address:
    """The site at an address such as `https://example.org/timeline/`. Safe to use from several threads."""

    def __init__(self, base: str) -> None:
        self.base = f"{base.removesuffix(EDITION_FILE).rstrip('/')}/"
        self._opener = build_opener(_SameHost(self.base))
        self._failures = 0

    def read(self, path: str) -> bytes:
        """The bytes of a file of the site, asked for as readers do: a folder's index by the folder. Raises AddressError."""
        if self._failures >= FAILURES_BORNE:
            raise AddressError("was not asked for: the host failed too often")
        folder, _, name = path.rpartition("/")
        asked = path if name != INDEX else f"{folder}/" if folder else ""
        url = urljoin(self.base, quote(asked))
        request = Request(  # noqa: S310 - `is_address` has seen the scheme
            url, headers={"User-Agent": f"dateline/{__version__}", "Accept-Encoding": "identity"}
        )
        try:
            with self._opener.open(request, timeout=SECONDS) as answer:
                return _whole(answer)
        except HTTPError as error:
            with error:
                return _in_spite_of(error, path)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._failures += 1
            raise AddressError(_words(error)) from error


def is_address(text: str) -> bool:
    """Whether the text is an address of the web and not the name of a folder."""
    return text.lower().startswith(("http://", "https://"))


def address_fault(text: str) -> str:
    """Why a site cannot be asked for at that address, or nothing."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        return str(error)
    if not host:
        return "it names no host"
    if parts.username is not None or parts.password is not None:
        return "it holds a user's name or password"
    if parts.query or parts.fragment:
        return "it has a ? or a #; give the address of the site"
    return ""


class _SameHost(HTTPRedirectHandler):
    """Follows a redirect within the host, and from http to https of it: nothing else is the copy that was asked for."""

    def __init__(self, base: str) -> None:
        self._base = urlsplit(base)

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        there, ours = urlsplit(newurl), self._base
        same = there.hostname == ours.hostname
        upgraded = (ours.scheme, there.scheme) == ("http", "https") and there.port in {None, 443}
        if not same or not (upgraded or (there.scheme, there.port) == (ours.scheme, ours.port)):
            raise URLError(f"it leads to another host, {there.scheme}://{there.netloc}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _whole(answer: IO[bytes]) -> bytes:
    content = answer.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise AddressError(f"is longer than {LARGEST:,} bytes")
    return content


def _in_spite_of(error: HTTPError, path: str) -> bytes:
    if error.code == HTTPStatus.NOT_FOUND and path == SERVED_AS_ANSWER:
        return _whole(error)
    if error.code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        raise NotThereError("is not there")
    raise AddressError(f"the host answers {error.code} {error.reason}")


def _words(error: Exception) -> str:
    """One line, whatever went wrong."""
    reason = error.reason if isinstance(error, URLError) else error
    words = " ".join(str(getattr(reason, "strerror", None) or reason).split())
    return words or type(reason).__name__
