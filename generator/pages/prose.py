"""Prose with its mentions filled in: as HTML with links, or as plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from generator.graph.graph import Graph
from generator.graph.interpreting import called_in
from generator.graph.values import Backlink, Target
from generator.markdown.plain import plain_text
from generator.model.addresses import record_address
from generator.model.moment import Moment
from generator.model.names import language_direction
from generator.model.prose import Mention, Prose
from generator.model.records import AnyRecord
from generator.model.untranslated import left_in, untranslated
from generator.pages.html import Html, isolated, link

_BLOCK = re.compile(r"\s*<(?:p|h[1-6]|ul|ol|dl|div|section|table|blockquote|pre|figure|hr)\b")
"""How HTML of blocks begins."""


def body_html(graph: Graph, record: AnyRecord, on: Moment | None = None) -> Html:
    """A record's body; names are those valid on the day `on`."""
    return prose_html(graph, graph.body(record), graph.targets(record), on)


def summary_html(graph: Graph, record: AnyRecord, on: Moment | None = None) -> Html:
    """A record's summary, likewise."""
    return prose_html(graph, record.summary, graph.summary_targets(record), on)


def prose_html(graph: Graph, prose: Prose, targets: Sequence[Target | None], on: Moment | None) -> Html:
    """Parts joined, each mention a link under its words or under the name of what it leads to."""
    mentions, language = prose.mentions, left_in(prose)
    html = "".join(
        part if isinstance(part, str) else _mention_html(graph, mentions[part], targets[part], on, language)
        for part in prose.parts
    )
    return in_its_language(html, language) if language else Html(html)


def summary_text(graph: Graph, record: AnyRecord, on: Moment | None = None) -> str:
    """A record's summary in plain words, for cards and descriptions."""
    prose = record.summary
    return prose_text(graph, prose, graph.summary_targets(record), on) if prose.parts else ""


def body_text(graph: Graph, record: AnyRecord, on: Moment | None = None) -> str:
    """A record's body on one line of plain words; names are those valid on the day `on`."""
    prose = graph.body(record)
    return prose_text(graph, prose, graph.targets(record), on) if prose.parts else ""


def prose_text(graph: Graph, prose: Prose, targets: Sequence[Target | None], on: Moment | None) -> str:
    """Parts in plain words, joined; each mention under its words or under the name of what it leads to."""
    language = left_in(prose)
    text = "".join(
        part if isinstance(part, str) else _words(graph, prose.mentions[part], targets[part], on, language)
        for part in plain_text(prose.parts)
    )
    return untranslated(text, language) if language else text


def context_html(graph: Graph, backlink: Backlink) -> Html:
    """The sentence that mentions a record, with that mention marked; other mentions are plain words."""
    pieces: list[str] = []
    for part in backlink.context:
        if isinstance(part, str):
            pieces.append(escape(part))
            continue
        target = backlink.targets[part]
        words = isolated(_name(graph, target, None, backlink.language)) if target else ""
        pieces.append(f"<mark>{words}</mark>" if part == backlink.index else words)
    html = "".join(pieces)
    return in_its_language(html, backlink.language) if backlink.language else Html(html)


def in_its_language(html: str, language: str) -> Html:
    """Prose that the page's language does not have, marked as what it is: a line of it, or blocks."""
    element = "div" if _BLOCK.match(html) else "bdi"
    attributes = f'class="foreign" lang="{escape(language)}" dir="{language_direction(language)}"'
    return Html(f"<{element} {attributes}>{html}</{element}>")


def _mention_html(
    graph: Graph, mention: Mention, target: Target | None, on: Moment | None, language: str
) -> str:
    words = _words(graph, mention, target, on, language)
    return link(record_address(target.kind, target.id), words) if target else escape(words)


def _words(graph: Graph, mention: Mention, target: Target | None, on: Moment | None, language: str) -> str:
    if mention.words:
        return mention.words
    return _name(graph, target, on, language) if target else mention.target


def _name(graph: Graph, target: Target, on: Moment | None, language: str) -> str:
    """What a record is called in the prose around it: where that is not translated, in its `language`."""
    record = graph.find(target.kind, target.id) if language else None
    return graph.name_on(called_in(record, language), on) if record else graph.name_of(target, on)
