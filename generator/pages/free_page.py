"""`/about/`, `/methodology/` and the other free pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.graph import Graph
from generator.model.addresses import record_address
from generator.pages.backlinks import backlink_rows
from generator.pages.corrections import record_corrections
from generator.pages.page import PageOutput, View
from generator.pages.prose import body_html, summary_html, summary_text
from generator.pages.structured import free_page
from generator.pages.things import page_mentions

TOP_LEVEL = 2
"""The level of a body's highest headings, below the page's own."""

WORTH_A_LIST = 3
"""Sections from which on a page lists them at its top."""


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each record in `content/pages/`."""
    for page in graph.pages:
        yield PageOutput(
            address=record_address("page", page.id),
            template="page.html",
            view=view,
            subject=page.id,
            record=f"page/{page.id}",
        )


def view(graph: Graph, subject: str) -> View:
    """One free page, with a table of contents where its text is long enough to have sections."""
    page = graph.page(subject)
    headings = [heading for heading in graph.body(page).headings if heading.level == TOP_LEVEL]
    return {
        "title": page.title,
        "description": summary_text(graph, page) or f"{page.title}: {graph.site.title}.",
        "summary": summary_html(graph, page),
        "body": body_html(graph, page),
        "headings": headings if len(headings) >= WORTH_A_LIST else [],
        "backlinks": backlink_rows(graph, "page", subject),
        "corrections": record_corrections(graph, page),
        "draft": page.draft,
        "structured": free_page(
            graph, page.title, record_address("page", page.id), mentions=page_mentions(graph, page)
        ),
    }
