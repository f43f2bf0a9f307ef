"""What every file gave when it was last read, and what it gave when it was last good.

A file is read again when its stat data differ from those it had. Stat data taken in the same moment in which a file
was written prove nothing, so such a file is read once more by the next look.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.parsed import Places
from generator.model.site_settings import Site
from generator.preview.scan import Seen, stat_of
from generator.reading.cache import NO_PROOF, ParseCache, Stat
from generator.reading.content import Content, assemble
from generator.reading.discover import SITE_FILE, discover
from generator.reading.file_names import is_leftover
from generator.reading.fingerprint import parsing_fingerprint
from generator.reading.parsed_file import ParsedFile
from generator.reading.reuse import parse_all
from generator.reading.site import read_site
from generator.reading.source_file import SourceFile

MOMENT: Final = 50_000_000
"""Nanoseconds in which a file may be written twice without its stat data telling."""

MANY: Final = 256
"""From so many files on, they are read in processes."""

Progress = Callable[[Iterable[Any], int], Iterable[Any]]
"""Passes things on, of which there will be so many, and may show how far it is."""


class Reread(NamedTuple):
    """A file that gives something else by now."""

    before: ParsedFile
    now: ParsedFile


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read at one time. `kept` are earlier versions of files, shown in place of what they say; `other`
    are the findings that belong to no record's file.
    """

    site: Site
    site_places: Places
    media: tuple[str, ...]
    files: Mapping[str, ParsedFile]
    kept: Mapping[str, ParsedFile]
    other: tuple[Diagnostic, ...]

    def content(self) -> tuple[Content, tuple[Diagnostic, ...]]:
        """The content to show, and what is wrong with how its files belong together."""
        content, conflicts = assemble({**self.files, **self.kept}.values())
        return replace(content, site=self.site, site_places=self.site_places, media=self.media), conflicts

    def findings(self) -> list[Diagnostic]:
        """What reading found in the files as they are."""
        return [*self.other, *(finding for one in self.files.values() for finding in one.findings)]


@dataclass(slots=True)
class Manuscripts:
    """The files of one site. `files` are those of records, in order of path; `good` is what they gave when they were
    last kept as good; `found` is what is wrong with names and kinds of files.
    """

    root: Path
    jobs: int
    site: Site = field(default_factory=lambda: Site(title=""))
    site_places: Places = field(default_factory=dict)
    site_findings: tuple[Diagnostic, ...] = ()
    files: dict[str, ParsedFile] = field(default_factory=dict)
    good: dict[str, ParsedFile] = field(default_factory=dict)
    seen: Seen = field(default_factory=dict)
    media: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()

    def open(self, cache: ParseCache, seen: Seen, progress: Progress) -> None:
        """Read everything, with the help of what builds remember."""
        self.site, self.site_places, self.site_findings = read_site(self.root)
        sources = self._discover()
        cache.open(parsing_fingerprint(self.site.language))
        parsed = parse_all(
            self.root, sources, self.site.language, jobs=self.jobs, cache=cache, progress=progress
        )
        self.files = {one.file.path: one for one in parsed}
        self.seen = {path: self._proof(path, stat) for path, stat in seen.items()}

    def reread(self, paths: Iterable[str]) -> list[Reread] | None:
        """Read some files again that are known already, and nothing else; None where that is not enough."""
        changed = []
        for path in paths:
            known, stat = self.files.get(path), stat_of(self.root / path)
            if known is None and (stat is None or is_leftover(PurePosixPath(path).name)):
                continue  # an editor's own file, which may be gone already
            if known is None or stat is None or not stat.size:  # an empty file is being written just now
                return None
            if stat != self.seen.get(path):
                changed.append((known, self._parse(known.file), self._proof(path, stat)))
        rereads = []
        for known, now, proof in changed:
            self.seen[now.file.path] = proof
            if now.digest != known.digest:
                self.files[now.file.path] = now
                rereads.append(Reread(known, now))
        return rereads

    def changed(self, seen: Seen) -> set[str]:
        """What is not as it was."""
        if seen == self.seen:
            return set()
        return {path for path in seen.keys() | self.seen.keys() if seen.get(path) != self.seen.get(path)}

    def read(self, changed: set[str], seen: Seen) -> bool:
        """Read what has changed, whatever it is; whether anything came of it."""
        language = self.site.language
        before = (self.site, self.site_places, self.site_findings, self.found, self.media)
        if any(path.count("/") == 1 for path in changed):  # the settings, and what they are read with
            self.site, self.site_places, self.site_findings = read_site(self.root)
        sources = self._discover()
        if self.site.language != language:  # the typography of every body
            self.files.clear()
        stale = [file for file in sources if file.path in changed or file.path not in self.files]
        fresh = {one.file.path: one for one in self._parse_all(stale)}
        files = {file.path: fresh.get(file.path) or self.files[file.path] for file in sources}
        differs = files.keys() != self.files.keys() or any(
            self.files[path].digest != one.digest or not one.digest for path, one in fresh.items()
        )
        touched = any(path not in files and path.count("/") > 1 for path in changed)
        self.files = files
        self.good = {path: one for path, one in self.good.items() if path in files}
        self.seen.update((path, self._proof(path, seen[path])) for path in changed & seen.keys())
        for path in changed - seen.keys():
            self.seen.pop(path, None)
        after = (self.site, self.site_places, self.site_findings, self.found, self.media)
        return differs or touched or before != after

    def broken(self) -> frozenset[str]:
        """Files that an error of their own keeps from being published."""
        return frozenset(path for path, one in self.files.items() if is_broken(one))

    def reading(self, aside: Iterable[str] = ()) -> Reading:
        """All that was read, as it is now; of the files `aside`, what they gave when they were good is shown."""
        kept = {path: self.good[path] for path in aside if path in self.good}
        other = (*self.site_findings, *self.found)
        return Reading(self.site, self.site_places, self.media, dict(self.files), kept, other)

    def keep_good(self, paths: Iterable[str] | None = None) -> None:
        """From here on these files (all of them, by default) are what they were when they were good."""
        for path in self.files if paths is None else paths:
            one = self.files[path]
            if not is_broken(one):
                self.good[path] = one

    def _discover(self) -> list[SourceFile]:
        files, self.found = discover(self.root)
        self.media = tuple(file.path for file in files if file.kind == "media")
        return [file for file in files if file.record_kind is not None]

    def _parse(self, file: SourceFile) -> ParsedFile:
        # As in `reading.reuse`: a start with nothing to parse does without the parser.
        from generator.reading.parse import parse_file  # noqa: PLC0415

        return parse_file(self.root, file, self.site.language)

    def _parse_all(self, files: Sequence[SourceFile]) -> list[ParsedFile]:
        if len(files) < MANY:
            return [self._parse(file) for file in files]
        unremembered = ParseCache(Path())
        return parse_all(self.root, files, self.site.language, jobs=self.jobs, cache=unremembered)

    def _proof(self, path: str, stat: Stat) -> Stat:
        """The stat data of what was read, if they can prove anything by now."""
        is_read = path in self.files or path == SITE_FILE
        return NO_PROOF if is_read and stat.changed >= time.time_ns() - MOMENT else stat


def is_broken(one: ParsedFile) -> bool:
    """Whether the file alone stops publication."""
    return any(severity_of(finding) == "error" for finding in one.findings)
