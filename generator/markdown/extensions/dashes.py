"""Dashes and ellipses: `--`, `---` and `...`, but not within a bare web address or beside more of the same."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from generator.markdown.extensions.extension import Extension, holds

_RUN = re.compile(
    r"https?://\S+"
    r"|(?<!-)---(?!-)"
    r"|(?:(?<=\s)|^)--(?=\s|$)|(?<=[^\s-])--(?=[^\s-])"  # an option such as --strict keeps its hyphens
    r"|(?<!\.)\.\.\.(?!\.)"
)
_SET = {"--": "–", "---": "—", "...": "…"}


def _dashed(run: re.Match[str]) -> str:
    return _SET.get(run.group(), run.group())


def _dash(state: StateCore) -> None:
    for block in state.tokens:
        if block.type == "inline" and block.children and ("--" in block.content or "..." in block.content):
            for token in block.children:
                if token.type == "text":
                    token.content = _RUN.sub(_dashed, token.content)


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.push("dashes", _dash)


DASHES = Extension("dashes", holds("--", "..."), _install)
