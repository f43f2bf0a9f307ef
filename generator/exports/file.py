"""What an exported file is before it is written: an address and a pure function that makes its bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.graph.graph import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutput:
    """One file to be. `write` must be a module-level function; it is called with the graph and `subject`. `whole`: it is
    made of all records, or all of a kind. `language` as of a page.
    """

    address: str
    write: Callable[[Graph, str], bytes]
    subject: str = ""
    record: str = ""
    whole: bool = False
    language: str = ""
