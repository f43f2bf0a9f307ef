"""What stands at a withdrawn record's address: that it was withdrawn, when and why. Nothing of what it said but its
title, which is how whoever followed a link knows that they have come to the right place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.graph.withdrawal import withdrawal
from generator.model.addresses import record_address
from generator.model.records import Kind, kind_of, label_of
from generator.pages.corrections import record_corrections
from generator.pages.dates import date_of
from generator.pages.page import PageOutput, View
from generator.pages.wording import RECORD_WORDS


def outputs(graph: Graph) -> Iterator[PageOutput]:
    """A page for each withdrawn record, of whatever kind."""
    for record in graph.withdrawn():
        kind = kind_of(record)
        yield PageOutput(
            address=record_address(kind, record.id),
            template="tombstone.html",
            view=view,
            subject=f"{kind}/{record.id}",
            record=f"{kind}/{record.id}",
            listed=False,
        )


def view(graph: Graph, subject: str) -> View:
    """The withdrawal; the subject is the record (`event/tabqa-falls`). Other corrections stand in the ledger."""
    kind, _, record_id = subject.partition("/")
    record = graph.parsed(cast(Kind, kind), record_id).record
    line = withdrawal(record)
    say = language_of(graph).say
    words = say(RECORD_WORDS[kind_of(record)])
    rows = [row for row in record_corrections(graph, record) if row.withdrawn]
    date = date_of(graph, line.date if line else None)
    withdrawn = (
        say("{what} was withdrawn on {day}.", what=words, day=date.words)
        if line
        else say("{what} was withdrawn.", what=words)
    )
    return {
        "title": say("Withdrawn: {name}", name=label_of(record)),
        "description": f"{withdrawn} {line.why if line else ''}".strip(),
        "label": label_of(record),
        "what": words,
        "date": date,
        "rows": rows,
        "draft": record.draft,
    }
