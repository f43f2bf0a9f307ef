"""The site while it is written: what a save changes is shown first, then everything is looked through.

`hear` answers for files that are said to have changed, quickly, where a few records alone are concerned; `look` finds
out by itself whatever else is new on the disk; `proofread` comes after, in its own time. A file with an error is shown
as it was when it was good, and the rest goes on; where that cannot be, the whole site stays as it last was.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.order import in_order
from generator.graph.graph import Graph
from generator.graph.link import Linked, link_all
from generator.graph.neighbourhood import Change
from generator.graph.relink import relink
from generator.model.parsed import Parsed
from generator.model.records import AnyRecord
from generator.options import CACHE_FOLDER
from generator.preview.manuscripts import Manuscripts, Progress, Reading, Reread, is_broken
from generator.preview.scan import Seen, content_on_disk, theme_on_disk
from generator.preview.snapshot import Findings, Snapshot, Static, proofread
from generator.reading.cache import NO_PROOF, ParseCache
from generator.reading.parsed_file import ParsedFile
from generator.rendering.environment import environment
from generator.rendering.settings import Settings
from generator.rendering.theme import assets, template_folders
from generator.workers import uncollected

FEW = 8
"""So many files are answered for at once; more are looked through together."""


@dataclass(slots=True)
class LiveSite:
    """One site under an editor's hands. `hear` and `look` are one thread's; `proofread` may be another's."""

    root: Path
    drafts: bool
    jobs: int
    note: str = ""
    """What was wrong with the memory of parsed files, if anything."""
    _manuscripts: Manuscripts = field(init=False)
    _theme: Seen = field(init=False, default_factory=dict)
    _snapshot: Snapshot | None = field(init=False, default=None)
    _lock: Lock = field(init=False, default_factory=Lock)

    def __post_init__(self) -> None:
        self._manuscripts = Manuscripts(self.root, self.jobs)

    def start(self, progress: Progress = lambda things, _count: things) -> None:
        """Read and link everything. What was read is kept for the next start, unless a build relies on what was kept."""
        cache = ParseCache(self.root / CACHE_FOLDER / "parsed")
        self._theme = theme_on_disk(template_folders(self.root))
        with uncollected():
            self._manuscripts.open(cache, content_on_disk(self.root), progress)
            self._link()
        self.note = cache.note
        if cache.dirty and not (cache.heads and any(cache.folder.parent.glob("pages-*"))):
            with suppress(OSError):
                cache.save()

    @property
    def snapshot(self) -> Snapshot:
        """The state to show."""
        if self._snapshot is None:
            raise RuntimeError("the site has not been read yet")
        return self._snapshot

    def settled(self, seconds: float) -> Snapshot:
        """The state to show, proofread, if it is within so many seconds."""
        end = time.monotonic() + seconds
        while not self.snapshot.proofread and time.monotonic() < end:
            time.sleep(0.01)
        return self.snapshot

    def seen(self) -> tuple[Seen, Seen]:
        """Stat data of the content's and the theme's files as they were when they were read."""
        return dict(self._manuscripts.seen), dict(self._theme)

    def hear(self, paths: Iterable[str]) -> bool:
        """Answer at once for a few records saved in their places; whether anything is new there. What it cannot answer
        for, `look` will.
        """
        return bool(self._answer(list(paths)))

    def look(self) -> bool:
        """Look through all files; whether anything is new."""
        theme = theme_on_disk(template_folders(self.root))
        themed, self._theme = theme != self._theme, theme
        seen = content_on_disk(self.root)
        changed = self._manuscripts.changed(seen)
        answer = self._answer(sorted(changed)) if changed else False
        if answer is None and self._manuscripts.read(changed, seen):
            self._link()
            answer = True
        if themed:
            environment.cache_clear()
            settings = self._settings()
            self._swap(replace(self.snapshot, settings=settings, files=self._static(settings)))
        return bool(answer) or themed

    def _answer(self, paths: list[str]) -> bool | None:
        """Whether anything is new in these files; None where more has to be read than they."""
        snapshot = self.snapshot
        if len(paths) > FEW:
            return None
        rereads = self._manuscripts.reread(paths)
        if not rereads:
            return None if rereads is None else False
        changes = _changes(rereads, drafts=self.drafts)
        simple = _is_sound(snapshot) and not snapshot.held and snapshot.reading.kept.keys().isdisjoint(paths)
        graph = relink(snapshot.linked, changes) if changes and simple else None
        if graph is None:
            self._link()
        else:
            self._patch(graph, rereads)
        return True

    def proofread(self) -> bool:
        """Read what is shown once more, all of it; False if that was done, or something else is shown by now."""
        snapshot = self.snapshot
        if snapshot.proofread:
            return False
        read = proofread(snapshot, lambda: self.snapshot.number == snapshot.number)
        with self._lock:
            if read is None or self.snapshot.number != read.number:
                return False
            self._snapshot = read
            return True

    def _link(self) -> None:
        """Link everything; what cannot be shown as it is gives way to what was good."""
        broken = self._manuscripts.broken()
        reading = self._manuscripts.reading(broken)
        linked = self._linked(reading)
        at_fault = frozenset(finding.span.path for finding in linked.findings if _is_error(finding))
        if not at_fault:
            self._manuscripts.keep_good()
            self._show(reading, linked)
            return
        earlier = self._manuscripts.reading(broken | at_fault)
        if earlier.kept.keys() != reading.kept.keys():
            mended = self._linked(earlier)
            if not any(map(_is_error, mended.findings)):
                self._show(earlier, mended, linked.findings)
                return
        if self._snapshot is not None and _is_sound(self._snapshot):
            self._show(reading, self._snapshot.linked, linked.findings, held=True)
        else:
            self._show(reading, linked)

    def _linked(self, reading: Reading) -> Linked:
        content, _conflicts = reading.content()
        return link_all(content, drafts=self.drafts)

    def _show(self, reading: Reading, linked: Linked, faults: Findings = (), *, held: bool = False) -> None:
        found = in_order((*reading.findings(), *(faults or linked.findings)))
        self._swap(
            Snapshot(
                number=0,
                drafts=self.drafts,
                reading=reading,
                linked=linked,
                settings=(settings := self._settings()),
                files=self._static(settings),
                faults=faults,
                held=held,
                findings=found,
            )
        )

    def _patch(self, graph: Graph, rereads: Sequence[Reread]) -> None:
        """Show a graph made from the one before."""
        saved = {one.now.file.path for one in rereads}
        self._manuscripts.keep_good(saved)
        snapshot = self.snapshot
        rest = [finding for finding in snapshot.findings if finding.span.path not in saved]
        self._swap(
            replace(
                snapshot,
                reading=self._manuscripts.reading(snapshot.reading.kept),
                linked=replace(snapshot.linked, graph=graph),
                patched=True,
                findings=in_order([*rest, *(finding for one in rereads for finding in one.now.findings)]),
            )
        )

    def _swap(self, snapshot: Snapshot) -> None:
        """Put another state in the place of this one; its plan stays until there is another."""
        with self._lock:
            was = self._snapshot
            if was is not None:
                snapshot = replace(
                    snapshot, number=was.number + 1, proofread=False, outputs=was.outputs, media=was.media
                )
            self._snapshot = snapshot

    def _settings(self) -> Settings:
        drawings = self.root / CACHE_FOLDER / "cards"
        return Settings(template_folders(self.root), drawings=drawings)

    def _static(self, settings: Settings) -> Mapping[str, Static]:
        """Files that are shown as they are, by address."""
        files = {
            asset.address: Static(asset.source, self._theme.get(str(asset.source), NO_PROOF))
            for asset in assets(settings.folders)
        }
        for path in self._manuscripts.media:
            stat = self._manuscripts.seen.get(path, NO_PROOF)
            files[path.removeprefix("content/")] = Static(self.root / path, stat)
        return files


def _is_sound(snapshot: Snapshot) -> bool:
    """Whether what it shows could be published."""
    return not any(map(_is_error, snapshot.linked.findings))


def _changes(rereads: Iterable[Reread], *, drafts: bool) -> list[Change]:
    """The records as they were and as they are; none where one of the files is not an ordinary record's."""
    changes = []
    for before, now in rereads:
        was, is_now = _published(before, drafts=drafts), _published(now, drafts=drafts)
        if was is None or is_now is None:
            return []
        changes.append(Change(was, is_now))
    return changes


def _published(one: ParsedFile, *, drafts: bool) -> Parsed[AnyRecord] | None:
    """The record of a file that gives one for the edition and has no error."""
    parsed = one.parsed
    if not isinstance(parsed, Parsed) or is_broken(one) or (parsed.record.draft and not drafts):
        return None
    return parsed


def _is_error(finding: Diagnostic) -> bool:
    return severity_of(finding) == "error"
