"""markdown-it with our extensions: one parser for each set of extensions that a text needs, made once."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from generator.markdown.extensions import EXTENSIONS
from generator.markdown.galley import galley_of

DEEPEST = 32
"""Levels of nesting; a list takes two."""

_STOPS = re.compile(r"[\n\\`*_\[\]<&]|!(?=\[)|\^(?=\[)|~(?=~)")
"""Where plain text may end: only what some rule of ours begins with."""

_PARSERS_KEPT = 256


class Parser(MarkdownIt):
    """Starts from nothing: no HTML, no guessing of links, every rule switched on by an extension."""

    def __init__(self) -> None:
        """Every address reaches the link rules as written; they judge it."""
        super().__init__("zero", {"html": False, "maxNesting": DEEPEST, "store_labels": True})
        self.block = Blocks()
        self.block.ruler.enableOnly(["paragraph"])
        self.core.ruler.enableOnly(["block", "inline"])
        self.core.ruler.at("inline", _lines)
        self.inline.ruler2.enableOnly([])
        self.inline.terminator_re = _STOPS

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - markdown-it's name
        """Any: `extensions.links` judges, so that a refusal has a place and a reason."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """As written."""
        return url


class Blocks(ParserBlock):
    """markdown-it's blocks; but text nested too deep, which it drops, is reported."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Parse the lines between two, in the container that the state stands in."""
        if state.level >= DEEPEST and startLine < endLine:
            galley = galley_of(state.env)
            galley.report(
                "D409",
                f"the text is nested more than {DEEPEST} levels deep, so it and all below it cannot be shown",
                galley.line_place(startLine),
                "use fewer levels of quotations and lists",
            )
        super().tokenize(state, startLine, endLine)


def parser_for(text: str) -> Parser:
    """The parser with what this text needs, and nothing else to try at every character."""
    return _parser(tuple([extension.wanted(text) for extension in EXTENSIONS]))


@lru_cache(_PARSERS_KEPT)
def _parser(wanted: tuple[bool, ...]) -> Parser:
    parser = Parser()
    for extension, is_wanted in zip(EXTENSIONS, wanted, strict=True):
        if is_wanted:
            extension.install(parser)
    return parser


def _lines(state: StateCore) -> None:
    """markdown-it's inline step; the galley is told which block's text positions count from."""
    galley = galley_of(state.env)
    parse = state.md.inline.parse
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            galley.open(token)
            parse(token.content, state.md, state.env, token.children)
