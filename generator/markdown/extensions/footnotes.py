"""Footnotes: `[^label]` with its definition, and `^[inline]`. Numbered in order of use, at the body's end.

Their ids have an underscore (`note_1`, `noteref_1`, `noteref_1_2` for a second use), which no heading's anchor has.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

from generator.markdown import escape
from generator.markdown.extensions.extension import Extension, holds
from generator.markdown.galley import Galley, galley_of

_REFERENCE = re.compile(r"\[\^([^\s\[\]]{1,100})\]")

_FAILURES_ALLOWED = 100

Definition = tuple[Token, list[Token]]
"""The token that opens it, and its blocks."""


def _reference(state: StateInline, silent: bool) -> bool:
    if not _REFERENCE.match(state.src, state.pos, state.posMax):
        return False
    # a description is an attribute: no link can stand in it
    return not galley_of(state.env).in_alt and footnote_ref(state, silent)


def _inline(state: StateInline, silent: bool) -> bool:
    galley = galley_of(state.env)
    if not state.src.startswith("^[", state.pos) or not _has_notes(galley, state):
        return False
    outer = galley.shift
    galley.shift += state.pos + 2
    found = footnote_inline(state, silent)
    galley.shift = outer
    galley.failures += not found
    return found


def _has_notes(galley: Galley, state: StateInline) -> bool:
    """Not in attributes, fields and links; nor in a block of brackets without end, each of which is sought to the end."""
    return not (galley.in_alt or galley.single or state.linkLevel) and galley.failures < _FAILURES_ALLOWED


def _unknown(state: StateInline, silent: bool) -> bool:
    """Comes last: a reference that no definition answers stays text, and is reported."""
    if silent or not state.src.startswith("[^", state.pos):
        return False
    found = _REFERENCE.match(state.src, state.pos, state.posMax)
    galley = galley_of(state.env)
    if found and not galley.in_alt:
        galley.report(
            "D412",
            f'no footnote is called "{found.group(1)}"',
            galley.place(found.start(), found.end()),
            "a summary or field has no footnotes"
            if galley.single
            else f"write it below: [^{found.group(1)}]: …",
        )
    return False


def _gather(state: StateCore) -> None:
    """Take the definitions out of the body and put those that are used, in order, at its end."""
    galley = galley_of(state.env)
    notes: dict[str, Any] = state.env.get("footnotes", {})
    body, definitions = _sorted_out(state.tokens)
    known = _known(galley, notes.get("refs", {}), definitions)
    used: dict[int, dict[str, Any]] = notes.get("list", {})
    if used:
        body.append(Token("notes_open", "", 1))
        for number, note in used.items():
            body += _note(number + 1, note, known)
        body.append(Token("notes_close", "", -1))
    state.tokens = body


def _sorted_out(tokens: list[Token]) -> tuple[list[Token], list[Definition]]:
    definitions: list[Definition] = []
    stack: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "footnote_reference_open":
            stack.append([])
            definitions.append((token, stack[-1]))
        elif token.type == "footnote_reference_close":
            stack.pop()
        else:
            stack[-1].append(token)
    return stack[0], definitions


def _known(galley: Galley, refs: dict[str, int], definitions: list[Definition]) -> dict[str, list[Token]]:
    """The first definition of each label; second ones and unused ones are reported, since nothing shows them."""
    known: dict[str, list[Token]] = {}
    for opening, blocks in definitions:
        label = opening.meta["label"]
        place = galley.line_place(opening.map[0] if opening.map else 0)
        if label in known:
            galley.report(
                "D414", f'the footnote "{label}" is defined twice', place, "give one of them another label"
            )
        elif refs.get(":" + label, -1) < 0:
            galley.report(
                "D413",
                f'nothing refers to the footnote "{label}"',
                place,
                f"write [^{label}] where it belongs",
            )
        known.setdefault(label, blocks)
    return known


def _note(number: int, note: dict[str, Any], known: dict[str, list[Token]]) -> list[Token]:
    if "tokens" in note:  # an inline one
        line = Token("inline", "", 0, content=note["content"], children=note["tokens"])
        blocks = [Token("paragraph_open", "p", 1), line, Token("paragraph_close", "p", -1)]
    else:
        blocks = list(known.get(note["label"], ()))
    end = len(blocks) - 1 if blocks and blocks[-1].type == "paragraph_close" else len(blocks)
    back = [
        Token("note_back", "", 0, meta={"number": number, "use": use})
        for use in range(note.get("count", 0) or 1)
    ]
    opening = Token("note_open", "", 1, meta={"number": number})
    return [opening, *blocks[:end], *back, *blocks[end:], Token("note_close", "", -1)]


def _use(number: int, use: int) -> str:
    return f"{number}_{use + 1}" if use else f"{number}"


def _set_reference(galley: Galley, token: Token) -> str:
    number = token.meta["id"] + 1
    label = escape.attribute(f"{galley.language.footnote} {number}")
    use = _use(number, token.meta.get("subId", 0))
    return (
        f'<sup class="noteref" id="noteref_{use}">'
        f'<a href="#note_{number}" role="doc-noteref" aria-label="{label}">{number}</a></sup>'
    )


def _set_back(galley: Galley, token: Token) -> str:
    use = _use(token.meta["number"], token.meta["use"])
    label = escape.attribute(f"{galley.language.back} {use.replace('_', '.')}")
    # the second character asks for a text arrow, not a picture
    return f' <a class="noteback" href="#noteref_{use}" role="doc-backlink" aria-label="{label}">\u21a9\ufe0e</a>'


def _set_notes(galley: Galley, _token: Token) -> str:
    label = escape.attribute(galley.language.footnotes)
    return f'<section class="footnotes" role="doc-endnotes" aria-label="{label}">\n<ol>\n'


def _set_note(galley: Galley, token: Token) -> str:
    anchor = f"note_{token.meta['number']}"
    galley.anchors.add(anchor)
    return f'<li id="{anchor}">'


def _install(parser: MarkdownIt) -> None:
    footnote_plugin(parser, move_to_end=False)
    parser.inline.ruler.at("footnote_ref", _reference)
    parser.inline.ruler.at("footnote_inline", _inline)
    parser.inline.ruler.push("unknown_footnote", _unknown)
    parser.core.ruler.after("inline", "gather_footnotes", _gather)


FOOTNOTES = Extension(
    "footnotes",
    holds("[^", "^["),
    _install,
    {
        "footnote_ref": _set_reference,
        "note_back": _set_back,
        "notes_open": _set_notes,
        "notes_close": "</ol>\n</section>\n",
        "note_open": _set_note,
        "note_close": "</li>\n",
    },
)
