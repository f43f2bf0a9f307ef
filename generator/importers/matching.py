"""Which record of the site a name means, if any.

An actor or a place is found by its folded names (`graph.namebook`); a report by its address. A country, region,
governorate or district is only matched with one of the same kind, and a place only with one that is not far from it,
so that the city of Homs never becomes its governorate. Nothing is ever guessed: two meanings, or a near one, are told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.checks.distance import kilometres
from generator.graph.graph import Graph
from generator.graph.namebook import NameBook, name_book
from generator.graph.values import Target
from generator.importers.importer import Named
from generator.importers.near_names import NearNames, near_names
from generator.model.names import fold
from generator.model.records import Actor, Kind, Location, kind_of

AREAS: Final = frozenset({"country", "region", "governorate", "district"})
FAR: Final = 50.0
"""Kilometres from which two places of one name are two places."""

Key = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means. `id` is empty when it means none; then `candidates` are those it could mean (two or more
    that bear the name) or, with `near`, those that are called nearly so.
    """

    id: str = ""
    candidates: tuple[str, ...] = ()
    near: bool = False


@dataclass(frozen=True, slots=True)
class Present:
    """What the site has, by everything that an import can find it by."""

    graph: Graph
    names: NameBook
    near: Callable[[Kind], NearNames]
    """The index of a kind's names, made when first asked: a second import may never ask."""
    imported: Mapping[tuple[Kind, str, str], str]
    by_url: Mapping[str, str]

    def found_again(self, kind: Kind, origin: str, key: str) -> str:
        """The id of the record that was imported under this key before; empty when there is none."""
        return self.imported.get((kind, origin, key), "")

    def match(self, named: Named) -> Match:
        """The record that a name means."""
        if named.kind == "article":
            return Match(self.by_url.get(str(named.fields.get("url", "")), ""))
        bearers = self._bearers(named)
        alike = [record_id for record_id in bearers if self._fits(named, record_id)]
        if len(alike) == 1:
            return Match(alike[0])
        if alike:
            return Match(candidates=tuple(alike))
        return Match(candidates=tuple(bearers) or self._near(named), near=True)

    def _bearers(self, named: Named) -> list[str]:
        targets = self.names.ids.get(named.name, ()) + self.names.names.get(fold(named.name), ())
        return list(dict.fromkeys(target.id for target in targets if target.kind == named.kind))

    def _near(self, named: Named) -> tuple[str, ...]:
        if named.kind not in ("actor", "location"):
            return ()
        names = self.near(named.kind).near(named.name)
        targets = (target for name in names for target in self.names.names[name])
        return tuple(dict.fromkeys(target.id for target in targets if target.kind == named.kind))

    def _fits(self, named: Named, record_id: str) -> bool:
        record = self.graph.find(named.kind, record_id)
        if not isinstance(record, Location):
            return True
        kind = str(named.fields.get("kind", ""))
        if kind and (kind in AREAS or record.kind in AREAS) and kind != record.kind:
            return False
        point = named.fields.get("coordinates")
        if record.coordinates is None or not isinstance(point, tuple) or record.kind in AREAS:
            return True
        north, east = (part for part in point if isinstance(part, int | float))
        return kilometres(record.coordinates, (north, east)) <= FAR


def present(graph: Graph) -> Present:
    """The site as an import sees it, drafts and all if the graph has them."""
    names = name_book(graph.shelves)

    @cache
    def near(kind: Kind) -> NearNames:
        return near_names(
            name for name, targets in names.names.items() if any(target.kind == kind for target in targets)
        )

    records = [parsed.record for shelf in graph.shelves.values() for parsed in shelf.values()]
    return Present(
        graph,
        names,
        near,
        {
            (kind_of(record), record.imported.origin, record.imported.id): record.id
            for record in records
            if record.imported
        },
        {article.url: article.id for article in reversed(graph.articles) if article.url},
    )


def path_of(graph: Graph, target: Target) -> str:
    """The file of a record, for a message."""
    return graph.parsed(target.kind, target.id).record.path


def described(graph: Graph, kind: Kind, ids: tuple[str, ...]) -> str:
    """Candidates in words: `raqqa (Raqqa, a city)`."""
    return ", ".join(_described(graph, kind, record_id) for record_id in ids)


def _described(graph: Graph, kind: Kind, record_id: str) -> str:
    record = graph.find(kind, record_id)
    if isinstance(record, Actor | Location):
        return f"{record_id} ({record.name}, {record.kind})"
    return record_id
