"""Mentions in prose, resolved, and their other ends: which sentences mention a record.

A mention of the record itself resolves but is no backlink, and neither is one by a withdrawn record; two mentions of
a record in one sentence are one backlink.
The prose of translations is resolved too, and gives no backlinks: it repeats what the record says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.catalogue import Catalogue, span_of
from generator.graph.register import Register
from generator.graph.values import Backlink, Target
from generator.graph.withdrawal import is_withdrawn
from generator.model.parsed import Parsed
from generator.model.prose import Mention, Parts, Prose
from generator.model.records import AnyRecord, Article, kind_of
from generator.model.untranslated import left_in

Targets = tuple[Target | None, ...]

NO_SENTENCE = -1
"""The index of a backlink that comes from a list and not from prose."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Targets by record and part of it (`summary`, `body`, and with `.ar` those of a translation); backlinks."""

    resolved: Mapping[Target, Mapping[str, Targets]]
    linked: Mapping[Target, tuple[Backlink, ...]]

    def targets(self, record: AnyRecord, part: str) -> Targets:
        """Where each mention of a part leads."""
        return self.resolved.get(target_of(record), {}).get(part, ())

    def backlinks(self, record: AnyRecord) -> tuple[Backlink, ...]:
        """The sentences of other records that mention it."""
        return self.linked.get(target_of(record), ())


def mentions_of(catalogue: Catalogue, register: Register) -> tuple[Mentions, tuple[Diagnostic, ...]]:
    """Every mention of every record, and a finding for each that does not lead to exactly one record."""
    reader = _Reader(register)
    for shelf in catalogue.shelves.values():
        for parsed in shelf.values():
            reader.read(parsed)
    return reader.mentions(), tuple(reader.findings)


def mentions_in(parsed: Parsed[AnyRecord], register: Register) -> tuple[Mentions, tuple[Diagnostic, ...]]:
    """The same for one record alone."""
    reader = _Reader(register)
    reader.read(parsed)
    return reader.mentions(), tuple(reader.findings)


def prose_of(parsed: Parsed[AnyRecord]) -> Iterator[tuple[str, Prose, str]]:
    """The parts of a record that hold prose, each with the file it stands in."""
    record = parsed.record
    yield "summary", record.summary, record.path
    yield "body", parsed.body, record.path
    for translation in record.translations:
        language = translation.language
        path = f"{record.path.removesuffix('.md')}.{language}.md"
        within = f"translations.{language}.summary" in parsed.places
        yield f"summary.{language}", translation.summary, record.path if within else path
        yield f"body.{language}", translation.body, path


def links_in(
    record: AnyRecord, prose: Prose, targets: Targets, sentences: set[tuple[Target, Parts]]
) -> Iterator[tuple[Target, Backlink]]:
    """What a record's prose mentions, with the other ends. `sentences` are those of the record that have one already;
    those of the prose join them.
    """
    own = target_of(record)
    for index, (mention, target) in enumerate(zip(prose.mentions, targets, strict=True)):
        if target is None or target == own or is_withdrawn(record):
            continue
        if (target, mention.context) not in sentences:
            sentences.add((target, mention.context))
            yield target, Backlink(own.kind, own.id, mention.context, targets, index, left_in(prose))


def target_of(record: AnyRecord) -> Target:
    """The record as a target."""
    return Target(kind_of(record), record.id)


class _Reader:
    """Goes through the records once, and remembers what words mean, because most mentions repeat."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.findings: list[Diagnostic] = []
        self._meaning: dict[str, Target | None] = {}
        self._resolved: dict[Target, dict[str, Targets]] = {}
        self._linked: dict[Target, list[Backlink]] = {}

    def mentions(self) -> Mentions:
        """What was read."""
        return Mentions(self._resolved, {target: tuple(links) for target, links in self._linked.items()})

    def read(self, parsed: Parsed[AnyRecord]) -> None:
        """Resolve one record's mentions."""
        record = parsed.record
        sentences: set[tuple[Target, Parts]] = set()
        for part, prose, path in prose_of(parsed):
            if prose.mentions:
                targets = tuple(self._resolve(mention, record, path) for mention in prose.mentions)
                self._resolved.setdefault(target_of(record), {})[part] = targets
                if "." not in part:
                    for target, link in links_in(record, prose, targets, sentences):
                        self._add(target, link)
        if isinstance(record, Article):
            self._read_list(record, parsed)

    def _resolve(self, mention: Mention, record: AnyRecord, path: str) -> Target | None:
        target = self._meaning_of(mention.target)
        if target is None:
            self._report(mention.target, record, Span(path, mention.line, mention.column, mention.length))
        return target

    def _meaning_of(self, words: str) -> Target | None:
        if words not in self._meaning:
            meanings = self.register.names.meanings(words)
            self._meaning[words] = meanings[0] if len(meanings) == 1 else None
        return self._meaning[words]

    def _read_list(self, article: Article, parsed: Parsed[AnyRecord]) -> None:
        listed = {target_of(article)}
        for at, words in enumerate(article.mentions):
            target = self._meaning_of(words)
            if target is None:
                self._report(words, article, span_of(article.path, parsed.places, f"mentions.{at}"))
            elif target not in listed and not is_withdrawn(article):
                listed.add(target)
                self._add(target, Backlink("article", article.id, (), (), NO_SENTENCE))

    def _add(self, target: Target, backlink: Backlink) -> None:
        self._linked.setdefault(target, []).append(backlink)

    def _report(self, words: str, record: AnyRecord, span: Span) -> None:
        if self.register.may_be_unread(words):
            return
        fault = self.register.mention_fault(words)
        own = target_of(record)
        self.findings.append(Diagnostic(fault.code, fault.message, span, fault.help, f"{own.kind}/{own.id}"))
