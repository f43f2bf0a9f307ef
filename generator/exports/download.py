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
from generator.graph.traced import recorded, untraced
from generator.model.records import Kind
from generator.pages.data import LARGE, Download, is_large

__all__ = ["LARGE", "Download", "published"]

Writer = Callable[[Graph, str], bytes]

LEVEL = 4
"""Of compression; 6 takes two and a half times as long for a twelfth less."""

_waiting: list[tuple[Graph, Writer, str, bytes]] = []
"""The large file that was made last, until its compressed copy is, which comes next in the order of addresses."""


def published(graph: Graph, download: Download, write: Writer, subject: str = "") -> Iterator[FileOutput]:
    """The file, and its compressed copy if it is large; none where the site wants no files to take away. `write` is a
    module-level function.
    """
    if not graph.site.downloads:
        return
    large = is_large(graph, download)
    plain, small = (
        partial(kept if large else made, write, download.bodies),
        partial(compressed, write, download.bodies),
    )
    yield FileOutput(address=download.address, write=plain, subject=subject, whole=True)
    if large:
        yield FileOutput(address=download.compressed, write=small, subject=subject, whole=True)


def made(write: Writer, bodies: tuple[Kind, ...], graph: Graph, subject: str) -> bytes:
    """The file. It depends on the site as a whole: noting each of its thousand questions would say no more."""
    return write(recorded(graph, bodies), subject)


def kept(write: Writer, bodies: tuple[Kind, ...], graph: Graph, subject: str) -> bytes:
    """The file, put by for its copy."""
    content = made(write, bodies, graph, subject)
    _waiting[:] = [(untraced(graph), write, subject, content)]
    return content


def compressed(write: Writer, bodies: tuple[Kind, ...], graph: Graph, subject: str) -> bytes:
    """The file as gzip (RFC 1952) without a name or a time, so that the same content gives the same bytes."""
    asked = recorded(graph, bodies)
    found = [entry[3] for entry in _waiting if entry[0] is asked and entry[1:3] == (write, subject)]
    _waiting.clear()
    return gzip.compress(found[0] if found else made(write, bodies, graph, subject), LEVEL, mtime=0)
