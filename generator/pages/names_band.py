"""Every name of an actor or a place, with its language, its script's direction and the dates of its use."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.records import Actor, Location
from generator.pages.dates import period
from generator.pages.html import direction
from generator.pages.wording import language_words


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name; `use` says in which language, or when it was used. `language` is a BCP 47 tag or empty."""

    text: str
    language: str
    direction: str
    use: str


@dataclass(frozen=True, slots=True)
class NameBand:
    """Names in languages and former names, then the other spellings; false when there is none."""

    names: tuple[NameRow, ...]
    spellings: tuple[NameRow, ...]

    def __bool__(self) -> bool:
        return bool(self.names or self.spellings)


def name_band(graph: Graph, record: Actor | Location) -> NameBand:
    """Every name of a record but the one that its page is headed with."""
    named = [
        NameRow(name.text, name.language, direction(name.text), language_words(graph, name.language))
        for name in record.names
    ]
    former = [
        NameRow(
            old.name,
            "",
            direction(old.name),
            period(graph, old.since, old.until) or language_of(graph).say("formerly"),
        )
        for old in record.former_names
    ]
    spellings = tuple(NameRow(alias, "", direction(alias), "") for alias in record.aliases)
    return NameBand((*named, *former), spellings)
