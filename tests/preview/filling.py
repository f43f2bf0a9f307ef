"""A form filled in as a browser without scripts does it: its fields as they came, some changed, a button pressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

from lxml import html

from tests.preview.running import PATIENCE, Running


@dataclass
class Filled:
    """A form on a page, and the cookie that came with it."""

    preview: Running
    page: Any
    cookie: str
    status: int
    address: str

    @property
    def form(self) -> Any:
        return self.page.forms[0]

    @property
    def fields(self) -> dict[str, str]:
        texts = {area.get("name") for area in self.form.xpath(".//textarea")}
        return {
            name: value.removeprefix("\n") if name in texts else value  # as browsers do
            for name, value in self.form.form_values()
        }

    @property
    def notice(self) -> str:
        return " ".join(" ".join(self.page.xpath("//*[@id='notice']//text()")).split())

    def faults(self, name: str) -> str:
        found = self.page.xpath(
            f"//*[@name='{name}']/ancestor::*[contains(@class, 'field')][1]//ul[@class='faults']//text()"
        )
        return " ".join(" ".join(found).split())

    def press(self, button: str, changes: Mapping[str, str] | None = None, **headers: str) -> Filled:
        pairs = [*(self.fields | dict(changes or {})).items(), ("_do", button)]
        return send(self.preview, self.form.action, pairs, self.cookie, **headers)


def opened(preview: Running, address: str) -> Filled:
    return _asked(preview, "GET", address, None, {})


def send(preview: Running, address: str, pairs: list[tuple[str, str]], cookie: str, **headers: str) -> Filled:
    told = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": f"http://localhost:{preview.port}",
        "Cookie": cookie,
    }
    return _asked(preview, "POST", address, urlencode(pairs).encode(), told | headers)


def _asked(
    preview: Running, method: str, address: str, body: bytes | None, headers: dict[str, str]
) -> Filled:
    connection = HTTPConnection("127.0.0.1", preview.port, timeout=PATIENCE)
    try:
        connection.request(
            method, f"/{address.lstrip('/')}", body, {"Host": f"localhost:{preview.port}"} | headers
        )
        answer = connection.getresponse()
        content = answer.read()
        cookie = (answer.getheader("set-cookie") or headers.get("Cookie", "")).partition(";")[0]
    finally:
        connection.close()
    if answer.status == 303:
        return _asked(preview, "GET", str(answer.getheader("location")), None, {"Cookie": cookie})
    page = html.fromstring(content) if content else None
    for spare in page.xpath("//template") if page is not None else ():
        spare.drop_tree()
    return Filled(preview, page, cookie, answer.status, address)
