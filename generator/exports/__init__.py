"""Floor 5, exports: one file per format. Each gives the files it makes of a graph; writes none itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports import (
    acled,
    atom,
    base_maps,
    bibtex,
    calendar,
    card_images,
    csl,
    csv_tables,
    datasette,
    followthemoney,
    geojson,
    host_headers,
    host_redirects,
    json_feed,
    json_records,
    known_states,
    map_places,
    ninjs,
    record_states,
    robots,
    search_names,
    search_texts,
    sqlite,
    timeline_events,
    timelinejs,
)
from generator.exports.file import FileOutput
from generator.graph.graph import Graph

EXPORTS = (
    atom,
    json_feed,
    json_records,
    csv_tables,
    geojson,
    calendar,
    timelinejs,
    csl,
    bibtex,
    sqlite,
    datasette,
    followthemoney,
    acled,
    ninjs,
    robots,
    card_images,
    base_maps,
    map_places,
    host_headers,
    host_redirects,
    record_states,
    search_names,
    search_texts,
    timeline_events,
    known_states,
)
"""In the order of docs/site.md. The sitemap lists the pages, so the plan hands it their addresses."""

IN_EVERY_LANGUAGE = (search_names, search_texts, timeline_events, known_states, map_places)
"""What scripts read on pages, and so in the language of the page. Files to take away there are once."""

FEEDS = (atom, json_feed)
"""Of these the site has its own in every language; those of single subjects there are once."""


def files_of_language(graph: Graph) -> Iterator[FileOutput]:
    """The files of a language, at their addresses below its root."""
    for export in IN_EVERY_LANGUAGE:
        yield from export.outputs(graph)
    for feed in FEEDS:
        yield from (output for output in feed.outputs(graph) if not output.subject)
