"""Pictures. One that shows harm is behind a fold; one on another host is a link, for no page asks another host."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.record_parts import Media


@dataclass(frozen=True, slots=True)
class Picture:
    """`address` is a file of this site, `url` one elsewhere, on `host`; one of the two is empty."""

    address: str
    url: str
    host: str
    alt: str
    credit: str
    licence: str
    graphic: bool


def pictures(media: Iterable[Media]) -> tuple[Picture, ...]:
    """Media as a page shows them; `file` is below `content/` and is published under the same path."""
    return tuple(
        Picture(
            one.file, one.url, urlsplit(one.url).hostname or "", one.alt, one.credit, one.licence, one.graphic
        )
        for one in media
    )
