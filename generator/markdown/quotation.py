"""Straight quotation marks and apostrophes into the language's own.

By the character before: after a space, an opening bracket or a dash a mark opens, elsewhere it closes. Linear in
the text, and it also sets a quotation that runs over paragraphs, which pairing marks would leave straight.
"""

from __future__ import annotations

import re
import unicodedata

from generator.markdown.language import Language

STRAIGHT = re.compile(r"[\"']")
_DECADE = re.compile(r"'\d\ds?\b")
_BEFORE_OPENING = frozenset(("Ps", "Pi", "Pd", "Zs", "Zl", "Zp", "Cc"))


def curled(words: str, language: Language, before: str = " ", after: str = " ") -> str:
    """The words with typographic marks; `before` and `after` are the characters around them."""
    if '"' not in words and "'" not in words:
        return words
    pieces: list[str] = []
    done, opens = 0, False
    for found in STRAIGHT.finditer(words):
        at = found.start()
        previous = words[at - 1] if at else before
        # a mark beside a mark does what that one did
        opens = opens if previous in "\"'" else _opens(previous)
        pieces += (
            words[done:at],
            _curled(words, at, language, previous, words[at + 1 : at + 2] or after, opens=opens),
        )
        done = at + 1
    return "".join(pieces) + words[done:]


def _opens(previous: str) -> bool:
    return previous in "/=" or unicodedata.category(previous) in _BEFORE_OPENING


def _curled(words: str, at: int, language: Language, previous: str, following: str, *, opens: bool) -> str:
    mark = words[at]
    if previous.isspace() and following.isspace():
        return mark
    double_open, double_close, single_open, single_close = language.quotes
    if mark == '"':
        if previous.isalnum() and following.isalnum():
            return mark
        return double_open if opens else double_close
    if _DECADE.match(words, at) or (previous.isalnum() and following.isalnum()):
        return "’"
    return single_open if opens else single_close
