"""`Figure`: how many, as exactly as somebody said it.

Figures are never averaged. `span` says what several reports of one thing cover, `add` what several things come to.
An approximation ("about", "nearly") is a flag and widens no bound, because nobody said by how much.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.languages.language import ENGLISH, Language
from generator.model import figure_reading, figure_words
from generator.model.figure_extent import UNKNOWN, Extent, Number, whole
from generator.model.figure_reading import FigureError

__all__ = ["Figure", "FigureError", "Number", "add", "span"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a range with open sides. Made by `parse`, `exactly`, `span` and `add`."""

    extent: Extent

    @classmethod
    def parse(cls, text: str) -> Figure:
        """The figure that a text such as `at least 346` writes; the grammar is in `figure_reading`. Raises FigureError."""
        return cls(figure_reading.read(text))

    @classmethod
    def exactly(cls, number: int) -> Figure:
        """A count."""
        return cls(Extent(number, number))

    @property
    def lower(self) -> Number | None:
        """The least that was said; None for no lower bound. "More than 170" has the bound 170."""
        return None if self.extent.low_open else self.extent.low

    @property
    def upper(self) -> Number | None:
        """The most that was said; None for no upper bound."""
        return None if self.extent.high_open else self.extent.high

    @property
    def approximate(self) -> bool:
        """Whether it was said with "about", "nearly" and the like."""
        return self.extent.approximate

    @property
    def known(self) -> bool:
        """Whether any number was said at all."""
        return self.extent.known

    def __str__(self) -> str:
        """Canonical text without thousands separators; `parse` gives an equal figure back."""
        return figure_words.written(self.extent, ENGLISH, grouped=False)

    def short(self, language: Language = ENGLISH) -> str:
        """For tables: `1,700`, `170 to 200`."""
        return figure_words.written(self.extent, language)

    def words(self, language: Language = ENGLISH) -> str:
        """For readers: `at least 346`, `1,700`, `between 50 and 60`, `78 to 346 or more`, `dozens`."""
        return figure_words.words(self.extent, language)


def span(figures: Iterable[Figure]) -> Figure | None:
    """What several reports of one thing cover, from the least number named to the most, open where one of them is.

    "78" and "at least 346" span `78 to 346 or more`. A report that names no number adds nothing to the others. None
    for no reports.
    """
    extents = {figure.extent for figure in figures}
    known = extents - {UNKNOWN}
    if len(known) <= 1:
        return next((Figure(extent) for extent in known or extents), None)
    return Figure(
        Extent(
            min(extent.low for extent in known),
            max(extent.high for extent in known),
            low_open=any(extent.low_open for extent in known),
            high_open=any(extent.high_open for extent in known),
            approximate=any(extent.approximate for extent in known),
        )
    )


def add(figures: Iterable[Figure]) -> Figure:
    """What several things come to: the sum of the least and the sum of the most.

    No count is below nothing, so a figure without a lower bound ("up to 50", "unknown") adds nothing to the least; one
    without an upper bound leaves the sum without. The sum of no figures is none.
    """
    terms = list(figures)
    lowers = [figure.lower for figure in terms if figure.lower is not None]
    uppers = [figure.upper for figure in terms if figure.upper is not None]
    approximate = any(figure.approximate for figure in terms)
    low, high = _total(lowers), _total(uppers)
    bounded_below, bounded_above = bool(lowers) or not terms, len(uppers) == len(terms)
    if not (bounded_below or bounded_above):
        return Figure(UNKNOWN)
    if not bounded_above:
        return Figure(Extent(low, low, high_open=True, approximate=approximate))
    if not bounded_below:
        return Figure(Extent(high, high, low_open=True, approximate=approximate))
    return Figure(Extent(low, high, approximate=approximate))


def _total(numbers: Iterable[Number]) -> Number:
    return whole(sum(map(Decimal, numbers), Decimal(0)))
