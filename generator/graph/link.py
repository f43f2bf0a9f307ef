"""Linking: the records of a site become one graph, and whatever does not fit together a finding.

Every step is a function of values made before it; nothing here knows where the records came from. Of records that
are withheld as drafts nothing is checked: the preview shows them, with their findings.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.order import in_order
from generator.graph.catalogue import Catalogue
from generator.graph.circles import circle_findings, unrooted_findings
from generator.graph.clock import clock_of
from generator.graph.figures import figures_of
from generator.graph.graph import Graph
from generator.graph.ledger import ledger_of
from generator.graph.mentions import Mentions, mentions_of
from generator.graph.order import timeline_of
from generator.graph.parties import parties_of
from generator.graph.places import gazetteer_of
from generator.graph.register import Register, register_of
from generator.graph.relations import relations_of
from generator.graph.resolve import (
    group_findings,
    navigation_findings,
    redirects_of,
    reference_findings,
    vocabulary_findings,
)
from generator.graph.shelving import Content, shelve
from generator.graph.sources import provenance_of
from generator.graph.values import Redirect
from generator.model.records import Actor, Article, Location


@dataclass(frozen=True, slots=True)
class Linked:
    """A graph, what its records can be called, and the findings in the order in which they are shown."""

    graph: Graph
    register: Register
    findings: tuple[Diagnostic, ...]


def link(content: Content, *, drafts: bool) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """The graph of the content, with or without its drafts, and the findings in the order in which they are shown."""
    linked = link_all(content, drafts=drafts)
    return linked.graph, linked.findings


def link_all(content: Content, *, drafts: bool) -> Linked:
    """The same with the register, which `relink` needs."""
    catalogue, withheld = shelve(content, drafts=drafts)
    redirects, taken = redirects_of(catalogue)
    register = register_of(catalogue, withheld, redirects, content.unread)
    mentions, unclear = mentions_of(catalogue, register)
    graph = graph_of(catalogue, mentions, redirects)
    findings = chain(
        taken,
        unclear,
        reference_findings(catalogue, register),
        group_findings(catalogue, register),
        vocabulary_findings(catalogue),
        navigation_findings(catalogue, register),
        circle_findings(catalogue),
        unrooted_findings(catalogue, graph.gazetteer),
    )
    return Linked(graph, register, in_order(findings))


def graph_of(catalogue: Catalogue, mentions: Mentions, redirects: tuple[Redirect, ...]) -> Graph:
    """What follows from records whose mentions are resolved."""
    timeline = timeline_of(catalogue.events)
    figures = figures_of(
        catalogue.events,
        catalogue.every(Article),
        frozenset(catalogue.shelves["actor"]),
        catalogue.site.measures,
    )
    provenance = provenance_of(catalogue, timeline, figures)
    return Graph(
        site=catalogue.site,
        site_places=catalogue.site_places,
        events=catalogue.events,
        articles=catalogue.articles,
        actors=catalogue.actors,
        locations=catalogue.locations,
        topics=catalogue.topics,
        pages=catalogue.pages,
        shelves=catalogue.shelves,
        mentions=mentions,
        parties=parties_of(catalogue.every(Actor), catalogue.articles, timeline, figures),
        gazetteer=gazetteer_of(catalogue.every(Location), timeline),
        relations=relations_of(timeline, catalogue.shelves["topic"]),
        timeline=timeline,
        figures=figures,
        provenance=provenance,
        clock=clock_of(timeline, provenance),
        ledger=ledger_of(catalogue, redirects),
    )
