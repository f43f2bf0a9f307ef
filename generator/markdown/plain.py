"""HTML parts into plain text: for descriptions, feeds, search, and the sentence around a mention."""

from __future__ import annotations

import html
import re

from generator.model.prose import Parts

# our own HTML only: `>` in attributes is always escaped, so a tag ends at the next one
_DROPPED = re.compile(
    r'<sup class="noteref".*?</sup>'  # the number of a footnote is no part of the sentence
    r'|<a class="noteback".*?</a>'
    r"|<[^>]*>",
    re.DOTALL,
)


def plain_text(parts: Parts) -> Parts:
    """Tags dropped, entities resolved, white space collapsed; mentions keep their indices. Blocks stand a space apart."""
    texts: list[str | int] = [_plain(part) if isinstance(part, str) else part for part in parts]
    if texts and isinstance(texts[0], str):
        texts[0] = texts[0].lstrip(" ")
    if texts and isinstance(texts[-1], str):
        texts[-1] = texts[-1].rstrip(" ")
    return tuple(text for text in texts if text != "")


def _plain(part: str) -> str:
    return collapsed(html.unescape(_DROPPED.sub("", part)))


def collapsed(text: str) -> str:
    """Runs of HTML's white space as one space. Replacing takes a tenth of a pattern's time: most spaces are single."""
    for space in "\t\n\r\f":
        text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text
