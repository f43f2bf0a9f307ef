"""Letters and marks that folding and slugs treat alike."""

from typing import Final

LATIN_LETTERS: Final = {
    "ı": "i",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ß": "ss",
}
"""Small Latin letters that Unicode does not decompose, in plain ones."""

APOSTROPHES: Final = "'`´‘’‛ʹʻʼʽʾʿˈˊˋ′＇ꞌ"
"""Apostrophes, primes and the signs of ayn and hamza in transliteration: not heard, often left out, so dropped."""

DASHES: Final = "-‐‑‒–—―−﹘﹣－־"
"""Hyphens and dashes, minus signs, the Hebrew maqaf."""

JOINERS: Final = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""Unseen characters: soft hyphen, zero-width space and joiners, marks of direction. Ignored in comparison, never removed from text."""
