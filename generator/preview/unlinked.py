"""Names that stand in prose without a link: what a reader could follow, had it been written as a mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.graph.graph import Graph
from generator.graph.mentions import prose_of, target_of
from generator.graph.namebook import NameBook, names_of
from generator.graph.values import Target
from generator.markdown.plain import plain_text
from generator.model.parsed import Parsed
from generator.model.records import AnyRecord

WORD: Final = re.compile(r"\w+")

SHORTEST: Final = 3
"""Letters of a name that is looked for: shorter ones are words of some language."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnlinkedName:
    """A name in a record's prose, and the mention that would link it."""

    record: AnyRecord
    name: str
    mention: str


@dataclass(slots=True)
class NameSearch:
    """Looks for names; what it found in a record is kept until the record, or any name, is another."""

    _names: Mapping[str, tuple[tuple[Words, Target, str], ...]] = field(default_factory=dict)
    _found: dict[Target, tuple[Parsed[AnyRecord], tuple[UnlinkedName, ...]]] = field(default_factory=dict)

    def search(
        self, graph: Graph, book: NameBook, records: Iterable[Parsed[AnyRecord]]
    ) -> Iterator[UnlinkedName]:
        """The names that each record has without a link, each name once."""
        names = _names(graph, book)
        if names != self._names:
            self._names = names
            self._found.clear()
        for parsed in records:
            key = target_of(parsed.record)
            kept = self._found.get(key)
            if kept is None or kept[0] is not parsed:
                kept = self._found[key] = (parsed, tuple(self._unlinked(graph, parsed)))
            yield from kept[1]

    def _unlinked(self, graph: Graph, parsed: Parsed[AnyRecord]) -> Iterator[UnlinkedName]:
        record = parsed.record
        linked = {target_of(record)}
        for part, _prose, _path in prose_of(parsed):
            linked.update(target for target in graph.mentions.targets(record, part) if target)
        for name, target in self._named(_text(parsed)):
            if target not in linked:
                linked.add(target)
                yield UnlinkedName(record, name, f"[[{name}]]")

    def _named(self, text: str) -> Iterator[tuple[str, Target]]:
        """Names in a text, the longest where several begin at a word."""
        words = WORD.findall(text)
        at = 0
        while at < len(words):
            for name, target, written in self._names.get(words[at], ()):
                if tuple(words[at : at + len(name)]) == name:
                    yield written, target
                    at += len(name) - 1
                    break
            at += 1


def _names(graph: Graph, book: NameBook) -> dict[str, tuple[tuple[Words, Target, str], ...]]:
    """Names of actors and places by their first word, the longest first; none that could mean two records."""
    by_word: dict[str, dict[Words, tuple[Target, str]]] = {}
    named: tuple[AnyRecord, ...] = (*graph.actors, *graph.locations)
    for record in named:
        target = target_of(record)
        for name in names_of(record):
            words = tuple(WORD.findall(name))
            if words and _is_telling(name) and book.meanings(name) == (target,):
                by_word.setdefault(words[0], {}).setdefault(words, (target, name))
    return {
        first: tuple(
            (words, *found[words]) for words in sorted(found, key=lambda words: (-len(words), words))
        )
        for first, found in by_word.items()
    }


def _is_telling(name: str) -> bool:
    """Whether it is a name wherever it stands, and not a word: written with a capital, or in a script without any."""
    return len(name) >= SHORTEST and (name.lower() != name or name.upper() == name)


def _text(parsed: Parsed[AnyRecord]) -> str:
    """Summary and body in plain words; a mention is no part of a name."""
    proses = (parsed.record.summary, parsed.body)
    return " | ".join(
        part if isinstance(part, str) else " | " for prose in proses for part in plain_text(prose.parts)
    )
