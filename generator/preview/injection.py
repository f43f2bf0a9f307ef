"""The one thing that the preview adds to a page: a line in its head. Taken out, the bytes are those published."""

from __future__ import annotations

from hashlib import sha256
from html import escape
from typing import Final

from generator.preview.own_files import OWN

_HEAD: Final = b"<head>\n"


def digest_of(content: bytes) -> str:
    """A short name of a page's bytes."""
    return sha256(content).hexdigest()[:16]


def injected(address: str, content: bytes, token: str) -> bytes:
    """A page with the line that keeps it up to date.

    It stands before the page's own scripts, so that it sees the page as it was sent, and before its content security
    policy, which lets it in all the same.
    """
    before, head, after = content.partition(_HEAD)
    line = injection(address, content, token)
    return before + head + line + after if head else line + before


def injection(address: str, content: bytes, token: str) -> bytes:
    """That line."""
    values = {"page": address, "digest": digest_of(content), "token": token}
    told = " ".join(f'data-{name}="{escape(value)}"' for name, value in values.items())
    return (
        f'<script src="/{OWN}idiomorph.js" defer></script>'
        f'<script src="/{OWN}client.js" {told} defer></script>\n'
    ).encode()
