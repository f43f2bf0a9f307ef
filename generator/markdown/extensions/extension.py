"""What an extension is: when a text needs it, what it does to the parser, and how its tokens are set in HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.markdown.galley import Galley

Setter = str | Callable[[Galley, Token], str | int]
"""The HTML of a token: always the same, or made from it. An int is a mention's index."""


@dataclass(frozen=True, slots=True)
class Extension:
    """`wanted` may say yes too often, never no too often; `install` is called once per parser; `setters` by token type."""

    name: str
    wanted: Callable[[str], bool]
    install: Callable[[MarkdownIt], object]
    setters: Mapping[str, Setter] = field(default_factory=dict)


def holds(*marks: str) -> Callable[[str], bool]:
    """Wanted by a text with any of these in it."""
    return lambda text: any(mark in text for mark in marks)


def rules(*names: str) -> Callable[[MarkdownIt], object]:
    """Switches on rules that markdown-it has itself."""
    return lambda parser: parser.enable(names)
