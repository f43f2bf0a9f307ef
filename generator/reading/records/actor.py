"""Fields of an actor."""

from __future__ import annotations

from generator.model.records import ACTOR_KINDS, Actor, Office
from generator.reading.fields.field import Field, table
from generator.reading.fields.ids import Id, Identifier
from generator.reading.fields.lists import ListOf
from generator.reading.fields.notations import Date
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Line
from generator.reading.fields.words import Choice
from generator.reading.records.media import MEDIUM
from generator.reading.records.names import NAMES
from generator.reading.records.record_table import record_table

WIKIDATA = Field("wikidata", Identifier(r"Q[1-9][0-9]{0,11}", "Q2934"), "Its item at Wikidata.")

OFFICE = Structure(
    table(
        "office",
        Field("in", Id("actor"), "In which body.", attribute="body", required=True),
        Field("as", Line(), "As what.", attribute="title", required=True),
        Field("from", Date(), "Since when.", attribute="since"),
        Field("to", Date(), "Until when.", attribute="until"),
        Field("source", Id("article"), "The article that says so."),
    ),
    Office,
)

ACTOR = record_table(
    "actor",
    "A person, group, government, body or outlet.",
    Actor,
    Field("name", Line(), "The name as the site uses it.", required=True),
    Field("kind", Choice(ACTOR_KINDS), "What it is. Default `other`."),
    *NAMES,
    Field("part_of", Id("actor"), "The larger body it belongs to."),
    Field("roles", ListOf(OFFICE, "offices"), "Offices and memberships over time."),
    Field("born", Date(), "When a person was born."),
    Field("died", Date(), "When a person died."),
    Field("founded", Date(), "When a body was founded."),
    Field("dissolved", Date(), "When a body ceased to be."),
    WIKIDATA,
    Field("image", MEDIUM, "A picture."),
)
