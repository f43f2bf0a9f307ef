"""The records that forms may name, as they are at one moment, drafts among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from generator.desk.candidates import Candidate, candidates, names
from generator.graph.values import Target
from generator.model.names import fold, slug
from generator.model.parsed import Parsed
from generator.model.records import AnyRecord, Article, Event, Kind, kind_of, label_of
from generator.model.site_settings import Site
from generator.preview.snapshot import Snapshot
from generator.reading.file_names import is_id
from generator.reading.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Stock:
    """`records` are all that have a file and the topics that events use, by what they are called."""

    snapshot: Snapshot
    records: dict[Target, Parsed[AnyRecord]]
    files: dict[Target, SourceFile]
    by_name: dict[tuple[Kind, str], list[str]] = field(default_factory=dict)

    @property
    def site(self) -> Site:
        """The site's settings."""
        return self.snapshot.reading.site

    def label(self, kinds: Collection[Kind], words: str) -> str:
        """What the record of an id is called; empty where there is none."""
        kind, _, record_id = words.rpartition(":")
        found = (self.records.get(Target(one, record_id)) for one in kinds if kind in ("", one))
        return next((label_of(parsed.record) for parsed in found if parsed), "")

    def search(self, words: str, kinds: Collection[Kind]) -> list[Candidate]:
        """The records that words may mean, best first."""
        return candidates(_Listed(self.site, tuple(self.records.values())), words, kinds)

    def meant(self, kinds: Collection[Kind], words: str) -> str:
        """The id of the one record that is called so; the words as they are where none or several are."""
        bare = words.rpartition(":")[2]
        if not words or any(Target(kind, bare) in self.records for kind in kinds):
            return words
        if not self.by_name:
            self._fill()
        found = {record_id for kind in kinds for record_id in self.by_name.get((kind, fold(words)), ())}
        if len(found) == 1:
            return found.pop()
        return slug(words) if "topic" in kinds and not is_id(words) else words

    def _fill(self) -> None:
        for target, parsed in self.records.items():
            for name in names(parsed.record):
                self.by_name.setdefault((target.kind, fold(name)), []).append(target.id)


@dataclass(frozen=True, slots=True)
class _Listed:
    """Records as content is asked for them."""

    site: Site
    records: tuple[Parsed[AnyRecord], ...]
    site_places: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    unread: tuple[tuple[Kind, str], ...] = ()


def stock_of(snapshot: Snapshot) -> Stock:
    """The records of a snapshot."""
    records = {Target(kind_of(parsed.record), parsed.record.id): parsed for parsed in _written(snapshot)}
    for slug_, parsed in snapshot.graph.shelves["topic"].items():
        records.setdefault(Target("topic", slug_), parsed)
    return Stock(snapshot, records, dict(_files(snapshot)))


def note_on(record: AnyRecord) -> str:
    """What tells a record from others of its name: its date, its publisher, its kind."""
    draft = " · draft" if record.draft else ""
    if isinstance(record, Event):
        return record.date.short() + draft
    if isinstance(record, Article):
        return f"{record.publisher}, {record.published.short()}{draft}"
    return f"{getattr(record, 'kind', '')}{draft}".removeprefix(" · ")


def _written(snapshot: Snapshot) -> Iterator[Parsed[AnyRecord]]:
    """Records as their files say, or as they last said where a file cannot be read."""
    reading = snapshot.reading
    for path, one in reading.files.items():
        parsed = (
            one.parsed if isinstance(one.parsed, Parsed) else getattr(reading.kept.get(path), "parsed", None)
        )
        if isinstance(parsed, Parsed):
            yield parsed


def _files(snapshot: Snapshot) -> Iterable[tuple[Target, SourceFile]]:
    for one in reversed([*snapshot.reading.files.values()]):  # of two files of one id, the first counts
        file = one.file
        if file.record_kind is not None and not file.language and is_id(file.id):
            yield Target(file.record_kind, file.id), file
