"""`sitemap.xml`, after the protocol of sitemaps.org (version 0.9): every listed page at its permanent address.

Of a site in several languages each page names itself in all of them, as Google reads it
(https://developers.google.com/search/docs/specialty/international/localized-versions, "Sitemap").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from generator.exports.file import FileOutput
from generator.graph.graph import Graph
from generator.pages.tongues import in_all, place_of

LIMIT = 50_000
"""Addresses in one file, by the protocol."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"

XHTML = "http://www.w3.org/1999/xhtml"


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
    return _document(
        f'urlset xmlns:xhtml="{XHTML}"' if graph.site.languages else "urlset", "url", graph, subject
    )


def write_index(graph: Graph, subject: str) -> bytes:
    """A `sitemapindex` of the sitemap files in `subject`."""
    return _document("sitemapindex", "sitemap", graph, subject)


def _document(root: str, entry: str, graph: Graph, subject: str) -> bytes:
    base = graph.site.base_url.rstrip("/")
    lines = (
        f"<{entry}><loc>{escape(f'{base}/{quote(address)}')}</loc>{_alternates(graph, address, entry)}</{entry}>"
        for address in subject.split("\n")
    )
    body = "\n".join(lines)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{NAMESPACE}">\n{body}\n'
        f"</{root.partition(' ')[0]}>\n"
    ).encode()


def _alternates(graph: Graph, address: str, entry: str) -> str:
    """The page in every language, itself among them."""
    if not graph.site.languages or entry != "url":
        return ""
    base = graph.site.base_url.rstrip("/")
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(f"{base}/{quote(other)}")}/>'
        for tag, other in in_all(graph.site, place_of(graph.site, address))
    )
