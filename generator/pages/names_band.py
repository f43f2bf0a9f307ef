"""Every name of an actor or a place, with its language, its script's direction and the dates of its use."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.records import Actor, Location
from generator.pages.dates import period
from generator.pages.html import direction
from generator.pages.wording import language_words


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name; `use` says in which language, when, or how it is used. `language` is a BCP 47 tag or empty."""

    text: str
    language: str
    direction: str
    use: str


def name_rows(record: Actor | Location) -> tuple[NameRow, ...]:
    """Names in languages, then former names, then other spellings."""
    named = [
        NameRow(name.text, name.language, direction(name.text), language_words(name.language))
        for name in record.names
    ]
    former = [
        NameRow(old.name, "", direction(old.name), period(old.since, old.until) or "formerly")
        for old in record.former_names
    ]
    spelled = [NameRow(alias, "", direction(alias), "also written") for alias in record.aliases]
    return (*named, *former, *spelled)
