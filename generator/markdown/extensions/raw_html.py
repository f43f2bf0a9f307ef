"""Raw HTML is shown as text, a comment's words too; an editor who wrote some is told so."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from generator.markdown.extensions.extension import Extension, holds
from generator.markdown.galley import galley_of

_TAG = re.compile(r"<(?:[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]*>?|!--|!\[CDATA\[|!DOCTYPE\b)")


def _raw(state: StateInline, silent: bool) -> bool:
    if silent or not state.src.startswith("<", state.pos):
        return False
    tag = _TAG.match(state.src, state.pos, state.posMax)
    if tag:
        galley = galley_of(state.env)
        galley.report(
            "D411",
            "this looks like HTML and is shown as text",
            galley.place(tag.start(), tag.end()),
            r"use Markdown; for words in angle brackets write \<",
        )
    return False


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.push("raw_html", _raw)


RAW_HTML = Extension("raw HTML", holds("<"), _install)
