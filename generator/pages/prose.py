"""Prose with its mentions filled in: as HTML with links, or as plain words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from generator.graph.graph import Graph
from generator.graph.values import Backlink, Target
from generator.markdown.plain import plain_text
from generator.model.addresses import record_address
from generator.model.moment import Moment
from generator.model.prose import Mention, Prose
from generator.model.records import AnyRecord
from generator.pages.html import Html, isolated, link


def body_html(graph: Graph, record: AnyRecord, on: Moment | None = None) -> Html:
    """A record's body; names are those valid on the day `on`."""
    return prose_html(graph, graph.body(record), graph.targets(record), on)


def summary_html(graph: Graph, record: AnyRecord, on: Moment | None = None) -> Html:
    """A record's summary, likewise."""
    return prose_html(graph, record.summary, graph.summary_targets(record), on)


def prose_html(graph: Graph, prose: Prose, targets: Sequence[Target | None], on: Moment | None) -> Html:
    """Parts joined, each mention a link under its words or under the name of what it leads to."""
    mentions = prose.mentions
    return Html(
        "".join(
            part if isinstance(part, str) else _mention_html(graph, mentions[part], targets[part], on)
            for part in prose.parts
        )
    )


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
    return "".join(
        part if isinstance(part, str) else _words(graph, prose.mentions[part], targets[part], on)
        for part in plain_text(prose.parts)
    )


def context_html(graph: Graph, backlink: Backlink) -> Html:
    """The sentence that mentions a record, with that mention marked; other mentions are plain words."""
    pieces: list[str] = []
    for part in backlink.context:
        if isinstance(part, str):
            pieces.append(escape(part))
            continue
        target = backlink.targets[part]
        words = isolated(graph.name_of(target)) if target else ""
        pieces.append(f"<mark>{words}</mark>" if part == backlink.index else words)
    return Html("".join(pieces))


def _mention_html(graph: Graph, mention: Mention, target: Target | None, on: Moment | None) -> str:
    words = _words(graph, mention, target, on)
    return link(record_address(target.kind, target.id), words) if target else escape(words)


def _words(graph: Graph, mention: Mention, target: Target | None, on: Moment | None) -> str:
    if mention.words:
        return mention.words
    return graph.name_of(target, on) if target else mention.target
