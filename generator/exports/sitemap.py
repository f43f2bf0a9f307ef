"""`sitemap.xml`, after the protocol of sitemaps.org (version 0.9): every listed page at its permanent address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

from generator.exports.file import FileOutput
from generator.graph.graph import Graph

LIMIT = 50_000
"""Addresses in one file, by the protocol."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def outputs(addresses: Sequence[str]) -> Iterator[FileOutput]:
    """One file, or above the limit numbered files and an index of them. A file's subject is its addresses, a line each."""
    shares = [addresses[start : start + LIMIT] for start in range(0, len(addresses), LIMIT)]
    if len(shares) <= 1:
        yield FileOutput(address="sitemap.xml", write=write_addresses, subject="\n".join(addresses))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(shares) + 1)]
    yield FileOutput(address="sitemap.xml", write=write_index, subject="\n".join(names))
    for name, share in zip(names, shares, strict=True):
        yield FileOutput(address=name, write=write_addresses, subject="\n".join(share))


def write_addresses(graph: Graph, subject: str) -> bytes:
    """A `urlset` of the addresses in `subject`."""
    return _document("urlset", "url", graph.site.base_url, subject)


def write_index(graph: Graph, subject: str) -> bytes:
    """A `sitemapindex` of the sitemap files in `subject`."""
    return _document("sitemapindex", "sitemap", graph.site.base_url, subject)


def _document(root: str, entry: str, base_url: str, subject: str) -> bytes:
    base = base_url.rstrip("/")
    lines = (
        f"<{entry}><loc>{escape(f'{base}/{quote(address)}')}</loc></{entry}>"
        for address in subject.split("\n")
    )
    body = "\n".join(lines)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{body}\n</{root}>\n'.encode()
    )
