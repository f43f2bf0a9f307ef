"""SVG drawings as PNG pictures, by resvg (the extra `cards`), each drawn once.

What was drawn lies in a folder under a name made of everything that it depends on: the drawing, the fonts, the
renderer's version. A file there that is missing, cut or changed is drawn again; nothing ever has to be cleared.
"""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from struct import unpack_from

from generator.rendering.typesetting import Typecase
from generator.whole_files import write_whole

LIBRARY = "resvg-py"

SHELF = 256
"""Pictures kept in each of the 256 folders that the first byte of a name chooses; beyond it the oldest go."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNK = 12
"""Bytes of a PNG chunk beside its content: length, type, checksum (PNG specification, section 5.3)."""


def drawn(svg: str, case: Typecase, folder: Path | None) -> bytes:
    """The picture of a drawing; `folder` remembers pictures. Raises ValueError for an SVG that cannot be drawn."""
    if folder is None:
        return _draw(svg, case)
    name = sha256(f"{_renderer(case)}\n{svg}".encode()).hexdigest()
    place = folder / name[:2] / f"{name[2:]}.png"
    kept = _kept(place)
    if kept is None:
        kept = _draw(svg, case)
        with contextlib.suppress(OSError):  # a folder that cannot be written costs time, and nothing else
            _keep(place, kept)
    return kept


def _draw(svg: str, case: Typecase) -> bytes:
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - an extra

    return svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(path) for path in case.files])


@lru_cache(maxsize=4)
def _renderer(case: Typecase) -> str:
    """What draws, and with which fonts."""
    fonts = (f"{path.name} {sha256(path.read_bytes()).hexdigest()}" for path in case.files)
    return "\n".join((f"{LIBRARY} {version(LIBRARY)}", *fonts))


def _kept(place: Path) -> bytes | None:
    try:
        picture = place.read_bytes()
    except OSError:
        return None
    return picture if _is_whole(picture) else None


def _is_whole(picture: bytes) -> bool:
    """Whether every chunk of a PNG says what it said when it was written."""
    if not picture.startswith(_SIGNATURE):
        return False
    at, last = len(_SIGNATURE), b""
    while at + _CHUNK <= len(picture):
        length, last = unpack_from(">I4s", picture, at)
        end = at + 8 + length
        if end + 4 > len(picture) or unpack_from(">I", picture, end)[0] != zlib.crc32(picture[at + 4 : end]):
            return False
        at = end + 4
    return last == b"IEND" and at == len(picture)


def _keep(place: Path, picture: bytes) -> None:
    """Put a picture into its place whole: another process may be doing the same."""
    place.parent.mkdir(parents=True, exist_ok=True)
    for old in _too_many(place.parent):
        old.unlink(missing_ok=True)
    write_whole(place, picture)


def _too_many(shelf: Path) -> Iterator[Path]:
    """The oldest files of a full shelf."""
    files = list(shelf.iterdir())
    if len(files) >= SHELF:
        yield from sorted(files, key=lambda file: file.stat().st_mtime_ns)[: len(files) - SHELF + 1]
