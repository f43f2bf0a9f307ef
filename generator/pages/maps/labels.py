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


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle that is taken: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Span) -> bool:
        """Whether they overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


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
        self.taken.append(Span(x - reach, y - reach, x + reach, y + reach))

    def beside(self, x: float, y: float, radius: float, text: str, kind: str, *, size: float) -> bool:
        """Write beside a mark: after it, before it, above or below. False, and nothing, where no side is free."""
        reach = radius + GAP
        sides: tuple[tuple[float, float, Anchor], ...] = (
            (x + reach, y + size * 0.35, "start"),
            (x - reach, y + size * 0.35, "end"),
            (x, y - reach, "middle"),
            (x, y + reach + size * 0.75, "middle"),
        )
        return any(self._write(*side, text, kind, size) for side in sides)

    def over(self, x: float, y: float, text: str, kind: str, *, size: float) -> bool:
        """Write across a place."""
        return self._write(x, y + size * 0.35, "middle", text, kind, size)

    def _write(self, x: float, y: float, anchor: Anchor, text: str, kind: str, size: float) -> bool:
        long = len(text) * size * WIDE
        left = x - (0.0 if anchor == "start" else long if anchor == "end" else long / 2)
        span = Span(left, y - size * 0.8, left + long, y + size * 0.25)
        inside = span.left >= 0 and span.top >= 0 and span.right <= self.width and span.bottom <= self.height
        if not inside or any(span.meets(other) for other in self.taken):
            return False
        self.taken.append(span)
        self.texts.append(Text(round(x, 1), round(y, 1), anchor, text, kind))
        return True
