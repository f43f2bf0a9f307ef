"""Floor 7, renewal: which outputs may differ from what stands in the output folder, and making just those.

A page is a function of the answers it asks of the graph, of its template, and of the settings. `PageMemory` knows what
each page asked; `neighbourhood` knows which answers a change of records may change. What is left standing is
byte for byte what a clean build would write.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import FunctionType
from typing import Any, Final, cast

from generator import own_code
from generator.batches import Batch, batches, is_enough
from generator.diagnostics.diagnostic import Diagnostic
from generator.exports.card_images import are_made
from generator.exports.file import FileOutput
from generator.graph.graph import Graph
from generator.graph.neighbourhood import Change, Everything, marks_of
from generator.graph.traced import TracedGraph
from generator.graph.translated import editions
from generator.model.parsed import Parsed
from generator.model.record_parts import Translation
from generator.model.records import AnyRecord, Kind, kind_of
from generator.page_memory import Page, PageMemory, memory_file, read_memory, standing, write_memory
from generator.plan import Output, file_path
from generator.publishing.door import Arrival, Door
from generator.publishing.stage import Stage
from generator.reading.cache import ParseCache
from generator.rendering.chrome import ways
from generator.rendering.render import render
from generator.rendering.settings import Settings
from generator.whole_files import read_whole
from generator.workers import Crew, Jobs, ordered_map

Rendered = tuple[bytes, tuple[Diagnostic, ...], tuple[str, ...]]
"""A file, what is wrong with it, and the marks that its page read."""

Made = tuple[Arrival, tuple[Diagnostic, ...], tuple[str, ...]]
"""The same of a file that has come in."""

Before = dict[str, Parsed[AnyRecord] | Translation | None]
"""What files that changed, came or went gave before, by path."""

STYLES: Final = frozenset([".css", ".js"])
"""Files of a theme that are copied and that no page is made with."""


@dataclass(slots=True)
class Renewal:
    """One build's dealings with the pages of one output folder."""

    graph: Graph
    settings: Settings
    cache: ParseCache
    output: Path
    drafts: bool
    old: PageMemory = field(init=False)
    new: PageMemory = field(init=False)
    touched: frozenset[int] = field(init=False, default=frozenset())

    def __post_init__(self) -> None:
        basis = basis_of(self.graph, self.settings, drafts=self.drafts)
        self.old = read_memory(self._file, basis, self.cache.identity)
        self.new = PageMemory(basis, "", {}, self.old.marks)
        if not self.old.pages:  # there is nothing that could stand: what changed makes no odds
            return
        try:
            changes = changes_of(self.graph, self.cache.replaced(), drafts=self.drafts)
            self.touched = self.old.known(marks_of(self.graph, changes))
        except Everything:
            self.old.pages.clear()

    @property
    def _file(self) -> Path:
        return memory_file(self.cache.folder.parent, self.output)

    def keep(self, outputs: Iterable[Output], stage: Stage) -> list[Output]:
        """Let stand what may stand; the rest is to be made."""
        to_make, folder = [], str(self.output)
        for output in outputs:
            path, made_of = file_path(output.address), _made_of(output)
            digest = self.old.untouched(path, made_of, self.touched, f"{folder}/{path}")
            if digest:
                stage.keep(path, digest)
                self.new.pages[path] = self.old.pages[path]
            else:
                to_make.append(output)
        return to_make

    def make(
        self, outputs: Sequence[Output], jobs: Jobs, faults: list[Diagnostic], stage: Stage
    ) -> Iterator[Arrival]:
        """The outputs' files, which wait in the stage's waiting room when they are told of; what is wrong with a template or
        a picture goes to `faults`.
        """
        todo = batches(outputs, stage.numbers(len(outputs)))
        for batch, made in zip(todo, self._made(todo, jobs, stage), strict=True):
            for output, (arrival, found, marks) in zip(batch.outputs, made, strict=True):
                faults.extend(found)
                if not found:  # a page with a finding is made each time, so that it is said each time
                    page = Page(_made_of(output), arrival.digest, _UNSEEN, self.new.number(marks))
                    self.new.pages[arrival.path] = page
                yield arrival

    def _made(self, todo: Sequence[Batch], jobs: Jobs, stage: Stage) -> Iterator[list[Made]]:
        """Each batch, made. Processes of our own bring their files in; what a cluster makes comes in here."""
        graph, records = TracedGraph(self.graph), sum(map(len, self.graph.shelves.values()))
        enough = 0 if is_enough(todo, records) else len(todo) + 1
        if not isinstance(jobs, Crew):
            shared = (graph, self.settings, stage.door)
            yield from ordered_map(_bring_in, shared, todo, jobs=jobs, enough=enough, chunk=1)
            return
        rendered = ordered_map(_render, (graph, self.settings), todo, jobs=jobs, enough=enough, chunk=1)
        for batch, files in zip(todo, rendered, strict=True):
            yield list(_admitted(batch, files, stage.door))

    def remember(self) -> None:
        """After publication: keep the parsed files, and what each page was made of; nothing, where the code was changed
        while it ran. Raises OSError.
        """
        if not own_code.is_running():
            self._file.unlink(missing_ok=True)
            return
        for path, page in tuple(self.new.pages.items()):
            if page.standing is _UNSEEN:
                seen = standing(f"{self.output}/{path}")
                if seen:
                    self.new.pages[path] = page._replace(standing=seen)
                else:  # gone, or the disk does not say
                    del self.new.pages[path]
        self.cache.save()
        self.new.parsed = self.cache.identity
        write_memory(self._file, self.new)


_UNSEEN: Final[Any] = None


def changes_of(graph: Graph, before: Before, *, drafts: bool) -> list[Change]:
    """The records that differ from what they were, as they were and as they are. Raises Everything."""
    old: dict[tuple[Kind, str], Parsed[AnyRecord]] = {}
    touched: set[tuple[Kind, str]] = set()
    _refuse_translations(graph, before)
    for parsed in before.values():
        if isinstance(parsed, Parsed):
            key = (kind_of(parsed.record), parsed.record.id)
            touched.add(key)
            if drafts or not parsed.record.draft:
                old[key] = parsed
    touched |= {
        (kind, record_id)
        for kind, shelf in graph.shelves.items()
        for record_id, parsed in shelf.items()
        if parsed.record.path in before
    }
    changes = [Change(old.get(key), graph.shelves[key[0]].get(key[1])) for key in sorted(touched)]
    return [change for change in changes if not _same(change)]


def _refuse_translations(graph: Graph, before: Before) -> None:
    """A translation in a file of its own is part of a record that has not changed itself. What a record that went said in
    other languages is not known any more. (One that changed is compared without what such files say of it, which has not
    changed: it counts as changed the more.)
    """
    paths = {parsed.record.path for shelf in graph.shelves.values() for parsed in shelf.values()}
    gone = any(isinstance(parsed, Parsed) and path not in paths for path, parsed in before.items())
    if (gone and graph.site.languages) or any(map(_is_translation, before)):
        raise Everything


def _same(change: Change) -> bool:
    before, now = change.before, change.now
    if before is None or now is None:
        return before is now
    return before.record == now.record and before.body == now.body


def _is_translation(path: str) -> bool:
    return "." in path.rpartition("/")[2].removesuffix(".md")


def basis_of(graph: Graph, settings: Settings, *, drafts: bool) -> str:
    """SHA-256 over all that pages are made with beside the records: code, libraries, templates, settings."""
    way = [ways(one) for one in (graph, *editions(graph))]
    around = (settings, drafts, graph.site, way, are_made(graph), sys.version, own_code.RUNNING)
    digest = sha256(repr(around).encode("utf-8", "surrogatepass"))
    libraries = Path(sysconfig.get_path("purelib"))
    for name in sorted(os.listdir(libraries)) if libraries.is_dir() else ():  # noqa: PTH208 - names alone
        digest.update(name.encode("utf-8", "surrogateescape"))
    files: list[Path] = []
    for folder in settings.folders:
        files += [file for file in folder.rglob("*") if file.is_file() and file.suffix not in STYLES]
    for file in sorted(files):
        digest.update(str(file).encode("utf-8", "surrogateescape"))
        digest.update(read_whole(file))
    return digest.hexdigest()


def _made_of(output: Output) -> str:
    """What an output is, apart from the records: the same address may be another output by now."""
    made_by = output.write if isinstance(output, FileOutput) else output.view
    template = "" if isinstance(output, FileOutput) else output.template
    told = (output.address, _name(made_by), template, output.subject, output.record)
    return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _name(value: object) -> object:
    """What stays the same of a function from one process to the next."""
    if isinstance(value, partial):
        return _name(value.func), [_name(one) for one in value.args], sorted(value.keywords.items())
    if isinstance(value, FunctionType):
        return value.__module__, value.__qualname__
    return value


def _bring_in(shared: tuple[TracedGraph, Settings, Door], batch: Batch) -> list[Made]:
    graph, settings, door = shared
    return list(_admitted(batch, _rendered(graph, settings, batch), door))


def _render(shared: tuple[TracedGraph, Settings], batch: Batch) -> list[Rendered]:
    return list(_rendered(*shared, batch))


def _rendered(graph: TracedGraph, settings: Settings, batch: Batch) -> Iterator[Rendered]:
    for output in batch.outputs:
        graph.reads.clear()
        content, findings = render(output, cast("Graph", graph), settings)
        yield content, findings, tuple(graph.reads)


def _admitted(batch: Batch, files: Iterable[Rendered], door: Door) -> Iterator[Made]:
    for number, (output, (content, found, marks)) in enumerate(
        zip(batch.outputs, files, strict=True), batch.first
    ):
        yield door.admit(file_path(output.address), content, number), found, marks
