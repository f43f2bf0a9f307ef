"""A record's own text in plain words, for formats that know no HTML."""

from __future__ import annotations

from generator.graph.graph import Graph
from generator.markdown.plain import plain_text
from generator.model.moment import Moment
from generator.model.records import AnyRecord
from generator.pages.prose import body_html


def body_text(graph: Graph, record: AnyRecord, on: Moment | None = None) -> str:
    """The body on one line; names are those valid on the day `on`."""
    return "".join(map(str, plain_text((body_html(graph, record, on),))))
