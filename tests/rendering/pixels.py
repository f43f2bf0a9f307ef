"""PNG pictures as pixels, and how alike two are: enough of the PNG specification to read what drawings become."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from struct import unpack_from

CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
"""Colour types without a palette (PNG specification, section 11.2.2), eight bits a channel."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Grey values by row, from the first channel: pictures here are black on white or nearly so."""

    rows: tuple[bytes, ...]

    @property
    def size(self) -> tuple[int, int]:
        return len(self.rows[0]), len(self.rows)

    def ink(self, ground: int = 128) -> set[tuple[int, int]]:
        """The dark places."""
        return {(x, y) for y, row in enumerate(self.rows) for x, grey in enumerate(row) if grey < ground}


def read_png(content: bytes) -> Picture:
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    at, packed = 8, b""
    width, height, depth, colour = unpack_from(">IIBB", content, 16)
    while at < len(content):
        length, kind = unpack_from(">I4s", content, at)
        packed += content[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    assert depth == 8
    step = CHANNELS[colour]
    raw, stride = zlib.decompress(packed), width * step
    rows: list[bytes] = []
    above = bytes(stride)
    for y in range(height):
        start = y * (stride + 1)
        above = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + stride]), above, step)
        rows.append(above[::step])
    return Picture(tuple(rows))


def likeness(one: Picture, other: Picture) -> float:
    """The ink that two pictures share, as a part of the ink of both."""
    first, second = one.ink(), other.ink()
    return len(first & second) / len(first | second)


def _unfiltered(kind: int, line: bytearray, above: bytes, step: int) -> bytes:
    """A row without its filter (PNG specification, section 9.2)."""
    for place in range(len(line) if kind else 0):
        left = line[place - step] if place >= step else 0
        corner = above[place - step] if place >= step else 0
        line[place] = (line[place] + _predicted(kind, left, above[place], corner)) & 255
    return bytes(line)


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 4:
        estimate = left + up - corner
        return min((left, up, corner), key=lambda value: abs(estimate - value))
    return {1: left, 2: up, 3: (left + up) // 2}[kind]
