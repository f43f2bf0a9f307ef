"""`/actors/`: the directory, by kind and A to Z."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.records import ACTOR_KINDS, Actor
from generator.pages.cards import Name, actor_name
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.prose import summary_text
from generator.pages.structured import collection
from generator.pages.wording import ACTOR_KIND_WORDS, event_count

ADDRESS = "actors/"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the directory."""

    name: Name
    summary: str
    count: str


@dataclass(frozen=True, slots=True)
class Kin:
    """The actors of one kind that stand on this page."""

    slug: str
    label: str
    entries: tuple[Entry, ...]


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each hundred actors."""
    return paged(
        PageOutput(address=ADDRESS, template="actors.html", view=view), page_total(len(graph.actors))
    )


def view(graph: Graph, subject: str) -> View:
    """A page of the directory."""
    _, number = paged_subject(subject)
    ordered = sorted(graph.actors, key=lambda actor: ACTOR_KINDS.index(actor.kind))
    return {
        "title": language_of(graph).say("Actors"),
        "description": language_of(graph).say(
            "The people, groups, governments and outlets of {site}, by kind and A to Z.",
            site=graph.site.title,
        ),
        "kinds": [
            Kin(
                kind,
                language_of(graph).say(ACTOR_KIND_WORDS[kind][1]),
                tuple(_entry(graph, actor) for actor in actors),
            )
            for kind, actors in groupby(page_slice(ordered, number), key=lambda actor: actor.kind)
        ],
        "total": language_of(graph).count(len(ordered), "{count} actor", "{count} actors"),
        "pager": pager(ADDRESS, number, page_total(len(ordered))),
        "structured": collection(graph, language_of(graph).say("Actors"), ADDRESS),
    }


def _entry(graph: Graph, actor: Actor) -> Entry:
    events = len({appearance.event.id for appearance in graph.events_of(actor.id)})
    reports = len(graph.published_by(actor.id))
    counts = [event_count(graph, events)] if events else []
    counts += [language_of(graph).count(reports, "{count} report", "{count} reports")] if reports else []
    return Entry(actor_name(graph, actor.id), summary_text(graph, actor), " · ".join(counts))
