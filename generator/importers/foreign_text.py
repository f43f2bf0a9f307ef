"""Foreign text to our fields and bodies: HTML to Markdown, plain text to Markdown that shows it as it is.

Text without markup needs no library; HTML goes through `html_to_markdown`, which needs the extra `import`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from generator.importers.html_cleaning import cleaned
from generator.importers.html_to_markdown import escaped, markdown_of

_MARKUP: Final = re.compile(r"<[A-Za-z/!?]")
_ENTITY: Final = re.compile(r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]+);")
_TAG: Final = re.compile(r"<[^<>]*>")
_HIDDEN: Final = re.compile(
    r"<(script|style|iframe|object|embed|form|svg)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_HALF: Final = re.compile("[\ud800-\udfff]")
"""Surrogates, of which JSON can write one alone; no UTF-8 can."""
_IMAGE: Final = re.compile(r"!\[((?:[^\]\\]|\\.)*)\]\(([^()]*)\)")
_STARTS_BLOCK: Final = re.compile(r"^( {0,3})([#>+=:~-]|\d{1,9}(?=[.)]))", re.MULTILINE)


def has_markup(text: str) -> bool:
    """Whether the text is HTML rather than plain."""
    return _MARKUP.search(text) is not None or _ENTITY.search(text) is not None


def hides_something(text: str) -> bool:
    """Whether something is taken out of a text: scripts, frames or forms with all that stands in them, half letters."""
    return _HIDDEN.search(text) is not None or _HALF.search(text) is not None


def words_of(text: str) -> str:
    """One line of plain text out of HTML or of text."""
    plain = unescape(_TAG.sub(" ", _HIDDEN.sub(" ", text))) if has_markup(text) else text
    return " ".join(plain.split())


def markdown_from(text: str) -> str:
    """A body or a summary in Markdown, out of HTML or of plain text."""
    text = _HALF.sub("\ufffd", text)
    return (
        _IMAGE.sub(_linked, markdown_of(cleaned(text)).text).strip()
        if has_markup(text)
        else plain_markdown(text)
    )


def _linked(image: re.Match[str]) -> str:
    """A picture of another host as a link, so that no reader's browser asks for it; one without a whole address is none."""
    return (
        f"[{image[1] or 'picture'}]({image[2]})" if image[2].startswith(("https://", "http://")) else image[1]
    )


def plain_markdown(text: str) -> str:
    """Markdown that shows a plain text as it is; an empty line begins a paragraph, any other goes on."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = ("\n".join(line.strip() for line in part.strip().split("\n")) for part in paragraphs)
    return "\n\n".join(_STARTS_BLOCK.sub(r"\1\\\2", escaped(part)) for part in lines if part)
