"""One figure from one party."""

from __future__ import annotations

from generator.model.records import STANCES, Claim
from generator.reading.fields.field import Field, table
from generator.reading.fields.ids import Id
from generator.reading.fields.notations import Amount, Date
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Line
from generator.reading.fields.words import Choice

CLAIM = Structure(
    table(
        "claim",
        Field(
            "measure", Id("measure"), "What is counted: a word of `measures` in `site.yaml`.", required=True
        ),
        Field(
            "group", Line(), "Whom it counts: an actor id, or plain words such as `civilians`.", required=True
        ),
        Field("figure", Amount(), "How many, as it was said.", required=True),
        Field("claimed_by", Id("actor"), "Who says so.", required=True),
        Field("source", Id("article"), "The report that has it.", required=True),
        Field("as_of", Date(), "On what day it stood so. Default: the day the source was published."),
        Field("scope", Date(), "What period it covers. Default: the event's date."),
        Field("stance", Choice(STANCES), "What the claim does to the figure. Default `asserts`."),
    ),
    Claim,
)
