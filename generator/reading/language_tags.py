"""Language tags: their form (RFC 5646, section 2.1) and the languages of two letters (ISO 639-1)."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(
    r"""
    (?P<language> [A-Za-z]{2,3} (?:-[A-Za-z]{3}){0,3} | [A-Za-z]{4,8} )
    (?: - (?P<script> [A-Za-z]{4} ) )?
    (?: - (?P<region> [A-Za-z]{2} | [0-9]{3} ) )?
    (?: - (?: [A-Za-z0-9]{5,8} | [0-9][A-Za-z0-9]{3} ) )*
    (?: - [0-9A-WY-Za-wy-z] (?: - [A-Za-z0-9]{2,8} )+ )*
    (?: - [xX] (?: - [A-Za-z0-9]{1,8} )+ )?
    """,
    re.VERBOSE,
)

TWO_LETTERS: Final = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
    el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my
    na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl
    sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za
    zh zu
    """.split()  # noqa: SIM905 - a table of 180 words is read best as one text
)

BY_NAME: Final = {
    "arabic": "ar",
    "armenian": "hy",
    "aramaic": "arc",
    "azerbaijani": "az",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hebrew": "he",
    "italian": "it",
    "japanese": "ja",
    "kurdish": "ku",
    "persian": "fa",
    "russian": "ru",
    "spanish": "es",
    "syriac": "syr",
    "turkish": "tr",
    "ukrainian": "uk",
    "urdu": "ur",
    "farsi": "fa",
    "sorani": "ckb",
    "kurmanji": "kmr",
}


def is_well_formed(tag: str) -> bool:
    """Whether it has the form of a language tag."""
    return tag in TWO_LETTERS or _TAG.fullmatch(tag) is not None


def is_known(tag: str) -> bool:
    """Whether a well-formed tag may be in use: two letters are looked up, three are taken on trust, and no language
    is registered with more.
    """
    language = tag.partition("-")[0].lower()
    return language in TWO_LETTERS or len(language) == 3  # noqa: PLR2004 - ISO 639-3


def canonical(tag: str) -> str:
    """A well-formed tag in the case that RFC 5646 recommends: `ar-Latn-SY`."""
    if tag in TWO_LETTERS:
        return tag
    first, *others = tag.split("-")
    parts = [first.lower()]
    after_singleton = False
    for part in others:
        after_singleton = after_singleton or len(part) == 1
        parts.append(part.lower() if after_singleton else _cased(part))
    return "-".join(parts)


def _cased(part: str) -> str:
    if len(part) == 2:  # noqa: PLR2004 - a region
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()  # noqa: PLR2004 - a script
