r"""Mentions: `[[target]]` and `[[target|words]]`. Not in code; `\[[` is text; both may run over a line's end."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.markdown.extensions.extension import Extension, holds
from generator.markdown.galley import Galley, galley_of
from generator.markdown.mention import MENTION, target_in, words_in


def _mention(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[[", state.pos):
        return False
    found = MENTION.match(state.src, state.pos, state.posMax)
    if found is None or not (target := target_in(found.group(1))):
        return False
    if not silent:
        galley = galley_of(state.env)
        words = words_in(found.group(2) or "", galley.language)
        token = state.push("mention", "", 0)
        token.content = words or target
        token.meta = {"target": target, "words": words, "place": galley.place(found.start(), found.end())}
    state.pos = found.end()
    return True


def _unfinished(state: StateInline, silent: bool) -> bool:
    """Comes last, when no rule could use these brackets: says why they are no mention and leaves them as text."""
    pos = state.pos
    if silent or not state.src.startswith("[[", pos) or state.src.startswith("[", pos + 2):
        return False
    galley = galley_of(state.env)
    found = MENTION.match(state.src, pos, state.posMax)
    if found:
        galley.report(
            "D402",
            "the mention names no record",
            galley.place(pos, found.end()),
            r"write the record's id or name, as in [[tabqa-airbase]]; for plain brackets write \[[",
        )
    else:
        galley.report(
            "D401",
            "the mention is not closed",
            galley.place(pos, pos + 2),
            r"close it with ]] in the same paragraph (in a table cell, write [[target\|words]]); "
            r"for plain brackets write \[[",
        )
    return False


def _set(galley: Galley, token: Token) -> int:
    return galley.enter(token)


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("link", "mention", _mention)
    parser.inline.ruler.push("unfinished_mention", _unfinished)


MENTIONS = Extension("mentions", holds("[["), _install, {"mention": _set})
