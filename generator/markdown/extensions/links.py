"""Links, `<https://…>` among them: only to where they may lead; otherwise a finding, and their words stay as text."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import autolink as read_autolink
from markdown_it.rules_inline import link as read_link
from markdown_it.token import Token

from generator.markdown import escape
from generator.markdown.destinations import SCHEMES, Destination, destination
from generator.markdown.extensions.extension import Extension
from generator.markdown.galley import Galley, galley_of
from generator.model.parsed import Place

_AROUND_A_MENTION = re.compile(r"\[[^\[\]]*\[\[[^\[\]]*\]\][^\[\]]*\]\(")


def checked(galley: Galley, written: str, place: Place) -> Destination:
    """Where a written address leads; a refusal is reported."""
    goal = destination(written)
    if goal.fault == "scheme":
        allowed = ", ".join(SCHEMES)
        advice = f"links may use {allowed}, or an address of this site such as /events/tabqa-falls/"
        galley.report("D403", f"the address is not allowed: {goal.why}", place, advice)
    elif goal.fault == "host":
        advice = "write https: before it, or one / only for an address of this site"
        galley.report("D404", f"the address is not allowed: {goal.why}", place, advice)
    elif goal.fault:
        advice = "write a whole address (https://…) or one of this site (/events/tabqa-falls/)"
        galley.report("D405", f"the address is malformed: {goal.why}", place, advice)
    return goal


def _link(state: StateInline, silent: bool) -> bool:
    start, before = state.pos, len(state.tokens)
    if read_link(state, silent):
        if not silent:
            _settle(state, start, before)
        return True
    if not silent and state.src.startswith("[", start):
        _report_mention_inside(state, start)
    return False


def _autolink(state: StateInline, silent: bool) -> bool:
    if state.linkLevel > 0:  # HTML has no link within a link
        return False
    start, before = state.pos, len(state.tokens)
    if not read_autolink(state, silent):
        return False
    if not silent:
        state.tokens[-2].type = "text_special"  # an address keeps its hyphens and quotes
        _settle(state, start, before)
    return True


def _settle(state: StateInline, start: int, before: int) -> None:
    """Give the link that was just read its final address, or take its tags away."""
    galley = galley_of(state.env)
    opening = next(token for token in state.tokens[before:] if token.type == "link_open")
    if label := opening.meta.get("label"):
        galley.used_definitions.add(label)
    place = galley.place(start, state.pos)
    goal = checked(galley, str(opening.attrs.get("href", "")), place)
    opening.attrs["href"] = goal.address
    if goal.kind == "refused":
        opening.hidden = state.tokens[-1].hidden = True
    elif goal.kind == "fragment":
        galley.fragments.append((goal.address[1:], place))
    elif goal.kind == "inside":
        galley.note_link(goal.address, place)


def _report_mention_inside(state: StateInline, start: int) -> None:
    around = _AROUND_A_MENTION.match(state.src, start, state.posMax)
    if around:
        galley = galley_of(state.env)
        galley.report(
            "D415",
            "a mention stands within the words of a link",
            galley.place(start, around.end()),
            "a mention is a link itself: put one beside the other",
        )


def _report_unused(state: StateCore) -> None:
    """Definitions (`[label]: address`) are not shown: one that no link uses may be a sentence lost."""
    galley = galley_of(state.env)
    definitions = state.env.get("references", {})
    unused = [(label, entry) for label, entry in definitions.items() if label not in galley.used_definitions]
    unused += [(entry["label"], entry) for entry in state.env.get("duplicate_refs", [])]
    for label, entry in unused:
        galley.report(
            "D417",
            f'nothing uses the link definition "{label.lower()}", so its line is not shown',
            galley.line_place(entry["map"][0]),
            r"remove it; or, if it is a sentence, write \[ for its first bracket",
        )


def _open(_galley: Galley, token: Token) -> str:
    if token.hidden:
        return ""
    title = str(token.attrs.get("title", ""))
    titled = f' title="{escape.attribute(title)}"' if title else ""
    return f'<a href="{escape.attribute(str(token.attrs["href"]))}"{titled}>'


def _close(_galley: Galley, token: Token) -> str:
    return "" if token.hidden else "</a>"


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.at("autolink", _autolink)
    parser.enable(["link", "autolink", "reference"])
    parser.core.ruler.after("inline", "unused_definitions", _report_unused)


LINKS = Extension(
    "links",
    lambda text: "[" in text or "<" in text,
    _install,
    {"link_open": _open, "link_close": _close},
)
