"""Tokens into HTML: each is set by its extension, and each mention gets the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markdown_it.token import Token

from generator.markdown import escape
from generator.markdown.extensions import SETTERS
from generator.markdown.galley import Galley, merged
from generator.markdown.plain import plain_text
from generator.markdown.sentences import sentences_around
from generator.model.prose import Prose


def set_in_html(galley: Galley, tokens: Iterable[Token]) -> Prose:
    """All tokens of a text."""
    for token in tokens:
        if token.type == "inline":
            _set_line(galley, token.children or ())
            token.children = None  # of a large text, tokens take most of the memory
        else:
            galley.out.append(_html(galley, token))
    return Prose(merged(galley.out), tuple(galley.mentions), tuple(galley.headings), tuple(galley.links))


def _set_line(galley: Galley, tokens: Iterable[Token]) -> None:
    begin, known = len(galley.out), len(galley.mentions)
    for token in tokens:
        galley.out.append(escape.text(token.content) if token.type == "text" else _html(galley, token))
    if len(galley.mentions) > known:
        contexts = sentences_around(plain_text(merged(galley.out[begin:])))
        for index, context in contexts.items():
            galley.mentions[index] = replace(galley.mentions[index], context=context)


def _html(galley: Galley, token: Token) -> str | int:
    setter = SETTERS[token.type]
    return setter if isinstance(setter, str) else setter(galley, token)
