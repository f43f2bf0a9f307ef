"""The parts of CommonMark that need nothing of ours but their HTML, strikethrough among them."""

from __future__ import annotations

import re

from markdown_it.token import Token

from generator.markdown import escape
from generator.markdown.extensions.extension import Extension, Setter, holds, rules
from generator.markdown.galley import Galley

# at a line's start or after the mark of a container, which may stand on the same line
_LIST_OR_RULE = re.compile(
    r"(?:^|[ \t>])(?:(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|[-*_][ \t]*[-*_][ \t]*[-*_])", re.MULTILINE
)
_LANGUAGE = re.compile(r"[A-Za-z0-9_+#.\-]{1,40}")


def _paragraph(_galley: Galley, token: Token) -> str:
    return "" if token.hidden else "<p>"


def _paragraph_end(_galley: Galley, token: Token) -> str:
    return "\n" if token.hidden else "</p>\n"


def _numbered(_galley: Galley, token: Token) -> str:
    start = token.attrs.get("start")
    return "<ol>\n" if start is None else f'<ol start="{int(start)}">\n'


def _code_span(_galley: Galley, token: Token) -> str:
    return f"<code>{escape.text(token.content)}</code>"


def _code_block(_galley: Galley, token: Token) -> str:
    # `token.info` is text of the editor: only a plain word of it becomes a class
    language = _LANGUAGE.fullmatch(token.info.split(maxsplit=1)[0]) if token.info.strip() else None
    kind = f' class="language-{escape.attribute(language.group())}"' if language else ""
    return f"<pre><code{kind}>{escape.text(token.content)}</code></pre>\n"


def _words(_galley: Galley, token: Token) -> str:
    return escape.text(token.content)


BASICS: dict[str, Setter] = {
    "paragraph_open": _paragraph,
    "paragraph_close": _paragraph_end,
    "text": _words,
    "text_special": _words,
    "softbreak": "\n",
    "hardbreak": "<br>\n",
}

COMMONMARK: tuple[Extension, ...] = (
    Extension("line ends", holds("\n"), rules("newline")),
    Extension("escapes", holds("\\"), rules("escape")),
    Extension("entities", holds("&"), rules("entity")),
    Extension("code spans", holds("`"), rules("backticks"), {"code_inline": _code_span}),
    Extension(
        "emphasis",
        holds("*", "_"),
        rules("emphasis", "balance_pairs"),
        {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"},
    ),
    Extension(
        "strikethrough",
        holds("~~"),
        rules("strikethrough", "balance_pairs"),
        {"s_open": "<s>", "s_close": "</s>"},
    ),
    Extension("fenced code", holds("```", "~~~"), rules("fence"), {"fence": _code_block}),
    Extension("indented code", holds("    ", "\t"), rules("code"), {"code_block": _code_block}),
    Extension(
        "quotations",
        holds(">"),
        rules("blockquote"),
        {"blockquote_open": "<blockquote>\n", "blockquote_close": "</blockquote>\n"},
    ),
    Extension(
        "lists and rules",
        lambda text: _LIST_OR_RULE.search(text) is not None,
        rules("list", "hr"),
        {
            "bullet_list_open": "<ul>\n",
            "bullet_list_close": "</ul>\n",
            "ordered_list_open": _numbered,
            "ordered_list_close": "</ol>\n",
            "list_item_open": "<li>",
            "list_item_close": "</li>\n",
            "hr": "<hr>\n",
        },
    ),
)
