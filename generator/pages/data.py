"""`/data/`: every file that readers can take away, each with a line on its fields.

The formats are the exports' business: each states a `Download` beside its `outputs`, and the plan hands them over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.graph.graph import Graph
from generator.graph.language import language_of
from generator.model.records import Kind
from generator.pages.page import PageOutput, View
from generator.pages.structured import Thing, document, shared_url, thing, url

ADDRESS = "data/"

LARGE = 2_000
"""Records; a longer file has a compressed copy beside it (docs/adr/0005-downloads.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file that readers can take away. `fields` is one line for readers; `records` counts what the file holds (None
    for a file that holds no records, such as a schema) and is a module-level function. `bodies` are the kinds whose
    bodies it tells of: it need not be made again when another body changes.
    """

    address: str
    name: str
    media_type: str
    fields: str
    records: Callable[[Graph], int] | None = None
    bodies: tuple[Kind, ...] = ()

    @property
    def compressed(self) -> str:
        """The address of the compressed copy, if there is one."""
        return f"{self.address}.gz"


@dataclass(frozen=True, slots=True)
class DownloadRow:
    """A line of the page. `compressed` is an address or empty."""

    name: str
    address: str
    file: str
    media_type: str
    records: str
    fields: str
    compressed: str


def outputs(downloads: Sequence[Download]) -> Iterator[PageOutput]:
    """The one page."""
    yield PageOutput(address=ADDRESS, template="data.html", view=partial(view, tuple(downloads)))


def is_large(graph: Graph, download: Download) -> bool:
    """Whether a compressed copy stands beside the file."""
    return download.records is not None and download.records(graph) > LARGE


def view(downloads: Sequence[Download], graph: Graph, _subject: str) -> View:
    """The downloads in the order of the exports."""
    description = language_of(graph).say(
        "Everything that {site} says, as files to take away.", site=graph.site.title
    )
    return {
        "title": language_of(graph).say("Data"),
        "description": description,
        "downloads": [_row(graph, download) for download in downloads],
        "structured": _dataset(graph, downloads, description),
    }


def _row(graph: Graph, download: Download) -> DownloadRow:
    return DownloadRow(
        language_of(graph).say(download.name),
        download.address,
        download.address.removeprefix(ADDRESS),
        download.media_type.partition(";")[0],
        language_of(graph).count(download.records(graph), "{count} record", "{count} records")
        if download.records
        else "",
        language_of(graph).say(download.fields),
        download.compressed if is_large(graph, download) else "",
    )


def _dataset(graph: Graph, downloads: Sequence[Download], description: str) -> Thing:
    """A schema.org Dataset; files are named by address, so a site that does not know its own names none."""
    site = graph.site
    return document(
        thing(
            "Dataset",
            site.title,
            url=url(graph, ADDRESS),
            description=site.description or description,
            inLanguage=site.language,
            license=site.licence if site.licence.startswith("https://") else "",
            creator=thing("Organization", site.author) if site.author else None,
            isAccessibleForFree=True,
            temporalCoverage=site.key_period.text if site.key_period else "",
            distribution=[
                thing(
                    "DataDownload",
                    download.name,
                    contentUrl=shared_url(graph.site, download.address),
                    encodingFormat=download.media_type.partition(";")[0],
                    description=download.fields,
                )
                for download in downloads
                if site.base_url
            ],
        )
    )
