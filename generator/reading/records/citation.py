"""An article that an event rests on."""

from __future__ import annotations

from generator.model.records import Citation
from generator.reading.fields.field import Field, table
from generator.reading.fields.ids import Id
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Line

CITATION = Structure(
    table(
        "citation",
        Field("article", Id("article"), "The article.", required=True),
        Field("locator", Line(), "Where in it: `para. 19`."),
        Field("quote", Line(), "A short and exact quotation."),
    ),
    Citation,
    short="article",
)
