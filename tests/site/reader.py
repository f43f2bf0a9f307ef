"""A reader at the shipped site: a browser that sees it below a path of a host, and asks nobody else for anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.exports.browser import page_of, served

PATH = "news"


@dataclass(slots=True)
class Reader:
    """A page, the address of the site, and what went wrong: refused requests, errors, breaches of the policy."""

    page: Page
    site: str
    wrong: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        self.page.goto(f"{self.site}{address}")
        return self.page

    @contextmanager
    def without_scripts(self, address: str) -> Iterator[Page]:
        context = self.page.context.browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{self.site}{address}")
        yield page
        context.close()


@contextmanager
def reading(folder: Path, host: Path) -> Iterator[Reader]:
    """A reader of the site in `folder`; `host` is a folder for the host to serve it from."""
    (host / PATH).symlink_to(folder)
    wrong: list[str] = []
    with served(host) as origin, page_of(origin, wrong) as page:
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.set_default_timeout(8000)
        yield Reader(page, f"{origin}/{PATH}/", wrong)
