"""The graph as it stands in another language of the site: the same records, tied in the same way, in other words.

Its site is the site in that language (`site.language`, `site.original`), which pages are made by. Everything that is sorted
by name is sorted by the names of that language; a mention in a translation is one of the record's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from generator.graph.catalogue import Catalogue
from generator.graph.graph import Graph
from generator.graph.interpreting import interpreter, said_in, site_in
from generator.graph.link import graph_of
from generator.graph.mentions import NO_SENTENCE, Mentions, Targets, links_in, target_of
from generator.graph.shelving import catalogue_of, in_order
from generator.graph.traced import TracedGraph
from generator.graph.values import Backlink, Target
from generator.model.parsed import Parsed
from generator.model.prose import Parts
from generator.model.records import AnyRecord

_last: dict[str, tuple[Graph, Graph]] = {}
"""By language the graph that was asked about last, and what it is in that language."""


def in_language(graph: Graph, language: str) -> Graph:
    """The graph in a language of the site; itself for the site's own, which is the empty one. Made once for each graph."""
    if not language:
        return graph
    if isinstance(graph, TracedGraph):
        return cast(Graph, graph.beside(in_language(graph.graph, language)))
    kept = _last.get(language)
    if kept is None or kept[0] is not graph:
        kept = _last[language] = (graph, translated(graph, language))
    return kept[1]


def editions(graph: Graph) -> Iterator[Graph]:
    """The graph in each other language that the site is published in, in the order of its settings."""
    return (in_language(graph, language) for language in graph.site.languages)


def translated(graph: Graph, language: str) -> Graph:
    """The graph in a language."""
    speaker = interpreter(graph.site, language, graph.shelves["actor"])
    shelves = {
        kind: in_order(kind, {record_id: speaker.parsed(parsed) for record_id, parsed in shelf.items()})
        for kind, shelf in graph.shelves.items()
    }
    catalogue = catalogue_of(site_in(graph.site, language), graph.site_places, shelves)
    mentions = _mentions(graph, catalogue, language)
    return graph_of(catalogue, mentions, graph.ledger.redirects)


def _mentions(graph: Graph, catalogue: Catalogue, language: str) -> Mentions:
    """Where the mentions of the chosen prose lead, and their other ends."""
    resolved: dict[Target, Mapping[str, Targets]] = {}
    linked: dict[Target, list[Backlink]] = {}
    listed = _listed(graph)
    for shelf in catalogue.shelves.values():
        for parsed in shelf.values():
            own = target_of(parsed.record)
            known = graph.mentions.resolved.get(own)
            if known:
                resolved[own] = _chosen(known, graph.parsed(own.kind, own.id), language)
                for target, link in _links(parsed, resolved[own]):
                    linked.setdefault(target, []).append(link)
            for target in listed.get(own, ()):
                linked.setdefault(target, []).append(Backlink(own.kind, own.id, (), (), NO_SENTENCE))
    return Mentions(resolved, {target: tuple(links) for target, links in linked.items()})


def _chosen(known: Mapping[str, Targets], parsed: Parsed[AnyRecord], language: str) -> Mapping[str, Targets]:
    """The targets of the summary and the body that the record has in the language."""
    said = said_in(parsed.record, language)
    parts = {"summary": said.summary, "body": said.body}
    return {part: known.get(f"{part}.{language}" if prose else part, ()) for part, prose in parts.items()}


def _links(parsed: Parsed[AnyRecord], targets: Mapping[str, Targets]) -> Iterator[tuple[Target, Backlink]]:
    sentences: set[tuple[Target, Parts]] = set()
    for part, prose in (("summary", parsed.record.summary), ("body", parsed.body)):
        if prose.mentions:
            yield from links_in(parsed.record, prose, targets[part], sentences)


def _listed(graph: Graph) -> dict[Target, list[Target]]:
    """What records name in lists, without a sentence, by record."""
    found: dict[Target, list[Target]] = {}
    for target, links in graph.mentions.linked.items():
        for link in links:
            if link.index == NO_SENTENCE:
                found.setdefault(Target(link.kind, link.id), []).append(target)
    return found
