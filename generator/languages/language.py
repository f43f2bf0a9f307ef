"""A language that the site speaks: its words for the site's own messages, its numbers, its lists.

A page is made in the language of its site (`graph.site.language`) and in no other. English messages stand in the code and
the templates; a language with a catalogue (`catalogues/<tag>.po`) has its own, any other says them in English.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.languages import conventions as writing
from generator.languages.conventions import LATIN, Conventions
from generator.languages.message import message
from generator.languages.portable_objects import CONTEXT, Catalogue, read_portable_objects

CATALOGUES: Final = Path(__file__).parent / "catalogues"


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Made by `language`. `spoken` says whether there are words of its own; English has its own without a catalogue."""

    tag: str
    spoken: bool
    key: str
    """Names what it says, for caches: empty for English messages and digits, else the tag and a digest of the catalogue."""
    catalogue: Catalogue
    conventions: Conventions
    signs: dict[int, str]
    """For `str.translate`: how the signs of English numbers are written; empty where they stay."""
    numerals: dict[int, str]
    """Likewise, digits alone."""

    @property
    def says_english(self) -> bool:
        """Whether its messages are the English ones."""
        return not self.catalogue.messages

    # Words

    def say(self, text: str, **values: object) -> str:
        """A message, with its places filled in."""
        said = self.catalogue.messages.get(text, text)
        return said.format(**values) if values else said

    def say_in(self, context: str, text: str) -> str:
        """A message that another language may say in different words in different places."""
        return self.catalogue.messages.get(f"{context}{CONTEXT}{text}") or self.say(text)

    def count(self, number: int, one: str, many: str, **values: object) -> str:
        """One message of two (in Arabic of six) by a number, which stands at `{count}`."""
        forms = self.catalogue.plurals.get(one)
        said = (one if number == 1 else many) if forms is None else forms[self.catalogue.form_of(number)]
        return said.format(count=self.number(number), **values)

    def listed(self, words: Sequence[str], pattern: str) -> str:
        """`a`, `a and b`, `a, b and c`; `pattern` is `ALL` or `ANY`."""
        *others, last = words
        return self.say(pattern, others=self.say(", ").join(others), last=last) if others else last

    # Numbers

    def number(self, number: int | Decimal) -> str:
        """`1,700`, in the language's digits and with its separators."""
        written = format(number, ",f" if isinstance(number, Decimal) else ",d")
        return written.translate(self.signs) if self.signs else written

    def digits(self, text: str) -> str:
        """Latin digits (those of a year, of a clock) as the language writes them; nothing else is changed."""
        return text.translate(self.numerals) if self.numerals else text


ALL: Final = message("{others} and {last}")
ANY: Final = message("{others} or {last}")


@lru_cache(maxsize=32)
def language(tag: str) -> Language:
    """The language of a BCP 47 tag."""
    path = catalogue_path(tag)
    spoken = path is not None or tag.partition("-")[0] == "en"
    text = "" if path is None else path.read_text("utf-8")
    catalogue = read_portable_objects(text)
    manner = writing.conventions(tag)
    numerals = _changed(dict(zip(LATIN, manner.digits, strict=True)))
    signs = _changed({",": manner.group, ".": manner.decimal}) | numerals
    key = f"{tag}-{sha256(text.encode()).hexdigest()[:16]}" if text or numerals else ""
    return Language(tag, spoken, key, catalogue, manner, signs, numerals)


def _changed(signs: dict[str, str]) -> dict[int, str]:
    return {ord(sign): other for sign, other in signs.items() if sign != other}


def catalogue_path(tag: str) -> Path | None:
    """The catalogue of a tag, or of its language without script and region; None where there is none."""
    parts = tag.split("-")
    tried = (CATALOGUES / f"{'-'.join(parts[:end])}.po" for end in range(len(parts), 0, -1))
    return next((path for path in tried if path.is_file()), None)


ENGLISH: Final = language("en")
