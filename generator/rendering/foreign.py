"""What is different about a page in another language than the site's own: texts that are not translated are marked as what
they are, and what all languages share is one folder further up.

While a page is put together, a text that is not translated stands between marks: NUL with U+0001, the language, U+0002; and
NUL with U+0003. NUL is in no text. Where HTML may stand, the marks become an element that says the language; elsewhere
(attributes, titles, drawings) they go.
"""

from __future__ import annotations

import re

from generator.model.names import language_direction
from generator.model.prose import ROOT

_BEGIN, _SAID, _END = f"{ROOT}\x01", "\x02", f"{ROOT}\x03"

_PIECE = re.compile(
    rf"<(title|svg|option|textarea|script|style)\b.*?</\1>|<[^>]*>|{_BEGIN}([^{_SAID}]*){_SAID}([^{ROOT}]*){_END}",
    re.DOTALL,
)
"""An element in which no other may stand, a tag, a marked text."""

_MARKS = re.compile(f"{_BEGIN}[^{_SAID}]*{_SAID}|{_END}")

_FILE = re.compile(f'{ROOT}(?!\\.\\./)([^"#?\\s]*[^"#?/\\s])(?=["#?])')
"""A link to a file of the site."""

FEEDS = frozenset(["feed.xml", "feed.json", "corrections.xml"])
"""Files that there are in every language."""


def marked(html: str, language: str) -> str:
    """Escaped text, marked."""
    return f"{_BEGIN}{language}{_SAID}{html}{_END}"


def said_in_other_words(page: str) -> str:
    """The page with the marks resolved."""
    return _PIECE.sub(_resolved, page) if _BEGIN in page else page


def _resolved(match: re.Match[str]) -> str:
    language, said = match[2], match[3]
    if language is None:
        return _MARKS.sub("", match[0]) if _BEGIN in match[0] else match[0]
    return f'<bdi class="foreign" lang="{language}" dir="{language_direction(language)}">{said}</bdi>'


def shared_below(page: str) -> str:
    """The page with links to files leading to where all languages share them; pages there are in each."""
    return _FILE.sub(lambda link: link[0] if link[1] in FEEDS else f"{ROOT}../{link[1]}", page)
