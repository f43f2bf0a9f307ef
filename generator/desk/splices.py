"""Small changes of a text, applied to the bytes of its file: whatever lies between them stays as it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from generator.reading.text import SourceText, decode

_MARK = "\ufeff"


class Splice(NamedTuple):
    """`start:end`, in characters of a text whose lines end in LF, gives way to `text`."""

    start: int
    end: int
    text: str


def source_of(raw: bytes, path: str) -> SourceText:
    """A file's text as `Splice` counts it. Raises ValueError for what is not UTF-8."""
    source, findings = decode(raw, path)
    if source is None:
        raise ValueError(f"{path}: {findings[0].message}")
    return source


def spliced(raw: bytes, splices: Iterable[Splice]) -> bytes:
    """The file with its splices, which must not overlap. Line ends and byte order mark stay as they are; lines that
    come in end as the file's first line does.
    """
    text = raw.decode("utf-8")
    mark = len(text) - len(text.removeprefix(_MARK))
    pairs = _returns(text[mark:])
    ending = _ending(text)
    parts: list[str] = []
    at = 0
    for splice in sorted(splices):
        start, end = (mark + offset + bisect_left(pairs, offset) for offset in splice[:2])
        parts.extend((text[at:start], splice.text.replace("\n", ending)))
        at = end
    parts.append(text[at:])
    return "".join(parts).encode("utf-8")


def _returns(text: str) -> list[int]:
    """Offsets, once CRLF is LF, of the line ends that were CRLF."""
    found: list[int] = []
    position = text.find("\r\n")
    while position >= 0:
        found.append(position - len(found))
        position = text.find("\r\n", position + 2)
    return found


def _ending(text: str) -> str:
    first = min((at for at in (text.find("\n"), text.find("\r")) if at >= 0), default=-1)
    if first < 0 or text[first] == "\n":
        return "\n"
    return "\r\n" if text.startswith("\r\n", first) else "\r"
