"""The sentences of other records that mention one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.values import Target
from generator.model.records import Kind
from generator.pages.cards import Name, record_name
from generator.pages.html import Html
from generator.pages.page import page_slice
from generator.pages.prose import context_html


@dataclass(frozen=True, slots=True)
class BacklinkRow:
    """Where the mention stands, and its sentence (empty for an article that only lists the record)."""

    record: Name
    context: Html


def backlink_rows(graph: Graph, kind: Kind, record_id: str, number: int = 1) -> tuple[BacklinkRow, ...]:
    """One page's share of the mentions of a record."""
    return tuple(
        BacklinkRow(record_name(graph, Target(backlink.kind, backlink.id)), context_html(graph, backlink))
        for backlink in page_slice(graph.backlinks(kind, record_id), number)
    )
