"""Graphs of whole sites, for tests that read every export back: the model site, which uses every field, and ours."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.graph.graph import Graph
from generator.graph.link import link
from generator.reading.content import read_content
from tests.site.model_site import GOLDEN

CHECKOUT = Path(__file__).parents[2]
ROOTS = {"model": GOLDEN, "ours": CHECKOUT}


@cache
def compiled(site: str, base_url: str | None = None) -> Graph:
    """The graph of the model site or of ours, published at `base_url` if one is given."""
    content, _ = read_content(ROOTS[site])
    if base_url is not None:
        content = replace(content, site=replace(content.site, base_url=base_url))
    graph, _ = link(content, drafts=False)
    return graph


def files(graph: Graph, export) -> dict[str, bytes]:
    """What an export makes of a graph, by address."""
    return {output.address: output.write(graph, output.subject) for output in export.outputs(graph)}
