"""Floor 5, exports: one file per format. Each gives the files it makes of a graph; writes none itself."""

from __future__ import annotations

from generator.exports import (
    acled,
    atom,
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
    ninjs,
    record_states,
    robots,
    search_names,
    search_texts,
    sqlite,
    timelinejs,
)

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
    host_headers,
    host_redirects,
    record_states,
    search_names,
    search_texts,
)
"""In the order of docs/site.md. The sitemap lists the pages, so the plan hands it their addresses."""
