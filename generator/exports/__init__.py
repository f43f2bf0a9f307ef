"""Floor 5, exports: one file per format. Each gives the files it makes of a graph; writes none itself."""

from __future__ import annotations

from generator.exports import atom, card_images, json_feed, robots

EXPORTS = (atom, json_feed, robots, card_images)
"""In the order of docs/site.md. The sitemap lists the pages, so the plan hands it their addresses."""
