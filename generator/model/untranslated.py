"""Texts that stand in another language than the page that shows them, because nobody has translated them yet.

They are texts like any other to whoever joins, sorts or compares them; pages can tell, and say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from generator.model.prose import Prose


class Untranslated(str):
    """A text that is still in its original `language` (BCP 47 tag)."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return str(self), self.language


@dataclass(frozen=True, slots=True)
class UntranslatedProse(Prose):
    """Prose that is still in its original `language`."""

    language: str = ""


def untranslated(text: str, language: str) -> str:
    """The text, marked; nothing needs no mark."""
    return Untranslated(text, language) if text else text


def untranslated_prose(prose: Prose, language: str) -> Prose:
    """The prose, marked; nothing needs no mark."""
    if not prose:
        return prose
    return UntranslatedProse(prose.parts, prose.mentions, prose.headings, prose.links, language)


def left_in(said: str | Prose) -> str:
    """The language that a text or prose is still in; empty for what is in the page's own."""
    return said.language if isinstance(said, Untranslated | UntranslatedProse) else ""
