"""Fields of a topic."""

from __future__ import annotations

from generator.model.records import Topic
from generator.reading.fields.field import Field
from generator.reading.fields.texts import Line
from generator.reading.records.record_table import record_table

TOPIC = record_table(
    "topic",
    "A title and an introduction for a topic that events use.",
    Topic,
    Field("title", Line(), "The topic in a few words.", required=True),
)
