"""One source file after reading: its record with unresolved references, its body, and where each field stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.prose import Prose
from generator.model.records import AnyRecord

Place = tuple[int, int, int]
"""Line and column (1-based, in characters) and length of a value in its file."""

Places = Mapping[str, Place]
"""Dotted field path (`claims.0.source`, `actors.1.role`, `title`) to the place of its value;
`claims.0` is the place of the whole item's first line; a key's own place is under `key:<path>`."""

R_co = TypeVar("R_co", bound=AnyRecord, covariant=True)


@dataclass(frozen=True, slots=True)
class Parsed(Generic[R_co]):
    """A record, its body, and the places of its fields."""

    record: R_co
    body: Prose
    places: Places
