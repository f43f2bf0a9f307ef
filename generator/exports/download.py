"""Files to take away: what each format states of its own, and how it is published.

A format module gives `DOWNLOADS`, a tuple of `Download`, and `outputs(graph)`, which passes each of them with its
writer to `published`. The page `/data/` lists them, with no further word from anybody.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from functools import partial

from generator.exports.file import FileOutput
from generator.graph.graph import Graph
from generator.pages.data import LARGE, Download, is_large

__all__ = ["LARGE", "Download", "published"]

LEVEL = 6
"""Of compression; 9 takes three times as long for a hundredth less."""


def published(
    graph: Graph, download: Download, write: Callable[[Graph, str], bytes], subject: str = ""
) -> Iterator[FileOutput]:
    """The file, and its compressed copy if it is large. `write` is a module-level function."""
    yield FileOutput(address=download.address, write=write, subject=subject)
    if is_large(graph, download):
        yield FileOutput(address=download.compressed, write=partial(compressed, write), subject=subject)


def compressed(write: Callable[[Graph, str], bytes], graph: Graph, subject: str) -> bytes:
    """The file as gzip (RFC 1952) without a name or a time, so that the same content gives the same bytes."""
    return gzip.compress(write(graph, subject), LEVEL, mtime=0)
