"""Markdown after parsing: HTML parts with unresolved mentions between them.

Parsing one file never looks at another, so a body is kept as parts; linking only joins them.
"""

from __future__ import annotations

from dataclasses import dataclass

Parts = tuple[str | int, ...]
"""HTML (or plain) text; an int stands for the mention of that index."""

ROOT = "\x00"
"""In HTML, the way from a page up to the site's root, put in when a page joins its parts. Never in text:
the Markdown room replaces NUL, so no source can write it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """`[[target]]` or `[[target|words]]` in prose.

    `target` and `words` are as written (`words` empty: show the record's name). `line` and `column` are
    1-based, in characters, of the opening brackets in the source file; `length` runs to the closing ones.
    `context` is the sentence around it as plain text, with mentions (this one too) as indices.
    """

    target: str
    words: str
    line: int
    column: int
    length: int
    context: Parts = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body: level 2 to 6 (a body's `#` is level 2), its fragment id and its plain text."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture of this site in prose: its address without a leading slash, and where it stands
    (1-based line and column, length in characters).
    """

    address: str
    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class Prose:
    """HTML parts in which no text needs more escaping; the mentions in order, the headings, the links within
    the site.
    """

    parts: Parts = ()
    mentions: tuple[Mention, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)


EMPTY = Prose()
