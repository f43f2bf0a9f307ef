"""Fields of an event."""

from __future__ import annotations

from generator.model.records import PRECISIONS, SIGNIFICANCES, STATUSES, Event
from generator.reading.fields.field import Field
from generator.reading.fields.ids import Id
from generator.reading.fields.lists import ListOf
from generator.reading.fields.notations import Date
from generator.reading.fields.texts import Line, Passage
from generator.reading.fields.words import Choice, Integer
from generator.reading.records.citation import CITATION
from generator.reading.records.claim import CLAIM
from generator.reading.records.media import MEDIUM
from generator.reading.records.participation import PARTICIPATION
from generator.reading.records.record_table import record_table
from generator.reading.records.statement import STATEMENT

_EVENTS = ListOf(Id("event"), "event ids", once=True)

EVENT = record_table(
    "event",
    "One thing that happened.",
    Event,
    Field("title", Line(), "What happened, in the past tense or the historic present.", required=True),
    Field("date", Date(), "When it happened, as exactly as it is known.", required=True),
    Field("date_basis", Passage(), "Why we say so, where sources differ."),
    Field("order", Integer(), "Place among the events of one day; lower comes first."),
    Field("status", Choice(STATUSES), "How sure it is. Default `confirmed`."),
    Field("significance", Choice(SIGNIFICANCES), "`key` events lead the home page. Default `major`."),
    Field("locations", ListOf(Id("location"), "location ids", once=True), "Where; the main place first."),
    Field("location_precision", Choice(PRECISIONS), "How exactly the place is known."),
    Field("actors", ListOf(PARTICIPATION, "participations"), "Who took part, each with a role."),
    Field("topics", ListOf(Id("topic"), "topic slugs", once=True), "What it is about."),
    Field("sources", ListOf(CITATION, "citations"), "The articles it rests on."),
    Field("claims", ListOf(CLAIM, "claims"), "What different parties say, kept apart."),
    Field("statements", ListOf(STATEMENT, "statements"), "Who said what."),
    Field("part_of", Id("event"), "The larger event: a battle is part of an offensive."),
    Field("responds_to", _EVENTS, "Events that this one answers."),
    Field("follows", _EVENTS, "Events that this one follows from."),
    Field("denies", _EVENTS, "Events that this one denies."),
    Field("media", ListOf(MEDIUM, "media"), "Pictures."),
)
