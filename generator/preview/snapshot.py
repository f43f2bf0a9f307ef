"""The site at one moment: what it says, what is wrong with it, and what stands at each address.

Frozen, and swapped whole: whoever holds one sees one state, whatever is saved meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.build import records
from generator.checks import CHECKS
from generator.checks.acceptance import unused_acceptances
from generator.dead_links import dead_links
from generator.diagnostics.acceptance import accepted
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.order import in_order
from generator.exports import EXPORTS
from generator.graph.graph import Graph
from generator.graph.link import Linked, link_all
from generator.graph.translated import editions
from generator.model.records import kind_of
from generator.pages import PAGES
from generator.plan import Output, plan, published_media, spoken_files, spoken_pages
from generator.preview.manuscripts import Reading
from generator.reading.cache import Stat
from generator.reading.content import Content
from generator.rendering.settings import Settings

Findings = tuple[Diagnostic, ...]


class Static(NamedTuple):
    """A file that is shown as it is: where it lies, and its stat data."""

    source: Path
    stat: Stat


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One state.

    `faults` are findings of linking what the files say, where something else is shown: earlier versions of some files
    (`reading.kept`) or, when `held`, the last good state of everything. With `patched`, the graph was made from the one
    before, and what linking would find is not known. Until a snapshot is `proofread`, its findings, outputs and media
    are those of the one before.
    """

    number: int
    drafts: bool
    reading: Reading
    linked: Linked
    settings: Settings
    files: Mapping[str, Static]
    """The theme's assets and the content's pictures, by address."""
    faults: Findings = ()
    held: bool = False
    patched: bool = False
    proofread: bool = False
    findings: Findings = ()
    accepted: int = 0
    outputs: Mapping[str, Output] | None = None
    media: frozenset[str] = frozenset()

    @property
    def graph(self) -> Graph:
        """The graph that pages are made of."""
        return self.linked.graph

    def output(self, address: str) -> Output | None:
        """What stands at an address: looked up; while the plan may be old, looked for."""
        found = self.outputs.get(address) if self.outputs else None
        if found is None and not self.proofread:
            found = next((output for output in _outputs(self.graph) if output.address == address), None)
        return found

    def static(self, address: str) -> Static | None:
        """What is shown there as it is: a file of the theme, or a picture that is published."""
        found = self.files.get(address)
        return found if found and (address.startswith("assets/") or address in self.media) else None


def proofread(snapshot: Snapshot, wanted: Callable[[], bool] = lambda: True) -> Snapshot | None:
    """The same state with its plan, and everything that `dateline check` would find; None if it is `wanted` no longer."""
    content, conflicts = snapshot.reading.content()
    if snapshot.patched:
        snapshot = replace(snapshot, linked=link_all(content, drafts=snapshot.drafts), patched=False)
    graph = snapshot.graph
    found = [*snapshot.reading.findings(), *conflicts, *(snapshot.faults or snapshot.linked.findings)]
    for question in (
        () if snapshot.held else CHECKS
    ):  # the graph of another day tells nothing of the files as they are
        if not wanted():
            return None
        found += question(graph)
    if not wanted():
        return None
    outputs, planned = plan(graph)
    addresses = {output.address: output for output in outputs}
    if not snapshot.held:
        planned = (*planned, *dead_links(graph, addresses.keys(), content.media))
    sorted_out = accepted(found, _answers(graph))
    unused = () if snapshot.held else unused_acceptances(graph, sorted_out.unused)
    return replace(
        snapshot,
        proofread=True,
        findings=in_order((*sorted_out.kept, *unused, *planned)),
        accepted=len(sorted_out.accepted),
        outputs=addresses,
        media=frozenset(_media(graph, content)),
    )


def _media(graph: Graph, content: Content) -> Iterable[str]:
    return (path.removeprefix("content/") for path in published_media(graph, content.records, content.media))


def _answers(graph: Graph) -> Iterator[tuple[str, str]]:
    for record in records(graph):
        for acceptance in record.accept:
            yield f"{kind_of(record)}/{record.id}", acceptance.code


def _outputs(graph: Graph) -> Iterator[Output]:
    """Every output but the sitemap and the site's own list of downloads, kind by kind, none made before it is reached."""
    return chain(
        chain.from_iterable(kind.outputs(graph) for kind in PAGES),
        chain.from_iterable(export.outputs(graph) for export in EXPORTS),
        chain.from_iterable(chain(spoken_pages(spoken), spoken_files(spoken)) for spoken in editions(graph)),
    )
