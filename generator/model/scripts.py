"""Scripts and directions of text, from the names that Unicode gives to letters.

Codes are those of ISO 15924. Directions of languages follow the scripts that CLDR gives them by default.
"""

import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

NO_SCRIPT: Final = "Zyyy"  # ISO 15924 for "common": digits, punctuation, nothing at all
OTHER_SCRIPT: Final = "Zzzz"
_SCRIPTS: Final = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "SYRIAC": "Syrc",
    "THAANA": "Thaa",
    "NKO": "Nkoo",
    "ADLAM": "Adlm",
    "SAMARITAN": "Samr",
    "MANDAIC": "Mand",
    "ETHIOPIC": "Ethi",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "TIBETAN": "Tibt",
    "MYANMAR": "Mymr",
    "KHMER": "Khmr",
    "HANGUL": "Hang",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "BOPOMOFO": "Bopo",
    "CJK": "Hani",
}
_RIGHT_TO_LEFT_SCRIPTS: Final = frozenset(
    {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Samr", "Mand", "Rohg"}
)
_RIGHT_TO_LEFT_LANGUAGES: Final = frozenset(
    [
        "ar",
        "arc",
        "arz",
        "azb",
        "bal",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ji",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "ps",
        "rhg",
        "sd",
        "skr",
        "syr",
        "ug",
        "ur",
        "yi",
    ]
)
_BIDI_CONTROLS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SCRIPT_SUBTAG_LENGTH: Final = 4


@lru_cache(maxsize=8192)
def letter_script(letter: str) -> str:
    """The script of one letter; `Zyyy` for what is no letter, `Zzzz` for scripts that are not listed here."""
    if not letter.isalpha():
        return NO_SCRIPT
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], OTHER_SCRIPT)


def script_of(text: str) -> str:
    """The script of most letters, the earlier one when two are even; `Zyyy` for a text without letters."""
    counts = Counter(map(letter_script, text))
    del counts[NO_SCRIPT]
    return max(counts, key=counts.__getitem__, default=NO_SCRIPT)


def direction_of(text: str) -> Direction:
    """The direction of the script of most letters."""
    return "rtl" if script_of(text) in _RIGHT_TO_LEFT_SCRIPTS else "ltr"


def language_direction(tag: str) -> Direction:
    """The direction of a BCP 47 language tag: of its script when it names one (`ku-Arab`), else of its language."""
    language, *rest = tag.replace("_", "-").split("-")
    script = rest[0].title() if rest and len(rest[0]) == _SCRIPT_SUBTAG_LENGTH and rest[0].isalpha() else ""
    right_to_left = (
        script in _RIGHT_TO_LEFT_SCRIPTS if script else language.lower() in _RIGHT_TO_LEFT_LANGUAGES
    )
    return "rtl" if right_to_left else "ltr"


def bidi_controls(text: str) -> list[int]:
    """Offsets of the characters that steer direction without being seen (Unicode property Bidi_Control)."""
    return [at for at, letter in enumerate(text) if letter in _BIDI_CONTROLS]
