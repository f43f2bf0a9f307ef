"""Words on a picture that do not run into each other: each finds a free place beside its mark, or stays away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

Anchor = Literal["start", "middle", "end"]

WIDE: Final = 0.62
"""Width of a letter in heights of the text: wider than most are, so that another typeface still fits."""

GAP: Final = 3.0
"""Units between a mark and its label."""


@dataclass(frozen=True, slots=True)
class Text:
    """A label: where its baseline begins, is centred or ends. `kind` is what it names, for its looks."""

    x: float
    y: float
    anchor: Anchor
    text: str
    kind: str


Span = tuple[float, float, float, float]
"""A rectangle that is taken: left, top, right, bottom. Events have a map each, so no more than a tuple."""


def meets(one: Span, other: Span) -> bool:
    """Whether two rectangles overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@dataclass(slots=True)
class Lettering:
    """The labels of one picture, filled in the order of their weight: what comes first gets the better place."""

    width: float
    height: float
    taken: list[Span] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def mark(self, x: float, y: float, radius: float) -> None:
        """Keep a mark clear of words, with some room, so that no word seems to be of another mark."""
        reach = radius + GAP
        self.taken.append((x - reach, y - reach, x + reach, y + reach))

    def beside(self, x: float, y: float, radius: float, text: str, kind: str, *, size: float) -> bool:
        """Write beside a mark: after it, before it, above or below. False, and nothing, where no side is free."""
        reach = radius + GAP
        return (
            self._write(x + reach, y + size * 0.35, "start", text, kind, size)
            or self._write(x - reach, y + size * 0.35, "end", text, kind, size)
            or self._write(x, y - reach, "middle", text, kind, size)
            or self._write(x, y + reach + size * 0.75, "middle", text, kind, size)
        )

    def over(self, x: float, y: float, text: str, kind: str, *, size: float) -> bool:
        """Write across a place."""
        return self._write(x, y + size * 0.35, "middle", text, kind, size)

    def _write(self, x: float, y: float, anchor: Anchor, text: str, kind: str, size: float) -> bool:
        long = len(text) * size * WIDE
        left = x if anchor == "start" else x - long if anchor == "end" else x - long / 2
        top = y - size * 0.8
        right, bottom = left + long, y + size * 0.25
        if left < 0 or top < 0 or right > self.width or bottom > self.height:
            return False
        for other in self.taken:
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                return False
        self.taken.append((left, top, right, bottom))
        self.texts.append(Text(round(x, 1), round(y, 1), anchor, text, kind))
        return True
