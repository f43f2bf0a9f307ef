"""Files compressed ahead of time beside the plain ones (`index.html.gz`, `.br`), for hosts that send them as they are.

Only text, which pictures and fonts are not, and only where it comes out smaller. The same content gives the same bytes
with the same libraries; their versions stand in the edition, for another one may find shorter words for the same.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

EXTRA = "compress"
"""Of the package: brings brotli."""

TEXT_TYPES = frozenset(
    [
        ".bib",
        ".css",
        ".csv",
        ".geojson",
        ".html",
        ".ics",
        ".js",
        ".json",
        ".jsonl",
        ".mjs",
        ".svg",
        ".txt",
        ".webmanifest",
        ".xml",
    ]
)

GZIP_LEVEL = 9

BROTLI_QUALITY = 8
"""From 9 on a page takes fifteen to forty times as long, for a tenth less."""

GZIP_HEADER = bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF])
"""RFC 1952, 2.3: deflate, no name, no time, the slowest algorithm, an operating system that nobody needs to know."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """A content coding. `compress` is a module-level function; `maker` names the library and how it is set."""

    suffix: str
    compress: Callable[[bytes], bytes]
    maker: str


def encodings() -> tuple[Encoding, ...]:
    """Those that can be made here: gzip, and brotli where its library is installed."""
    gzip = Encoding(".gz", as_gzip, f"zlib {zlib.ZLIB_RUNTIME_VERSION} level {GZIP_LEVEL}")
    if not has_brotli():
        return (gzip,)
    version = import_module("brotli").__version__
    return gzip, Encoding(".br", as_brotli, f"brotli {version} quality {BROTLI_QUALITY}")


def has_brotli() -> bool:
    """Whether brotli's library is installed."""
    return find_spec("brotli") is not None


def is_text(path: str) -> bool:
    """Whether the file at a path of the site is worth compressing."""
    return PurePosixPath(path).suffix in TEXT_TYPES


def smaller(choices: tuple[Encoding, ...], file: Path) -> tuple[tuple[str, bytes], ...]:
    """The file compressed, by suffix, where that is shorter."""
    content = file.read_bytes()
    return tuple(_smaller(choices, content))


def _smaller(choices: tuple[Encoding, ...], content: bytes) -> Iterator[tuple[str, bytes]]:
    for encoding in choices:
        compressed = encoding.compress(content)
        if len(compressed) < len(content):
            yield encoding.suffix, compressed


def as_gzip(content: bytes) -> bytes:
    """The content as gzip (RFC 1952). Python's own writes a header that differs from one system to another."""
    deflate = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    ending = zlib.crc32(content).to_bytes(4, "little") + (len(content) % (1 << 32)).to_bytes(4, "little")
    return GZIP_HEADER + deflate.compress(content) + deflate.flush() + ending


def as_brotli(content: bytes) -> bytes:
    """The content as brotli (RFC 7932)."""
    brotli: Any = import_module("brotli")
    compressed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
    return compressed
