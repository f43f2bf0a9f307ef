"""Who or what a word of prose can mean: ids, then names.

`kind:` before it narrows the choice to one kind. An id, as written, goes before every name. Otherwise it is compared,
folded, with the names, aliases, former names and names in any language of actors and locations, and with the titles
of topics and pages; events and articles are named by id alone, because their titles are sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.graph.catalogue import Shelf
from generator.graph.gathering import gathered
from generator.graph.values import Target
from generator.model.names import fold
from generator.model.records import KINDS, Actor, AnyRecord, Kind, Location, Page, Topic


@dataclass(frozen=True, slots=True)
class NameBook:
    """Ids, and folded names, to the records they can mean, in the order of kinds and of each kind."""

    ids: Mapping[str, tuple[Target, ...]]
    names: Mapping[str, tuple[Target, ...]]

    def meanings(self, words: str) -> tuple[Target, ...]:
        """The records that the words can mean: none, one, or the candidates of an ambiguous mention."""
        kind, rest = split_kind(words)
        meant = self._of_kind(rest, kind) if kind else ()
        return meant or self._of_kind(words, None)

    def _of_kind(self, words: str, kind: Kind | None) -> tuple[Target, ...]:
        return _only(self.ids.get(words, ()), kind) or _only(self.names.get(fold(words), ()), kind)


def split_kind(words: str) -> tuple[Kind | None, str]:
    """`actor:islamic-state` as ("actor", "islamic-state"); words that begin with no kind as (None, words)."""
    before, colon, after = words.partition(":")
    kind = next((kind for kind in KINDS if colon and kind == before.strip()), None)
    return (kind, after.strip()) if kind else (None, words)


def name_book(shelves: Mapping[Kind, Shelf]) -> NameBook:
    """The name book of these records."""
    ids = [(record_id, Target(kind, record_id)) for kind, shelf in shelves.items() for record_id in shelf]
    names = dict.fromkeys(
        (fold(name), Target(kind, record_id))
        for kind, shelf in shelves.items()
        for record_id, parsed in shelf.items()
        for name in names_of(parsed.record)
    )
    return NameBook(_book(ids), _book(names))


def names_of(record: AnyRecord) -> Iterator[str]:
    """Every name by which prose may call the record, apart from its id."""
    if isinstance(record, Topic | Page):
        yield record.title
    elif isinstance(record, Actor | Location):
        yield record.name
        yield from record.aliases
        yield from (name.text for name in record.names)
        yield from (former.name for former in record.former_names)


def _book(entries: Iterable[tuple[str, Target]]) -> dict[str, tuple[Target, ...]]:
    kept = [entry for entry in entries if entry[0]]  # a name of which folding leaves nothing means nobody
    return gathered(dict.fromkeys(words for words, _ in kept), kept)


def _only(targets: tuple[Target, ...], kind: Kind | None) -> tuple[Target, ...]:
    return targets if kind is None else tuple(target for target in targets if target.kind == kind)
