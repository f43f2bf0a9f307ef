"""A kind of record: its fields, and what makes a record of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model.record_parts import Acceptance, Imported, Translation
from generator.model.records import AnyRecord, Kind
from generator.reading.fields.field import Field, Table, table
from generator.reading.fields.ids import FindingCode, Id
from generator.reading.fields.lists import ListOf
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Inline, Line, Passage
from generator.reading.fields.translations import ByLanguage
from generator.reading.fields.words import Boolean
from generator.reading.records.correction import CORRECTION


@dataclass(frozen=True, slots=True)
class RecordTable:
    """`make` takes `id`, `path` and the fields' attributes. `heading` is the key of the record's title or name."""

    kind: Kind
    about: str
    make: Callable[..., AnyRecord]
    fields: Table
    heading: str


ACCEPTANCE = Structure(
    table(
        "acceptance",
        Field("code", FindingCode(), "The code of a warning about this record.", required=True),
        Field("why", Line(), "Why it stands.", required=True),
    ),
    Acceptance,
)

IMPORTED = Structure(
    table(
        "provenance",
        Field("from", Line(), "What the source is called.", attribute="origin", required=True),
        Field("id", Line(), "What the record is called there.", required=True),
    ),
    Imported,
)

SUMMARY = Field("summary", Inline(), "One or two sentences, for cards, feeds and search engines.")


def translation_table(heading: str) -> Table:
    """What a translation may say of a record whose title or name is called `heading`; its body is a file's."""
    attribute = "" if heading == "title" else "title"
    return table(
        "translation",
        Field(heading, Line(), f"The {heading} in that language.", attribute=attribute),
        SUMMARY,
    )


def record_table(kind: Kind, about: str, make: Callable[..., AnyRecord], *own: Field) -> RecordTable:
    """A kind with its own fields, the first of which is its heading, and those that every record has."""
    translations = ByLanguage(translation_table(own[0].key), Translation)
    shared = (
        Field(
            "translations",
            translations,
            "What it says in other languages; a body stands in `<id>.<language>.md`.",
        ),
        Field("draft", Boolean(), "With `true`, seen in preview and never published. Default `false`."),
        Field(
            "former_ids",
            ListOf(Id(kind, free=True), f"{kind} ids", once=True),
            "Old ids, whose addresses lead here.",
        ),
        Field("corrections", ListOf(CORRECTION, "corrections"), "The public ledger of what was changed."),
        Field("notes", Passage(), "For the desk alone: published nowhere."),
        Field("accept", ListOf(ACCEPTANCE, "acceptances"), "Warnings that an editor has looked at."),
        Field(
            "imported", IMPORTED, "Where `dateline import` found it, and finds it again. Published nowhere."
        ),
    )
    return RecordTable(kind, about, make, table(kind, own[0], SUMMARY, *own[1:], *shared), own[0].key)
