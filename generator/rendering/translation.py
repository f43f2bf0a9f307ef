"""Messages in templates: translated when a template is compiled, so that a page pays nothing for them.

Two forms, those of Jinja's own `i18n` extension, so that its documentation holds:

- `_("Sources")`, of a constant text, anywhere in an expression;
- `{% trans %}Page {{ pager.number }} of {{ pager.total }}{% endtrans %}`, where what is put in is named in the message by
  its last word (`Page {number} of {total}`), or by a name that the tag gives it (`{% trans when=pieces.when(date) %}`).

Unlike that extension's, a block becomes the pieces of text and the expressions themselves, in the translation's order. And
`| digits` writes a number in the digits of the language; it is left out where those are Latin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from jinja2 import nodes
from jinja2.environment import Environment
from jinja2.exceptions import TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.parser import Parser

from generator.languages.language import ENGLISH, Language

_PLACE: Final = re.compile(r"\{(\w+)\}")
_CALL: Final = ("name", "lparen", "string", "rparen")


class Translation(Extension):
    """The two forms, in the language of an environment."""

    tags = {"trans"}  # noqa: RUF012 - as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.language: Language = ENGLISH
        self.heard: Callable[[int, str], None] | None = None
        """Is told line and text of every message: extraction."""

    def said(self, line: int, text: str) -> str:
        """The message in the language."""
        if self.heard is not None:
            self.heard(line, text)
        return self.language.say(text)

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens, with `_("…")` as the translated text, and without `| digits` where it changes nothing."""
        tokens = list(stream)
        at = 0
        while at < len(tokens):
            token = tokens[at]
            four = tokens[at : at + 4]
            if token.value == "_" and tuple(one.type for one in four) == _CALL:
                yield Token(token.lineno, "string", self.said(token.lineno, four[2].value))
                at += 4
            elif token.type == "pipe" and tokens[at + 1].value == "digits" and not self.language.numerals:
                at += 2
            else:
                yield token
                at += 1

    def parse(self, parser: Parser) -> nodes.Node:
        """A block."""
        line = next(parser.stream).lineno
        named: dict[str, nodes.Expr] = {}
        while parser.stream.current.type != "block_end":
            if named:
                parser.stream.expect("comma")
            name = parser.stream.expect("name").value
            parser.stream.expect("assign")
            named[name] = parser.parse_expression()
        body = parser.parse_statements(("name:endtrans",), drop_needle=True)
        return nodes.Output(self._pieces(line, list(_flat(body, line)), named), lineno=line)

    def _pieces(self, line: int, parts: list[nodes.Expr], named: dict[str, nodes.Expr]) -> list[nodes.Expr]:
        values: dict[str, nodes.Expr] = {}
        text = ""
        for part in parts:
            if isinstance(part, nodes.TemplateData):
                text += part.data
                continue
            name = _name(part)
            values[name] = named.get(name, part)
            text += f"{{{name}}}"
        pieces: list[nodes.Expr] = []
        for index, piece in enumerate(_PLACE.split(self.said(line, text))):
            if index % 2:
                pieces.append(values[piece])
            elif piece:
                pieces.append(nodes.TemplateData(piece, lineno=line))
        return pieces


def _flat(body: list[nodes.Node], line: int) -> Iterator[nodes.Expr]:
    for node in body:
        if not isinstance(node, nodes.Output):
            raise TemplateSyntaxError("a message holds text and {{ … }}, no other tags", line)
        yield from node.nodes


def _name(part: nodes.Expr) -> str:
    """What a message calls it."""
    if isinstance(part, nodes.Filter) and part.name == "digits" and part.node is not None:
        part = part.node
    if isinstance(part, nodes.Name):
        return part.name
    if isinstance(part, nodes.Getattr):
        return part.attr
    raise TemplateSyntaxError("give this a name in the tag: {% trans name=… %}", part.lineno)
