"""Fields of a free page."""

from __future__ import annotations

from generator.model.records import Page
from generator.reading.fields.field import Field
from generator.reading.fields.texts import Line
from generator.reading.records.record_table import record_table

PAGE = record_table(
    "page",
    "A free page: about, methodology.",
    Page,
    Field("title", Line(), "The page's title.", required=True),
)
