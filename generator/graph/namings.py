"""Where records are named: references, entries of lists, groups of claims, the navigation, mentions and links in prose.

The graph says who is linked to whom; this says in which file and column that is written. For editors of content, so
drafts count as much as what is published.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.diagnostics.diagnostic import Span
from generator.graph.catalogue import SITE_PATH, span_of
from generator.graph.mentions import prose_of, target_of
from generator.graph.namebook import NameBook, name_book
from generator.graph.references import references
from generator.graph.shelving import Content, shelve
from generator.graph.values import Target
from generator.model.addresses import FOLDERS, record_address
from generator.model.parsed import Parsed
from generator.model.records import Actor, AnyRecord, Article, Event, Kind, Location

Record = Parsed[AnyRecord]

_KINDS: Final[dict[str, Kind]] = {folder: kind for kind, folder in FOLDERS.items()}
_DEEPEST: Final = 2
"""Steps of a record's address: its kind's folder, and its id."""

Wanted = Callable[[Target], bool]


class Naming(NamedTuple):
    """`words`, at `span`, lead to `target`. `field` is the dotted path of the value; empty in prose, where the span is the
    whole of `[[…]]` or of a link, whose words are the address. `by` is the record in which it stands; None for the
    site's settings.
    """

    target: Target
    span: Span
    words: str
    field: str
    by: Target | None

    @property
    def is_link(self) -> bool:
        """Whether it is a link in prose, by the record's address."""
        return self.words.startswith("/")

    @property
    def is_mention(self) -> bool:
        """Whether a record is meant by its name or id, in prose or in an article's list."""
        return not self.is_link and (not self.field or self.field.startswith("mentions."))


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the words of mentions mean: a record that is published, else a draft."""

    live: NameBook
    withheld: NameBook
    actors: frozenset[str]

    def of(self, words: str) -> Target | None:
        """The one record that is meant, if it is one."""
        found = self.live.meanings(words) or self.withheld.meanings(words)
        return found[0] if len(found) == 1 else None


def meanings_of(content: Content) -> Meanings:
    """The meanings of a content."""
    catalogue, withheld = shelve(content, drafts=False)
    actors = frozenset((*catalogue.shelves["actor"], *withheld["actor"]))
    return Meanings(name_book(catalogue.shelves), name_book(withheld), actors)


def namings(content: Content, meanings: Meanings, wanted: Wanted) -> Iterator[Naming]:
    """Every naming of the records that are wanted, record by record as they stand in `content`."""
    for at, entry in enumerate(content.site.navigation):
        target = Target("page", entry)
        if "/" not in entry and wanted(target):
            span = span_of(SITE_PATH, content.site_places, f"navigation.{at}")
            yield Naming(target, span, entry, f"navigation.{at}", None)
    for parsed in content.records:
        yield from namings_in(parsed, meanings, wanted)


def namings_in(parsed: Record, meanings: Meanings, wanted: Wanted = lambda _: True) -> Iterator[Naming]:
    """The namings in one record and its translations: those of fields, then those of prose."""
    record = parsed.record
    by = target_of(record)
    for target, words, field in _of_fields(record, meanings):
        if wanted(target):
            yield Naming(target, span_of(record.path, parsed.places, field), words, field, by)
    for _part, prose, path in prose_of(parsed):
        for mention in prose.mentions:
            meant = meanings.of(mention.target)
            if meant is not None and wanted(meant):
                span = Span(path, mention.line, mention.column, mention.length)
                yield Naming(meant, span, mention.target, "", by)
        for link in prose.links:
            linked = _at_address(link.address)
            if linked is not None and wanted(linked):
                span = Span(path, link.line, link.column, link.length)
                yield Naming(linked, span, f"/{record_address(*linked)}", "", by)


def _at_address(address: str) -> Target | None:
    """The record whose page would stand at an address within the site, whatever part of the page it leads to."""
    steps = address.partition("#")[0].partition("?")[0].rstrip("/").split("/")
    kind = _KINDS.get(steps[0] if len(steps) > 1 else "")
    return Target(kind, steps[-1]) if kind and len(steps) <= _DEEPEST else None


def _of_fields(record: AnyRecord, meanings: Meanings) -> Iterator[tuple[Target, str, str]]:
    for reference in references(record):
        if reference.id:
            yield Target(reference.kind, reference.id), reference.id, reference.path
    if isinstance(record, Event):
        yield from _of_event(record, meanings)
    elif isinstance(record, Article):
        for at, words in enumerate(record.mentions):
            meant = meanings.of(words)
            if meant is not None:
                yield meant, words, f"mentions.{at}"


def _of_event(event: Event, meanings: Meanings) -> Iterator[tuple[Target, str, str]]:
    for at, topic in enumerate(event.topics):
        yield Target("topic", topic), topic, f"topics.{at}"
    for at, claim in enumerate(event.claims):
        if claim.group in meanings.actors:
            yield Target("actor", claim.group), claim.group, f"claims.{at}.group"


def known(content: Content) -> Iterator[tuple[Target, Record]]:
    """Every record with a file, by what it is called."""
    for parsed in content.records:
        yield target_of(parsed.record), parsed


def used_topics(content: Content) -> frozenset[str]:
    """The slugs of topics that events use, written or not."""
    events = (parsed.record for parsed in content.records)
    return frozenset(topic for event in events if isinstance(event, Event) for topic in event.topics)


def kinds_by_id(content: Content) -> dict[str, set[Kind]]:
    """Which kinds of record there are of an id, topics that nobody wrote among them."""
    kinds: dict[str, set[Kind]] = {}
    for target, _ in known(content):
        kinds.setdefault(target.id, set()).add(target.kind)
    for slug in used_topics(content):
        kinds.setdefault(slug, set()).add("topic")
    return kinds


def mention_form(target: Target, kinds: Mapping[str, Collection[Kind]]) -> str:
    """The shortest words by which prose can name a record: its id, with its kind where another kind has that id too."""
    others = any(kind != target.kind for kind in kinds.get(target.id, ()))
    return f"{target.kind}:{target.id}" if others else target.id


def called(record: AnyRecord) -> tuple[str, ...]:
    """The names of an actor or a place, its own first; nothing for other records."""
    if not isinstance(record, Actor | Location):
        return ()
    former = (one.name for one in record.former_names)
    return (record.name, *record.aliases, *(name.text for name in record.names), *former)
