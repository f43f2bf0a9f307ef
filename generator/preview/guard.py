"""Who may ask for what. While the preview runs, every other site in the editor's browser counts as hostile.

Only GET and HEAD, without a body; only under the names of this machine, which no DNS record of a stranger's can take
(DNS rebinding); nothing for a page of another origin, but that a link from there may be followed; nothing may frame a
page, embed a file or keep a copy. Where records are edited, forms may be sent as well, to the addresses of forms alone and
from pages of this origin alone. Where there is a password, whoever does not know it gets nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.preview.own_files import OWN
from generator.preview.password import CHALLENGE, Password

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})

ANY: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104 - asked for, never the default
"""Addresses that stand for all of a machine's own."""

HEAD_BYTES: Final = 16 * 1024

FORM_BYTES: Final = 8 * 1024 * 1024
"""Of a form that is sent: it carries a record's texts twice, and each letter may take up to nine bytes."""

FORMS: Final = f"/{OWN}edit"
"""Below this address forms may be sent, where there are any."""

FORM_TYPE: Final = "application/x-www-form-urlencoded"

PAUSE: Final = 1.0
"""Seconds after which a wrong password is answered."""

REFERRER: Final = "referrer-policy"

ALWAYS: Final = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    REFERRER: "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""What every answer says."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Stands before the application. `names` are the hosts that may be asked for; `any_address`: every literal address
    too, for a preview that was asked to listen on all of them. `edits`: forms may be sent.
    """

    app: ASGIApp
    names: frozenset[str]
    any_address: bool = False
    edits: bool = False
    password: Password | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what may be answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                own = told.get(REFERRER)  # a form's page says where it comes from, or it could not be sent
                told.update(ALWAYS | ({REFERRER: own} if own else {}))
            await send(message)

        status, why = self._refusal(scope)
        if status:
            allow = {"allow": "GET, HEAD"} if status == 405 else None  # noqa: PLR2004 - HTTP's own number
            await PlainTextResponse(f"{why}\n", status, allow)(scope, receive, answer)
            return
        given = Headers(scope=scope).get("authorization", "")
        if self.password is not None and not self.password.opens(given):
            if given:
                await asyncio.sleep(PAUSE)
            await PlainTextResponse("A password is needed.\n", 401, CHALLENGE)(scope, receive, answer)
            return
        await self.app(scope, receive, answer)

    def _refusal(self, scope: Scope) -> tuple[int, str]:
        """The status and the reason to refuse with; (0, "") for none."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        host = hosts[0] if len(hosts) == 1 else ""
        foreign = any(origin != f"http://{host}" for origin in headers.getlist("origin"))
        embedded = headers.get("sec-fetch-site") == "cross-site" and not _is_visit(headers)
        is_form = self.edits and scope["method"] == "POST" and _is_for_forms(scope["path"])
        reasons = (
            (_length(scope) > HEAD_BYTES, 431, "That is too much to ask at once."),
            (scope["method"] not in {"GET", "HEAD"} and not is_form, 405, "The preview only shows."),
            (not self._is_ours(host), 403, "The preview does not answer to that name."),
            (foreign or embedded, 403, "The preview answers no other site."),
            *(
                _form_reasons(headers)
                if is_form
                else ((_has_body(headers), 413, "The preview takes nothing."),)
            ),
        )
        return next(((status, why) for wrong, status, why in reasons if wrong), (0, ""))

    def _is_ours(self, host: str) -> bool:
        name = host_name(host)
        return name in self.names or (self.any_address and _is_address(name))


def _length(scope: Scope) -> int:
    """Bytes of a request's head. The parser has a limit of its own, but only for heads that come in pieces."""
    headers = sum(len(name) + len(value) for name, value in scope["headers"])
    return headers + len(scope["raw_path"]) + len(scope["query_string"])


def _is_for_forms(path: str) -> bool:
    return path == FORMS or path.startswith(f"{FORMS}/")


def _has_body(headers: Headers) -> bool:
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


def _form_reasons(headers: Headers) -> tuple[tuple[bool, int, str], ...]:
    """Why a form is refused: only a page of this very origin may send one, and it says how long it is."""
    length = headers.get("content-length", "")
    known = length.isascii() and length.isdigit() and "transfer-encoding" not in headers
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    own = headers.get("sec-fetch-site", "same-origin") == "same-origin"
    return (
        (
            len(headers.getlist("origin")) != 1 or not own,
            403,
            "Forms are taken from the preview's own pages.",
        ),
        (not known, 411, "A form says how long it is."),
        (known and int(length[:12]) > FORM_BYTES, 413, "That is too much for a form."),
        (kind != FORM_TYPE, 415, "That is no form."),
    )


def allowed(host: str) -> tuple[frozenset[str], bool]:
    """The names to answer to when listening on a host, and whether to answer to any literal address."""
    return LOOPBACK | {host_name(host)} - ANY, host in ANY


def host_name(host: str) -> str:
    """The name of a Host header, lower-case, without port and brackets: `[::1]:8000` is `::1`."""
    name = host.lower()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.partition(":")[0] if name.count(":") == 1 else name


def _is_visit(headers: Headers) -> bool:
    """Whether somebody follows a link here (W3C Fetch Metadata): not a frame, a script, a picture or a fetch."""
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(hosts: Iterable[str]) -> bool:
    """Whether all of them are this machine alone."""
    return all(
        host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)
        for host in hosts
    )
