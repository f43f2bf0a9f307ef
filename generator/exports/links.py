"""Links in files that are read away from the site: whole where the site knows its own address, else site-relative."""

from __future__ import annotations

from generator.exports.permanent import base_of
from generator.graph.graph import Graph
from generator.model.addresses import record_address
from generator.model.prose import ROOT
from generator.model.records import AnyRecord, kind_of


def link_to(graph: Graph, address: str) -> str:
    """`https://example.org/news/events/x/`, or `events/x/` for a site that does not know where it is published."""
    return base_of(graph) + address


def record_link(graph: Graph, record: AnyRecord) -> str:
    """The link to a record's page."""
    return link_to(graph, record_address(kind_of(record), record.id))


def with_links(graph: Graph, html: str) -> str:
    """HTML in which the way to the site's root has become part of each link."""
    return html.replace(ROOT, link_to(graph, "")) if ROOT in html else str(html)
