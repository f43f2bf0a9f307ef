"""A figure in words: in English, and through the messages of a `Language` in any other."""

from decimal import Decimal
from typing import Final

from generator.languages.language import Language
from generator.languages.message import message
from generator.model.figure_extent import Extent, Number, Phrase

_PHRASES: Final[dict[Phrase, str]] = {
    "more than": message("more than {number}"),
    "fewer than": message("fewer than {number}"),
    "nearly": message("nearly {number}"),
    "dozens": message("dozens"),
    "scores": message("scores"),
    "hundreds": message("hundreds"),
    "thousands": message("thousands"),
    "tens of thousands": message("tens of thousands"),
    "hundreds of thousands": message("hundreds of thousands"),
    "millions": message("millions"),
    "unknown": message("unknown"),
}


def words(extent: Extent, language: Language) -> str:
    """As `written`, but a range is said as what lies between two numbers."""
    if extent.low == extent.high or extent.low_open or extent.high_open or extent.approximate:
        return written(extent, language)
    low, high = language.number(extent.low), language.number(extent.high)
    return language.say("between {first} and {last}", first=low, last=high)


def written(extent: Extent, language: Language, *, grouped: bool = True) -> str:
    """Every number that is named, and on which side it is open. Not grouped in English, it is the canonical text."""
    say = language.say
    low, high = (
        language.number(number) if grouped else _plain(number) for number in (extent.low, extent.high)
    )
    if extent.phrase:
        return say(_PHRASES[extent.phrase]).format(number=low)
    if extent.low == extent.high and not (extent.low_open and extent.high_open):
        return _one_number(extent, low, language)
    if extent.low_open:
        low = say("{number} or fewer", number=low)
    if extent.high_open:
        high = say("{number} or more", number=high)
    spread = say("{low} to {high}", low=low, high=high)
    return say("about {number}", number=spread) if extent.approximate else spread


def _one_number(extent: Extent, number: str, language: Language) -> str:
    say = language.say
    if extent.high_open:
        return (
            say("about {number} or more", number=number)
            if extent.approximate
            else say("at least {number}", number=number)
        )
    if extent.low_open:
        return (
            say("about {number} or fewer", number=number)
            if extent.approximate
            else say("up to {number}", number=number)
        )
    if extent.approximate:
        return say("about {number}", number=number)
    return number if extent.low else say("none")


def _plain(number: Number) -> str:
    """`1700`; never with an exponent."""
    return format(number, "f" if isinstance(number, Decimal) else "d")
