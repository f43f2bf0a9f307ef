"""Fields of names, for actors and locations."""

from __future__ import annotations

from generator.model.record_parts import FormerName
from generator.reading.fields.field import Field, table
from generator.reading.fields.languages import Names
from generator.reading.fields.lists import ListOf
from generator.reading.fields.notations import Date
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Line

FORMER_NAME = Structure(
    table(
        "former name",
        Field("name", Line(), "The name.", required=True),
        Field("from", Date(), "Since when it was used.", attribute="since"),
        Field("until", Date(), "Until when it was used."),
        Field("names", Names(), "What it was in other languages."),
    ),
    FormerName,
    short="name",
)

NAMES = (
    Field("names", Names(), "The name in other languages: `ar: وليد المعلم`."),
    Field("aliases", ListOf(Line(), "texts"), "Other spellings, found by search and by mentions."),
    Field(
        "former_names",
        ListOf(FORMER_NAME, "former names"),
        "Names with the dates of their use: an event shows the name of its day.",
    ),
)
