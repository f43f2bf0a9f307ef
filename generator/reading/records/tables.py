"""Every kind of record in one table, in the model's order, and what their translations may say."""

from __future__ import annotations

from generator.model.records import Kind
from generator.reading.fields.field import Field, Table, table
from generator.reading.fields.texts import Line
from generator.reading.records.actor import ACTOR
from generator.reading.records.article import ARTICLE
from generator.reading.records.event import EVENT
from generator.reading.records.location import LOCATION
from generator.reading.records.page import PAGE
from generator.reading.records.record_table import SUMMARY, RecordTable
from generator.reading.records.topic import TOPIC

RECORDS: dict[Kind, RecordTable] = {
    kind.kind: kind for kind in (EVENT, ARTICLE, ACTOR, LOCATION, TOPIC, PAGE)
}


def translation_table(kind: Kind) -> Table:
    """What `<id>.<language>.md` beside a record of the kind may say."""
    heading = RECORDS[kind].heading
    attribute = "" if heading == "title" else "title"
    return table(
        "translation",
        Field(heading, Line(), f"The {heading} in that language.", attribute=attribute),
        SUMMARY,
    )
