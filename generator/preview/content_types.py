"""What browsers and readers are told a file is, by its ending; the same on every machine."""

from __future__ import annotations

from typing import Final

TYPES: Final = {
    "avif": "image/avif",
    "bib": "application/x-bibtex; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "gif": "image/gif",
    "gz": "application/gzip",
    "ico": "image/x-icon",
    "ics": "text/calendar; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "png": "image/png",
    "sqlite": "application/vnd.sqlite3",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
    "yaml": "application/yaml; charset=utf-8",
    "yml": "application/yaml; charset=utf-8",
}

UNKNOWN: Final = "application/octet-stream"


def is_page(address: str) -> bool:
    """Whether an address is that of a page."""
    return not address or address.endswith(("/", ".html"))


def content_type(address: str) -> str:
    """The media type of what stands at an address (RFC 6838, as registered with IANA)."""
    if is_page(address):
        return "text/html; charset=utf-8"
    name = address.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if name in {"_headers", "_redirects"}:
        ending = "txt"
    return TYPES.get(ending, UNKNOWN)
