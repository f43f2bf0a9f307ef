"""The seal of a form: it was made by this run of the preview, for this browser.

A cookie that no script reads and no other site's page sends holds a random word; the form holds that word's code
under a secret that ends with the process. Beside it the guard has compared the Origin.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from generator.preview.own_files import OWN


@dataclass(frozen=True, slots=True)
class Seals:
    """Makes and knows them."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def of(self, word: str) -> str:
        """The seal for a cookie's word."""
        return hmac.new(self.secret, word.encode(), sha256).hexdigest()

    def holds(self, request: Request, seal: str) -> bool:
        """Whether a seal is that of the browser that sends it."""
        word = request.cookies.get(_name(request), "")
        return bool(word) and hmac.compare_digest(self.of(word).encode(), seal.encode("utf-8", "replace"))


def word_of(request: Request) -> str:
    """The word of the browser's cookie; a new one where it has none."""
    return request.cookies.get(_name(request), "") or secrets.token_urlsafe(24)


def set_word(response: Response, request: Request, word: str) -> None:
    """Have the browser keep its word, for this preview alone, until it is closed."""
    response.set_cookie(_name(request), word, path=f"/{OWN}", httponly=True, samesite="strict")


def _name(request: Request) -> str:
    """Cookies do not tell ports apart, so the name does."""
    return f"dateline-{request.url.port or 80}"
