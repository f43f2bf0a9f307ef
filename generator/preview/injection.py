"""The one thing that the preview adds to a page: a line in its head. Taken out, the bytes are those published."""

from __future__ import annotations

from html import escape
from typing import Final

from generator.preview.display import Shown

OWN: Final = "_dateline/"
"""Below this address stands what is the preview's own."""

_HEAD: Final = b"<head>\n"


def injected(shown: Shown, token: str) -> bytes:
    """A page with the line that keeps it up to date.

    It stands before the page's own scripts, so that it sees the page as it was sent, and before its content security
    policy, which lets it in all the same.
    """
    before, head, after = shown.content.partition(_HEAD)
    line = injection(shown, token)
    return before + head + line + after if head else line + before


def injection(shown: Shown, token: str) -> bytes:
    """That line."""
    values = {"page": shown.address, "digest": shown.digest, "token": token}
    told = " ".join(f'data-{name}="{escape(value)}"' for name, value in values.items())
    return (
        f'<script src="/{OWN}idiomorph.js" defer></script>'
        f'<script src="/{OWN}client.js" {told} defer></script>\n'
    ).encode()
