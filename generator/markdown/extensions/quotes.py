"""Straight quotation marks and apostrophes into the language's own, a token at a time (`markdown.quotation`)."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from generator.markdown.extensions.extension import Extension, holds
from generator.markdown.galley import galley_of
from generator.markdown.language import Language
from generator.markdown.quotation import STRAIGHT, curled


def _curl(state: StateCore) -> None:
    language = galley_of(state.env).language
    for block in state.tokens:
        if block.type == "inline" and block.children and STRAIGHT.search(block.content):
            _curl_line(block.children, language)


def _curl_line(tokens: list[Token], language: Language) -> None:
    before = " "
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        last = token.content[-1:]
        if token.type == "text":
            token.content = curled(token.content, language, before, _first(following))
        if token.type in ("softbreak", "hardbreak"):
            before = " "
        elif last:
            before = last if token.type.startswith("text") else "x"


def _first(token: Token | None) -> str:
    """What stands after a text: space at a line's end, else something that is not."""
    return " " if token is None or token.type in ("softbreak", "hardbreak") else "x"


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.push("quotes", _curl)


QUOTES = Extension("quotation marks", holds('"', "'"), _install)
