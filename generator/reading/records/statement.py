"""Who said what."""

from __future__ import annotations

from generator.model.records import Statement
from generator.reading.fields.field import Field, table
from generator.reading.fields.ids import Id
from generator.reading.fields.lists import ListOf
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Passage
from generator.reading.fields.words import Boolean

STATEMENT = Structure(
    table(
        "statement",
        Field("by", Id("actor"), "Who said it.", required=True),
        Field("to", ListOf(Id("actor"), "actor ids", once=True), "To whom."),
        Field("text", Passage(), "What was said.", required=True),
        Field("source", Id("article"), "The report that has it.", required=True),
        Field("quoted", Boolean(), "With `true`, the text is the speaker's own words. Default `false`."),
    ),
    Statement,
)
