"""`/topics/<id>/`: the events filed under a topic, a hundred a page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.addresses import record_address
from generator.model.records import Topic
from generator.pages.backlinks import backlink_rows
from generator.pages.cards import days_of
from generator.pages.corrections import record_corrections
from generator.pages.figures import total_rows
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.prose import body_html, summary_html, summary_text
from generator.pages.structured import collection
from generator.pages.wording import event_count


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each topic, and those that continue it."""
    for topic in graph.topics:
        page = PageOutput(
            address=record_address("topic", topic.id),
            template="topic.html",
            view=view,
            subject=topic.id,
            record=f"topic/{topic.id}",
        )
        yield from paged(page, _pages(graph, topic))


def view(graph: Graph, subject: str) -> View:
    """One page of a topic."""
    slug, number = paged_subject(subject)
    topic = graph.topic(slug)
    events = graph.events_of_topic(slug)
    address = record_address("topic", slug)
    return {
        "title": topic.title,
        "description": summary_text(graph, topic)
        or language_of(graph).say(
            "{topic}: {events}, oldest first.", topic=topic.title, events=event_count(graph, len(events))
        ),
        "summary": summary_html(graph, topic),
        "body": body_html(graph, topic) if number == 1 else "",
        "days": days_of(graph, page_slice(events, number)),
        "total": event_count(graph, len(events)),
        "totals": total_rows(graph, events) if number == 1 else (),
        "backlinks": backlink_rows(graph, "topic", slug, number),
        "corrections": record_corrections(graph, topic),
        "draft": topic.draft,
        "pager": pager(address, number, _pages(graph, topic)),
        "structured": collection(graph, topic.title, address),
    }


def _pages(graph: Graph, topic: Topic) -> int:
    return page_total(len(graph.events_of_topic(topic.id)), len(graph.backlinks("topic", topic.id)))
