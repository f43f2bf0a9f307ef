"""`/corrections/`: the ledger, newest first; and the corrections that stand on a record's own page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.languages.message import message
from generator.model.addresses import record_address
from generator.model.record_parts import Correction
from generator.model.records import AnyRecord, kind_of, label_of
from generator.pages.cards import ArticleCard, Name, article_card
from generator.pages.dates import Date, date_of
from generator.pages.page import PageOutput, View, page_slice, page_total, paged, paged_subject, pager
from generator.pages.structured import collection

ADDRESS = "corrections/"


CORRECTED = (
    message("title"),
    message("name"),
    message("names"),
    message("summary"),
    message("body"),
    message("wording"),
    message("withdrawn"),
    message("date"),
    message("date basis"),
    message("status"),
    message("significance"),
    message("locations"),
    message("location precision"),
    message("actors"),
    message("claims"),
    message("statements"),
    message("sources"),
    message("topics"),
    message("media"),
    message("part of"),
    message("coordinates"),
    message("precision"),
    message("kind"),
    message("roles"),
    message("publisher"),
    message("published"),
    message("agency"),
    message("based on"),
    message("url"),
)
"""What a line of the ledger may say was corrected: fields, with spaces, `wording` and `withdrawn`. Other words stand as written."""


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One line of the ledger: what was changed, the old value beside the new, and why."""

    date: Date
    what: str
    was: str
    now: str
    why: str
    withdrawn: bool
    source: ArticleCard | None
    record: Name


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """The ledger, a page for each hundred lines."""
    page = PageOutput(address=ADDRESS, template="corrections.html", view=view)
    return paged(page, page_total(len(graph.corrections())))


def view(graph: Graph, subject: str) -> View:
    """A page of the ledger."""
    _, number = paged_subject(subject)
    entries = graph.corrections()
    rows = [correction_row(graph, entry.record, entry.correction) for entry in page_slice(entries, number)]
    return {
        "title": language_of(graph).say("Corrections"),
        "description": language_of(graph).say(
            "Every correction to {site}, newest first, with the old value beside the new.",
            site=graph.site.title,
        ),
        "rows": rows,
        "total": len(entries),
        "pager": pager(ADDRESS, number, page_total(len(entries))),
        "structured": collection(graph, language_of(graph).say("Corrections"), ADDRESS),
    }


def record_corrections(graph: Graph, record: AnyRecord) -> tuple[CorrectionRow, ...]:
    """The corrections of one record, newest first."""
    newest = sorted(record.corrections, key=lambda correction: correction.date.sort_key, reverse=True)
    return tuple(correction_row(graph, record, correction) for correction in newest)


def correction_row(graph: Graph, record: AnyRecord, correction: Correction) -> CorrectionRow:
    """One correction as a line."""
    source = graph.find("article", correction.source) if correction.source else None
    label = label_of(record)
    return CorrectionRow(
        date_of(graph, correction.date),
        language_of(graph).say(correction.what.replace("_", " ")),
        correction.was,
        correction.now,
        correction.why,
        correction.what == "withdrawn",
        article_card(graph, graph.article(correction.source)) if source else None,
        Name(label, record_address(kind_of(record), record.id)),
    )
