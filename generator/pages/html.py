"""Text that is HTML already, and the few pieces of it that are written in Python because prose is joined there."""

from __future__ import annotations

from html import escape

from generator.model.names import direction_of
from generator.model.prose import ROOT
from generator.model.untranslated import left_in


class Html(str):
    """HTML that a template shows as it is. Templates escape every other string."""

    __slots__ = ()

    def __html__(self) -> str:
        """What autoescaping asks for."""
        return str(self)


def link(address: str, label: str, on: str = "") -> Html:
    """A link to a page of this site; `on` is a fragment. The way to the root is left as the token ROOT."""
    target = f"{ROOT}{address}#{on}" if on else f"{ROOT}{address}"
    return Html(f'<a href="{escape(target)}">{isolated(label)}</a>')


def isolated(name: str, language: str = "") -> Html:
    """A name kept apart from the direction of the text around it, marked right to left where its script is."""
    language = language or left_in(name)
    attributes = f' lang="{escape(language)}"' if language else ""
    if direction(name):
        attributes += ' dir="rtl"'
    return Html(f"<bdi{attributes}>{escape(name)}</bdi>")


def direction(text: str) -> str:
    """`rtl` for text that runs right to left, else empty: what `dir` must say."""
    return "" if text.isascii() or direction_of(text) != "rtl" else "rtl"
