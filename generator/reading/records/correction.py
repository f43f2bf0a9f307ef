"""A line of the public ledger."""

from __future__ import annotations

from generator.model.record_parts import Correction
from generator.reading.fields.field import Field, table
from generator.reading.fields.ids import Id
from generator.reading.fields.notations import Date
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Line

CORRECTION = Structure(
    table(
        "correction",
        Field("date", Date(), "When the record was corrected.", required=True),
        Field("what", Line(), "The field that was corrected, or `wording`, or `withdrawn`.", required=True),
        Field("why", Line(), "What was wrong.", required=True),
        Field("was", Line(), "What it said before."),
        Field("now", Line(), "What it says now."),
        Field("source", Id("article"), "The article that shows it."),
    ),
    Correction,
)
