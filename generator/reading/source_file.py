"""A file of the site's content, known by its place and name alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.records import KINDS, Kind

FileKind = Kind | Literal["site", "basemap", "media"]

_OF_RECORDS: dict[str, Kind] = {kind: kind for kind in KINDS}


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """`path` is relative to the site's folder, with `/`. `id` is the stem as written (for `media`: the path
    below `content/`). `language` is set for a translation, `<id>.<language>.md`.
    """

    path: str
    kind: FileKind
    id: str
    language: str = ""

    @property
    def subject(self) -> str:
        """What findings call the record (`event/tabqa-falls`); empty for settings and for media."""
        return f"{self.kind}/{self.id}" if self.kind in _OF_RECORDS else ""

    @property
    def record_kind(self) -> Kind | None:
        """The kind of record; None for settings and for media."""
        return _OF_RECORDS.get(self.kind)
