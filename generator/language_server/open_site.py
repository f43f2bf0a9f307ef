"""One site while it is edited: its files as they lie on the disk, the texts that are open, and what follows from both."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.build import Compiled, compiled_from, plan_outputs
from generator.diagnostics.acceptance import accepted
from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.namings import Meanings, kinds_by_id, known, meanings_of
from generator.graph.values import Target
from generator.language_server.lines import Encoding, Lines
from generator.model.parsed import Parsed
from generator.model.records import AnyRecord, Kind
from generator.options import CACHE_FOLDER
from generator.reading.cache import ParseCache
from generator.reading.content import Content
from generator.reading.discover import CONTENT, SITE_FILE, source_file
from generator.reading.file_names import is_leftover
from generator.reading.holdings import Holdings, parsed, read_holdings
from generator.reading.load import load
from generator.reading.parsed_file import ParsedFile
from generator.reading.site import parse_site
from generator.reading.source_file import SourceFile

Findings = tuple[Diagnostic, ...]
_Seen = dict[str, tuple[int, int]]

SITE_MARK: Final = Path(SITE_FILE)
MANY: Final = 200
"""From so many changed files on, everything is read again."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The site as it was checked last, open texts included: swapped whole, never changed. `apart` are findings that one file
    alone does not show, by path.
    """

    compiled: Compiled
    meanings: Meanings
    kinds: Mapping[str, set[Kind]]
    apart: Mapping[str, Findings]

    @property
    def content(self) -> Content:
        """The records."""
        return self.compiled.content

    def known(self) -> Iterator[tuple[Target, Parsed[AnyRecord]]]:
        """Every record by what it is called, drafts too."""
        return known(self.content)


@dataclass(slots=True)
class OpenSite:
    """`texts` are those that editors have open, by path below the site's folder; `read` is what they gave."""

    root: Path
    encoding: Encoding = "utf-16"
    disk: Holdings | None = None
    texts: dict[str, Lines] = field(default_factory=dict)
    read: dict[str, ParsedFile] = field(default_factory=dict)
    checked: Checked | None = None
    changed: bool = False
    """Whether an open text has changed since everything was checked."""
    _seen: _Seen = field(default_factory=dict)

    def open(self, path: str, text: str) -> None:
        """Take an editor's text for the file's."""
        self._take(path, Lines(text, self.encoding))

    def change(self, path: str, lines: Lines) -> None:
        """The same after a change."""
        self._take(path, lines)

    def close(self, path: str) -> None:
        """The file is again what it is on the disk."""
        self.texts.pop(path, None)
        self.read.pop(path, None)
        self.changed = True

    def _take(self, path: str, lines: Lines) -> None:
        self.texts[path] = lines
        self.changed = True
        file = record_file(path)
        if file is not None:
            self.read[path] = parsed(_bytes(lines), file, self.language)

    @property
    def language(self) -> str:
        """The language of the site's settings."""
        return self.disk.settings[0].language if self.disk else "en"

    def lines(self, path: str) -> Lines:
        """The text of a file: as it is open, else as it lies on the disk."""
        return self.texts.get(path) or Lines(_read(self.root / path), self.encoding)

    def raw(self, path: str) -> bytes:
        """The same as bytes, for whoever changes it in place."""
        return _bytes(self.texts[path]) if path in self.texts else (self.root / path).read_bytes()

    def holdings(self) -> Holdings:
        """All files, the open texts among them. Reads the disk again where it changed."""
        seen = _stats(self.root)
        other = {path for path in seen.keys() | self._seen.keys() if seen.get(path) != self._seen.get(path)}
        if self.disk is None or len(other) > MANY or not all(path.endswith(".md") for path in other):
            self.disk = self._read_all()
        elif other:
            self.disk = self._reread(self.disk, other)
        self._seen = seen
        return self.disk.revised({path: _bytes(lines) for path, lines in dict(self.texts).items()})

    def _read_all(self) -> Holdings:
        cache = ParseCache(self.root / CACHE_FOLDER / "parsed")
        holdings = read_holdings(self.root, 1, cache)
        pages = any(cache.folder.parent.glob("pages-*"))
        if cache.dirty and not (
            cache.heads and pages
        ):  # the next build tells by the old entries what changed
            with suppress(OSError):
                cache.save()
        return holdings

    def _reread(self, disk: Holdings, paths: Iterable[str]) -> Holdings:
        """The same with a few files read again; everything, where one of them cannot be read."""
        read = {path: load(self.root, path) for path in paths}
        if any(isinstance(found, Diagnostic) for found in read.values()):
            return self._read_all()
        return disk.revised({path: raw if isinstance(raw, bytes) else None for path, raw in read.items()})

    def check(self) -> Checked:
        """Link and check everything: what `dateline check` would find if every open text were saved."""
        self.changed = False
        holdings = self.holdings()
        content, read = holdings.content()
        compiled = compiled_from(content, read, ParseCache(Path()), drafts=False)
        _, findings = plan_outputs(compiled)
        alone = {*holdings.settings[2], *(f for one in holdings.files.values() for f in one.findings)}
        apart: dict[str, Findings] = {}
        for finding in findings:
            if finding not in alone:
                apart[finding.span.path] = (*apart.get(finding.span.path, ()), finding)
        self.checked = Checked(compiled, meanings_of(content), kinds_by_id(content), apart)
        return self.checked

    def now(self) -> Checked:
        """What was checked last; checked now if nothing was."""
        return self.checked or self.check()

    def record(self, path: str) -> Parsed[AnyRecord] | None:
        """The record in a file as it is at the moment, or as it was when it could last be read."""
        one = self.read.get(path)
        if one is not None and isinstance(one.parsed, Parsed):
            return one.parsed
        checked = self.now().compiled.content.records
        return next((found for found in checked if found.record.path == path), None)

    def findings(self, path: str) -> Findings:
        """What is wrong with a file: of its own text at once, of its relations as they were checked last."""
        one = self.read.get(path) or (self.disk.files.get(path) if self.disk else None)
        alone = self._settings() if path == SITE_FILE else one.findings if one else ()
        answers = []
        if one is not None and isinstance(one.parsed, Parsed):
            answers = [(one.file.subject, acceptance.code) for acceptance in one.parsed.record.accept]
        apart = self.checked.apart.get(path, ()) if self.checked else ()
        return (*accepted(alone, answers).kept, *apart)

    def _settings(self) -> Findings:
        """What is wrong with the site's own file."""
        if SITE_FILE in self.texts:
            return parse_site(_bytes(self.texts[SITE_FILE]))[2]
        return self.disk.settings[2] if self.disk else ()

    def paths(self) -> set[str]:
        """Every file about which there is or may be something to say."""
        on_disk = {path for path, one in self.disk.files.items() if one.findings} if self.disk else set()
        return (
            {SITE_FILE} | on_disk | self.texts.keys() | (self.checked.apart.keys() if self.checked else set())
        )


def site_root(file: Path) -> Path | None:
    """The folder of the site that a file belongs to: the nearest above with `content/site.yaml`."""
    return next((folder for folder in (file, *file.parents) if (folder / SITE_MARK).is_file()), None)


def record_file(path: str) -> SourceFile | None:
    """What a path below the site's folder holds; None for what holds no record."""
    if not path.startswith(f"{CONTENT}/"):
        return None
    file = source_file(path)
    return file if isinstance(file, SourceFile) and file.record_kind is not None else None


def _bytes(lines: Lines) -> bytes:
    return lines.text.encode("utf-8", "surrogatepass")


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""


def _stats(root: Path) -> _Seen:
    """Size and time of every file of the content, by path below the site's folder."""
    seen: _Seen = {}
    waiting = [CONTENT]
    while waiting:
        folder = waiting.pop()
        with suppress(OSError), os.scandir(root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                elif not is_leftover(entry.name):
                    stat = entry.stat(follow_symlinks=False)
                    seen[path] = (stat.st_size, stat.st_mtime_ns)
    return seen
