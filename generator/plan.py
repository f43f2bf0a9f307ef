"""Floor 6, plan: what the edition will consist of, and every address that two outputs would fight for.

It only names outputs; nothing is built here, so planning 20,000 pages costs tenths of a second.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar, cast
from urllib.parse import unquote, urlsplit

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.exports import EXPORTS, card_images, files_of_language, sitemap
from generator.exports.download import Download
from generator.exports.file import FileOutput
from generator.graph.graph import Graph
from generator.graph.translated import editions
from generator.graph.withdrawal import is_withdrawn
from generator.model.parsed import Parsed
from generator.model.records import Actor, AnyRecord, Event, Kind, kind_of
from generator.pages import PAGES, data
from generator.pages.page import PageOutput

Output = PageOutput | FileOutput

T = TypeVar("T", PageOutput, FileOutput)

LONGEST_NAME = 200
"""Bytes of one part of a path; file systems stop at 255, and some add to names when they copy."""

NOT_FOUND = "404.html"

FOR_HOSTS = frozenset([NOT_FOUND, "_headers", "_redirects", "robots.txt", "sitemap.xml"])
"""What only a host or a crawler reads, pictures for shared links aside: no part of an edition for a disk."""

RESERVED = frozenset(
    ["aux", "con", "nul", "prn", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)
"""Names that Windows refuses, whatever their extension."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asks of the edition. `portable`: it is to be read from a disk, not from a host."""

    portable: bool = False


def plan(graph: Graph, options: Options = Options()) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """Every output sorted by address, and the findings about their addresses."""
    pages = [output for kind in PAGES for output in kind.outputs(graph)]
    if graph.site.downloads:
        pages += data.outputs(downloads())
    files = [output for export in EXPORTS for output in export.outputs(graph)]
    for spoken in editions(graph):
        pages += spoken_pages(spoken)
        files += spoken_files(spoken)
    if graph.site.base_url:
        files += sitemap.outputs(sorted(page.address for page in pages if page.listed))
    outputs = sorted(
        (one for one in [*pages, *files] if not (options.portable and _is_for_hosts(one.address))),
        key=_by_address,
    )
    return tuple(outputs), tuple(_findings(graph, outputs))


def spoken_pages(spoken: Graph) -> Iterator[PageOutput]:
    """The pages of a language beside the site's own: all but the one that a host shows for what is not found."""
    listed = data.outputs(downloads()) if spoken.site.downloads else ()
    pages = chain(chain.from_iterable(kind.outputs(spoken) for kind in PAGES), listed)
    return (_below(spoken.site.language, page) for page in pages if page.address != NOT_FOUND)


def spoken_files(spoken: Graph) -> Iterator[FileOutput]:
    """The files of such a language: what scripts on its pages read, and its feeds."""
    return (_below(spoken.site.language, file) for file in files_of_language(spoken))


def _below(language: str, output: T) -> T:
    """The output in a language, below its folder."""
    return replace(output, address=f"{language}/{output.address}", language=language)


def downloads() -> tuple[Download, ...]:
    """The files that readers can take away, as their formats state them: the page `/data/` lists them."""
    return tuple(download for export in EXPORTS for download in getattr(export, "DOWNLOADS", ()))


def published_media(
    graph: Graph, records: Iterable[Parsed[AnyRecord]], media: Iterable[str]
) -> Iterator[str]:
    """Those of the content's pictures (`content/media/bridge.png`) that are published: all but what only drafts or
    withdrawn records show, for a picture says what its record says.
    """
    shown: set[str] = set()
    withheld: set[str] = set()
    for parsed in records:
        record = graph.find(kind_of(parsed.record), parsed.record.id)
        stands = record is not None and not is_withdrawn(record)
        (shown if stands else withheld).update(_pictures(parsed))
    yield from (path for path in media if path.removeprefix("content/") not in withheld - shown)


def _pictures(parsed: Parsed[AnyRecord]) -> Iterator[str]:
    """What a record shows or links to, as addresses."""
    record = parsed.record
    if isinstance(record, Event):
        yield from (medium.file for medium in record.media)
    if isinstance(record, Actor) and record.image:
        yield record.image.file
    proses = [parsed.body, record.summary]
    for translation in record.translations:
        proses += [translation.body, translation.summary]
    yield from (unquote(urlsplit(link.address).path) for prose in proses for link in prose.links)


def _is_for_hosts(address: str) -> bool:
    return address in FOR_HOSTS or address.startswith(card_images.FOLDER)


def file_path(address: str) -> str:
    """The file of an address, below the output folder: `events/x/` is `events/x/index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def _by_address(output: Output) -> tuple[str, str]:
    return (output.address, output.record)


def _findings(graph: Graph, outputs: Iterable[Output]) -> Iterator[Diagnostic]:
    """Addresses that meet: the same, the same but for case or form, a file where a folder must be."""
    taken: dict[str, Output] = {}
    folders: dict[str, Output] = {}
    for output in outputs:
        path = file_path(output.address)
        yield from _unsafe(graph, output, path)
        key = _folded(path)
        if key in taken:
            yield _collision(graph, taken[key], output)
        taken.setdefault(key, output)
        for folder in _folders(key):
            folders.setdefault(folder, output)
    for key in sorted(taken.keys() & folders.keys()):
        yield _finding(
            graph,
            "D603",
            folders[key],
            taken[key],
            f"{_named(taken[key])} is a file where {_named(folders[key])} needs a folder",
        )


def _folders(path: str) -> Iterator[str]:
    """The folders above a path, nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _folded(path: str) -> str:
    """Equal for paths that some file system or host takes for the same."""
    return path if path.isascii() and path.islower() else unicodedata.normalize("NFKC", path).casefold()


def _collision(graph: Graph, first: Output, second: Output) -> Diagnostic:
    if first.address == second.address:
        message = f"{_named(first)} and {_named(second)} are both published at /{second.address}"
        return _finding(graph, "D601", first, second, message)
    message = (
        f"/{second.address} of {_named(second)} is the same as /{first.address} of {_named(first)} "
        "where case and letter forms do not count"
    )
    return _finding(graph, "D602", first, second, message)


def _unsafe(graph: Graph, output: Output, path: str) -> Iterator[Diagnostic]:
    for part in path.split("/"):
        if part.partition(".")[0] in RESERVED:
            fault = f'"{part}" is a name that Windows refuses'
        elif len(part.encode()) > LONGEST_NAME:
            fault = f'"{part[:40]}…" is longer than {LONGEST_NAME} bytes'
        else:
            continue
        yield Diagnostic(
            "D604",
            f"/{output.address} cannot be written everywhere: {fault}",
            _span(graph, output),
            record=output.record,
        )


def _finding(graph: Graph, code: str, first: Output, second: Output, message: str) -> Diagnostic:
    """A finding at the second output's record, or at the first's where the second is the generator's own page."""
    about, other = (second, first) if second.record else (first, second)
    related = (_span(graph, other),) if other.record else ()
    return Diagnostic(code, message, _span(graph, about), record=about.record, related=related)


def _named(output: Output) -> str:
    return output.record or f"the page /{output.address}"


def _span(graph: Graph, output: Output) -> Span:
    """Where to look: at `former_ids` if a redirect is meant, else at the record's file."""
    kind, _, record_id = output.record.partition("/")
    record = graph.find(cast(Kind, kind), record_id) if record_id else None
    if record is None:
        return Span("content/site.yaml")
    field = "id" if output.address.endswith(f"{record_id}/") else "former_ids"
    return graph.span(record, field)
