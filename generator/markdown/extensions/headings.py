"""Headings: the body's top level is h2 (the page's title is h1), none is left out, and each has an anchor of its own."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from generator.markdown import escape
from generator.markdown.extensions.extension import Extension
from generator.markdown.galley import Galley, galley_of
from generator.model.names import slug
from generator.model.prose import Heading

_LINE_START = re.compile(r"^[ \t>]*(?:#|=|-+[ \t]*$)|#", re.MULTILINE)
_TOP = 2
_DEEPEST = 6

OF_PAGES = frozenset(
    {"main", "corrections", "dates", "did", "was-hit", "said", "mediated", "took-part", "reported", "other"}
)
"""Ids that pages give to sections of their own (in the templates); no heading of a text takes one."""


def _outline(state: StateCore) -> None:
    """Give each heading token its level on the page: one below the heading it stands under, however it was written."""
    galley = galley_of(state.env)
    above: list[int] = []
    for token in state.tokens:
        if token.type == "heading_open":
            written = int(token.tag[1:])
            while above and above[-1] >= written:
                above.pop()
            if above and written > above[-1] + 1 and token.map:
                _report_skipped(galley, written, above[-1], token.map[0])
            above.append(written)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(_TOP - 1 + len(above), _DEEPEST)}"


def _report_skipped(galley: Galley, written: int, above: int, line: int) -> None:
    galley.report(
        "D418",
        f"a heading of level {written} stands under one of level {above}",
        galley.line_place(line),
        f"write it with {'#' * (above + 1)}; so it is shown",
    )


def _open(galley: Galley, _token: Token) -> str:
    galley.slot = len(galley.out)
    return ""


def _close(galley: Galley, token: Token) -> str:
    words = galley.words_since(galley.slot)
    anchor = _anchor(galley, slug(words))
    galley.headings.append(Heading(int(token.tag[1:]), anchor, words))
    galley.out[galley.slot] = f'<{token.tag} id="{escape.attribute(anchor)}">'
    return f"</{token.tag}>\n"


def _anchor(galley: Galley, wish: str) -> str:
    """The wish, or the first free of `wish-2`, `wish-3` …."""
    anchor = wish
    while anchor in galley.anchors or anchor in OF_PAGES:
        galley.repeats[wish] = number = galley.repeats.get(wish, 1) + 1
        anchor = f"{wish}-{number}"
    galley.anchors.add(anchor)
    return anchor


def _install(parser: MarkdownIt) -> None:
    parser.enable(["heading", "lheading"])
    parser.core.ruler.before("inline", "outline", _outline)


HEADINGS = Extension(
    "headings",
    lambda text: _LINE_START.search(text) is not None,
    _install,
    {"heading_open": _open, "heading_close": _close},
)
