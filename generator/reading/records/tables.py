"""Every kind of record in one table, in the model's order, and what their translations may say."""

from __future__ import annotations

from generator.model.records import Kind
from generator.reading.fields.field import Table
from generator.reading.records.actor import ACTOR
from generator.reading.records.article import ARTICLE
from generator.reading.records.event import EVENT
from generator.reading.records.location import LOCATION
from generator.reading.records.page import PAGE
from generator.reading.records.record_table import RecordTable
from generator.reading.records.record_table import translation_table as table_of_translations
from generator.reading.records.topic import TOPIC

RECORDS: dict[Kind, RecordTable] = {
    kind.kind: kind for kind in (EVENT, ARTICLE, ACTOR, LOCATION, TOPIC, PAGE)
}


def translation_table(kind: Kind) -> Table:
    """What `<id>.<language>.md` beside a record of the kind may say."""
    return table_of_translations(RECORDS[kind].heading)
