"""The pipeline: Markdown in, a cross-linked published timeline out.

    discover → parse → link → check → plan → render → publish

Every stage is a function that returns its value and its findings. An error stops publication: the folder keeps
the last good edition. This is the only module that knows the order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from generator import __version__, last_build
from generator.checks.acceptance import unused_acceptances
from generator.checks.check import check
from generator.dead_links import dead_links
from generator.diagnostics.acceptance import accepted
from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.order import in_order
from generator.exports import card_images
from generator.graph.graph import Graph
from generator.graph.link import link
from generator.last_build import Said
from generator.model.records import AnyRecord, kind_of
from generator.options import Options
from generator.plan import Options as PlanOptions
from generator.plan import Output, plan, published_media
from generator.publishing.compression import encodings
from generator.publishing.door import Arrival
from generator.publishing.edition import EDITION_FILE
from generator.publishing.lock import Say, locked
from generator.publishing.stage import Published, Stage
from generator.reading.cache import ParseCache
from generator.reading.content import Content, read_content
from generator.reading.reuse import Encoded
from generator.rendering.settings import Settings
from generator.rendering.theme import assets, template_folders
from generator.renewal import Renewal
from generator.whole_files import read_whole, swept
from generator.workers import seldom_collected, uncollected

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """Two functions that pass things on, of which there will be so many, and may show how far it is: the files that are
    parsed, and those that are rendered.
    """

    parsed: Callable[[Iterable[Encoded], int], Iterable[Encoded]] = lambda files, _count: files
    rendered: Callable[[Iterable[Arrival], int], Iterable[Arrival]] = lambda arrivals, _count: arrivals


UNSEEN = Progress()


@dataclass(frozen=True, slots=True)
class Compiled:
    """Content, linked and checked. `accepted` counts the warnings that editors answered for."""

    content: Content
    graph: Graph
    findings: Findings
    accepted: int
    cache: ParseCache


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to. `published` is None when findings stopped it."""

    compiled: Compiled
    outputs: int
    findings: Findings
    published: Published | None

    @property
    def said(self) -> Said:
        """What is to be said of it, and again while nothing changes."""
        files = self.published.edition.files if self.published else {}
        return Said(
            counts={kind: sum(1 for _ in shelf) for kind, shelf in self.compiled.graph.shelves.items()},
            files=len(files),
            pages=sum(path.endswith(".html") for path in files),
            findings=self.findings,
            accepted=self.compiled.accepted,
            note=card_images.left_out(self.compiled.graph),
        )


def build(options: Options, progress: Progress = UNSEEN, say: Say = lambda _line: None) -> Built:
    """Compile `root/content` and publish it into `output`, one build at a time; `say` hears whom it waits for."""
    with seldom_collected(), locked(options.output, say) as killed, swept(options.memory, at_once=killed):
        return _build(options, progress)


def _build(options: Options, progress: Progress) -> Built:
    stock = last_build.take_stock(options)
    compiled = compile_content(options, progress)
    outputs, findings = plan_outputs(compiled, portable=options.portable)
    if stops(findings, strict=options.strict):
        return Built(compiled, len(outputs), findings, None)
    faults: list[Diagnostic] = []
    settings = _settings(options)
    renewal = Renewal(compiled.graph, settings, compiled.cache, options.output, options.drafts)
    with Stage(options.output) as stage:
        to_make = renewal.keep(outputs, stage)
        for path, content in _copied(compiled, settings, options):
            stage.add(path, content)
        made = renewal.make(to_make, options.jobs, faults, stage)
        for arrival in progress.rendered(made, len(to_make)):
            stage.receive(arrival)
        if options.compress:
            stage.compress(encodings(), options.jobs)
        findings = in_order((*findings, *faults, *stage.findings))
        wrong = stops((*faults, *stage.findings), strict=False)
        published = None if wrong else stage.publish(generator=__version__)
    built = Built(compiled, len(outputs), findings, published)
    if published:
        with suppress(OSError):  # a cache that cannot be kept costs time, and nothing else
            renewal.remember()
            last_build.remember(options, stock, (*published.edition.files, EDITION_FILE), built.said)
    return built


def compile_content(options: Options, progress: Progress = UNSEEN) -> Compiled:
    """Read, link and check the content; every finding of all of it, in order, without those accepted."""
    cache = ParseCache(options.memory / "parsed")
    with uncollected():
        content, read = read_content(options.root, options.jobs, cache, progress.parsed)
        if options.base_url is not None:
            content = replace(content, site=replace(content.site, base_url=options.base_url))
        return compiled_from(content, read, cache, drafts=options.drafts)


def compiled_from(content: Content, read: Findings, cache: ParseCache, *, drafts: bool) -> Compiled:
    """The same of content that was read already; `read` are the findings of reading it."""
    graph, linked = link(content, drafts=drafts)
    sorted_out = accepted((*read, *linked, *check(graph)), _acceptances(graph))
    findings = (*sorted_out.kept, *unused_acceptances(graph, sorted_out.unused))
    return Compiled(content, graph, in_order(findings), len(sorted_out.accepted), cache)


def plan_outputs(compiled: Compiled, *, portable: bool = False) -> tuple[tuple[Output, ...], Findings]:
    """What the edition will consist of; the findings so far, those about addresses and dead links among them."""
    outputs, planned = plan(compiled.graph, PlanOptions(portable=portable))
    addresses = {output.address for output in outputs}
    dead = dead_links(compiled.graph, addresses, compiled.content.media)
    return outputs, in_order((*compiled.findings, *planned, *dead))


def stops(findings: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether findings stop publication: any error; with `strict`, any warning too."""
    grave = {"error", "warning"} if strict else {"error"}
    return any(severity_of(finding) in grave for finding in findings)


def records(graph: Graph) -> tuple[AnyRecord, ...]:
    """Every record of the edition, kind by kind."""
    return tuple(parsed.record for shelf in graph.shelves.values() for parsed in shelf.values())


def _acceptances(graph: Graph) -> Iterator[tuple[str, str]]:
    for record in records(graph):
        for acceptance in record.accept:
            yield f"{kind_of(record)}/{record.id}", acceptance.code


def _settings(options: Options) -> Settings:
    drawings = options.memory / "cards"
    return Settings(template_folders(options.root), portable=options.portable, drawings=drawings)


def _copied(compiled: Compiled, settings: Settings, options: Options) -> Iterator[tuple[str, bytes]]:
    """Files that are published as they are: the theme's assets and the content's media."""
    for asset in assets(settings.folders):
        yield asset.address, read_whole(asset.source)
    content = compiled.content
    for path in published_media(compiled.graph, content.records, content.media):
        yield path.removeprefix("content/"), read_whole(options.root / path)
