"""Foreign text to one plain line for a field: no markup, no control characters, nothing that reverses the line.

What comes out is text for a YAML scalar, which templates escape; taking markup out is for readers, not for safety.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.parser import HTMLParser
from typing import Final

LONGEST: Final = 300
"""Characters of a field: a headline, a name."""

_UNSEEN: Final = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
"""Marks that reverse or isolate a run of text, and soft hyphens; joiners stay, because Persian needs them."""
_SILENT: Final = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "math"})
_MARKUP: Final = re.compile(r"<[A-Za-z/!?]|&[A-Za-z#]")
_HIDDEN: Final = re.compile(rf"<(?:{'|'.join(sorted(_SILENT))})\b", re.IGNORECASE)
_DEEPEST: Final = 3
"""Times that escaped markup is opened: feeds escape headlines once, some twice."""


class _Words(HTMLParser):
    """Gathers the text between tags, but for what stands in elements that show nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if not self._silent and tag in _SILENT:
            self._silent = tag
        elif tag in ("br", "p", "div", "li"):
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def without_markup(text: str) -> str:
    """The words of an HTML fragment, also where its markup was escaped."""
    for _ in range(_DEEPEST):
        if not _MARKUP.search(text):
            break
        parser = _Words()
        parser.feed(text[: LONGEST * 40])
        parser.close()
        before, text = text, "".join(parser.words)
        if text == before:
            break
    return text


def hides_something(text: str) -> bool:
    """Whether what `plain_words` takes out of a text is more than tags: a script, a frame and what stands in it."""
    return _HIDDEN.search(unescape(unescape(text[: LONGEST * 40]))) is not None


def one_line(text: str, longest: int = LONGEST) -> str:
    """The text as one plain line of at most `longest` characters, cut at a word."""
    shown = "".join(" " if _is_control(character) else character for character in _UNSEEN.sub("", text))
    line = " ".join(unicodedata.normalize("NFC", shown).split())
    if len(line) <= longest:
        return line
    return f"{line[: longest - 1].rpartition(' ')[0] or line[: longest - 1]}…"


def plain_words(text: str, longest: int = LONGEST) -> str:
    """One plain line out of text that may hold markup."""
    return one_line(without_markup(text), longest)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp", "Cn", "Co")
