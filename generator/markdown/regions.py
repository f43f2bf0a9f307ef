"""Where foreign Markdown holds code, blocks of raw HTML, and running text, by line.

For importers, which turn raw HTML into Markdown before our own parser, for which it is plain text, sees the body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from markdown_it import MarkdownIt


@dataclass(frozen=True, slots=True)
class Region:
    """Lines `first:end` (from 0, end excluded) of a text."""

    kind: Literal["text", "html", "code"]
    first: int
    end: int


def regions(text: str) -> Iterator[Region]:
    """The whole text in order. `html` is a block of raw HTML that stands in no list or quotation; HTML within one, or
    within a paragraph, is `text`.
    """
    count = text.count("\n") + 1
    at = 0
    for token in _parser().parse(text):
        kind = _KINDS.get(token.type)
        if kind is None or token.map is None or token.map[0] < at or (kind == "html" and token.level):
            continue
        first, end = token.map
        if at < first:
            yield Region("text", at, first)
        yield Region(kind, first, end)
        at = end
    if at < count:
        yield Region("text", at, count)


_KINDS: dict[str, Literal["html", "code"]] = {"html_block": "html", "fence": "code", "code_block": "code"}


@cache
def _parser() -> MarkdownIt:
    """Blocks alone: what stands within a line has no place anyway."""
    parser = MarkdownIt("commonmark", {"html": True})
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser
