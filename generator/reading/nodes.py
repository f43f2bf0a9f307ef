"""YAML as written: text, lists and mappings with their places, before any field has read them.

Every scalar stays the text it is. `start` and `end` are offsets in the file's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Scalar(NamedTuple):  # of these there are many, and a dataclass takes twice the time to make
    """Text. `style` is `""` (plain), `'`, `"`, `|` or `>`."""

    text: str
    start: int
    end: int
    style: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written, or `~`, which says so in YAML."""
        return not self.text or (self.text == "~" and not self.style)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    nodes: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """`key: value` entries in order; no key twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that cannot be read as YAML, on which a finding exists."""

    start: int
    end: int


Node = Scalar | Sequence | Mapping | Lost
