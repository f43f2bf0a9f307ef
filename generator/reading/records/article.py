"""Fields of an article."""

from __future__ import annotations

from generator.model.records import ARTICLE_TYPES, Archived, Article
from generator.reading.fields.field import Field, table
from generator.reading.fields.ids import Id
from generator.reading.fields.languages import Language
from generator.reading.fields.lists import ListOf
from generator.reading.fields.notations import Date
from generator.reading.fields.structures import Structure
from generator.reading.fields.texts import Line
from generator.reading.fields.urls import WebAddress
from generator.reading.fields.words import Choice
from generator.reading.records.record_table import record_table

ARCHIVED = Structure(
    table(
        "archived copy",
        Field("url", WebAddress(), "Its address.", required=True),
        Field("at", Date(), "When it was taken."),
    ),
    Archived,
    short="url",
)

ARTICLE = record_table(
    "article",
    "A record about a published report: ours is a summary, never a copy.",
    Article,
    Field("title", Line(), "The headline as published.", required=True),
    Field("publisher", Id("actor"), "The outlet or body.", required=True),
    Field("published", Date(), "When it was published.", required=True),
    Field("byline", Line(), "Who wrote it."),
    Field("agency", Id("actor"), "The agency whose report it leans on."),
    Field(
        "based_on",
        ListOf(Id("article"), "article ids", once=True),
        "Reports it is rewritten from; used to count independent sources.",
    ),
    Field("type", Choice(ARTICLE_TYPES), "What it is. Default `news`."),
    Field("language", Language(), "What it is written in."),
    Field("url", WebAddress(), "Where it stands."),
    Field("archived", ListOf(ARCHIVED, "archived copies"), "Where copies of it stand."),
    Field("retrieved", Date(), "When we read it."),
    Field(
        "mentions",
        ListOf(Id("record", any_kind=True), "record ids", once=True),
        "Actors and places it names that no event carries; `actor:homs` where an id stands in two kinds.",
    ),
)
