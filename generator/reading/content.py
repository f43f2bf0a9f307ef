"""All of a site's content, read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.diagnostics.order import in_order
from generator.model.parsed import Parsed, Places
from generator.model.record_parts import Translation
from generator.model.records import KINDS, AnyRecord, Kind
from generator.model.site_settings import Site
from generator.reading.cache import ParseCache
from generator.reading.discover import discover
from generator.reading.excerpts import in_quotes
from generator.reading.file_names import is_id
from generator.reading.fingerprint import parsing_fingerprint
from generator.reading.parsed_file import ParsedFile
from generator.reading.reuse import Progress, parse_all
from generator.reading.site import read_site
from generator.reading.source_file import SourceFile
from generator.workers import Jobs


@dataclass(frozen=True, slots=True)
class Content:
    """What was read. `records` stand in the order of `KINDS`, then of ids, each (kind, id) once, with their
    translations in order of language. `media` are paths relative to the site's folder. `unread` are records whose
    files are there but faulty: a reference to one is no further fault.
    """

    site: Site
    site_places: Places
    records: tuple[Parsed[AnyRecord], ...]
    media: tuple[str, ...] = ()
    unread: tuple[tuple[Kind, str], ...] = ()


_Key = tuple[Kind, str]


def read_content(
    root: Path,
    jobs: Jobs = 1,
    cache: ParseCache | None = None,
    progress: Progress = lambda parsed, _count: parsed,
) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Read everything under `root/content`, in `jobs` processes; the same value and findings for any number.

    `cache` remembers parsed files from one time to the next, if the caller saves it; whatever is in it, the result
    is the same. `progress` may show how far it is.
    """
    site, site_places, findings = read_site(root)
    files, found = discover(root)
    written = [file for file in files if file.record_kind is not None]
    cache = cache or ParseCache(Path())
    if cache.folder != Path():
        cache.open(parsing_fingerprint(site.language))
    parsed = parse_all(root, written, site.language, jobs=jobs, cache=cache, progress=progress)
    content, conflicts = assemble(parsed)
    content = replace(
        content,
        site=site,
        site_places=site_places,
        media=tuple(file.path for file in files if file.kind == "media"),
    )
    of_files = (finding for one in parsed for finding in one.findings)
    return content, in_order((*findings, *found, *of_files, *conflicts))


def assemble(parsed: Iterable[ParsedFile]) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Records with their translations, in order, from files in order of path; of one id the first file stands."""
    shelves = _Shelves()
    for one in parsed:
        if one.file.record_kind is not None:
            shelves.add((one.file.record_kind, one.file.id), one)
    placed = tuple(
        _translated(record, shelves.translations.get(key, {}))
        for key, record in sorted(shelves.records.items(), key=_order)
    )
    twice = tuple(_twice(shelves))
    missing = tuple(
        key for key, _ in sorted(shelves.unread.items(), key=_order) if key not in shelves.records
    )
    known = shelves.records.keys() | shelves.unread.keys()
    dangling = tuple(_dangling(file) for key, file in shelves.translated if key not in known)
    return Content(Site(title=""), {}, placed, unread=missing), (*dangling, *twice)


@dataclass(frozen=True, slots=True)
class _Shelves:
    """What the files gave, by kind and id; filled while `assemble` runs."""

    records: dict[_Key, Parsed[AnyRecord]] = field(default_factory=dict)
    unread: dict[_Key, None] = field(default_factory=dict)
    translations: dict[_Key, dict[str, Translation]] = field(default_factory=dict)
    translated: list[tuple[_Key, SourceFile]] = field(default_factory=list)

    def add(self, key: _Key, one: ParsedFile) -> None:
        """Put one file in its place, unless another has it."""
        if one.file.language:
            self.translated.append((key, one.file))
            if isinstance(one.parsed, Translation):
                self.translations.setdefault(key, {}).setdefault(one.parsed.language, one.parsed)
        elif isinstance(one.parsed, Parsed) and is_id(one.file.id):
            self.records.setdefault(key, one.parsed)
        elif one.digest or one.findings:  # otherwise the file has gone since it was found
            self.unread[key] = None


def _order(entry: tuple[_Key, object]) -> tuple[int, str]:
    (kind, record_id), _ = entry
    return KINDS.index(kind), record_id


def _translated(parsed: Parsed[AnyRecord], by_language: dict[str, Translation]) -> Parsed[AnyRecord]:
    """The record with what files of their own say, beside what its own front matter says of the same languages."""
    if not by_language:
        return parsed
    within = {translation.language: translation for translation in parsed.record.translations}
    translations = tuple(
        _joined(within.get(language), by_language.get(language))
        for language in sorted(within.keys() | by_language.keys())
    )
    return replace(parsed, record=replace(parsed.record, translations=translations))


def _joined(within: Translation | None, beside: Translation | None) -> Translation:
    """One translation of what front matter and a file of its own say; where both say it, the file does."""
    if within is None or beside is None:
        return within or beside or Translation(language="")
    return replace(beside, title=beside.title or within.title, summary=beside.summary or within.summary)


def _twice(shelves: _Shelves) -> Iterator[Diagnostic]:
    """What front matter and a file of its own both say."""
    for key, file in shelves.translated:
        beside = shelves.translations.get(key, {}).get(file.language)
        record = shelves.records.get(key)
        within = (
            [one for one in record.record.translations if one.language == file.language] if record else []
        )
        if record and beside and within:
            for part in ("title", "summary"):
                if getattr(beside, part) and getattr(within[0], part):
                    message = f"its {part} is translated in {record.record.path} too"
                    yield Diagnostic("D032", message, Span(file.path), "keep one of them", file.subject)


def _dangling(file: SourceFile) -> Diagnostic:
    message = f"there is no {file.kind} {in_quotes(file.id)} that this could translate"
    return Diagnostic(
        "D030", message, Span(file.path), f"write {file.id}.md beside it, or rename it", file.subject
    )
