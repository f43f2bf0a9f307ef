"""`/topics/`: every topic with its events counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.addresses import record_address
from generator.model.records import Topic
from generator.pages.cards import Name
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.prose import summary_text
from generator.pages.structured import collection
from generator.pages.wording import event_count

ADDRESS = "topics/"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list."""

    name: Name
    summary: str
    count: str


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each hundred topics."""
    return paged(
        PageOutput(address=ADDRESS, template="topics.html", view=view), page_total(len(graph.topics))
    )


def view(graph: Graph, subject: str) -> View:
    """A page of the list, by title."""
    _, number = paged_subject(subject)
    ordered = sorted(graph.topics, key=lambda topic: (topic.title.casefold(), topic.id))
    return {
        "title": language_of(graph).say("Topics"),
        "description": language_of(graph).say(
            "The topics of {site}, each with its events in order.", site=graph.site.title
        ),
        "entries": [_entry(graph, topic) for topic in page_slice(ordered, number)],
        "total": language_of(graph).count(len(ordered), "{count} topic", "{count} topics"),
        "pager": pager(ADDRESS, number, page_total(len(ordered))),
        "structured": collection(graph, language_of(graph).say("Topics"), ADDRESS),
    }


def _entry(graph: Graph, topic: Topic) -> Entry:
    name = Name(topic.title, record_address("topic", topic.id))
    return Entry(name, summary_text(graph, topic), event_count(graph, len(graph.events_of_topic(topic.id))))
