"""`robots.txt` (RFC 9309): everything may be read, and where the sitemap is. Nothing private is ever in a site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.file import FileOutput
from generator.graph.graph import Graph


def outputs(_graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield FileOutput(address="robots.txt", write=write)


def write(graph: Graph, _subject: str) -> bytes:
    """Allow all; name the sitemap where there is one, for which the site must know its address."""
    base = graph.site.base_url.rstrip("/")
    sitemap = f"\nSitemap: {base}/sitemap.xml\n" if base else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()
