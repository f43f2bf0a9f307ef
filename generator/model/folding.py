"""`fold`: the form in which two spellings of one name are equal.

The rules, and no others; spellings beyond them (Raqqa and Raqqah) stay apart and are the business of `aliases`:

- Case, width and ligatures: NFKC and `casefold`; Turkish dotted and dotless i are both i; ß is ss.
- Unseen characters, apostrophes and signs of ayn and hamza are dropped.
- Hyphens, dashes, underscores and runs of spaces are one space.
- Latin and Greek: diacritics are dropped, and ø, đ, ł, æ and the like become plain letters.
- Latin: the Arabic article before a hyphen (`al-`, and as it sounds before sun letters `ar-`, `as-`, `ash-`, `ad-`,
  `adh-`, `an-`, `at-`, `ath-`, `az-`; all with e too, as in Deir ez-Zor) and the word `al` before another word are dropped.
- Arabic: vowel signs and tatweel are dropped; أ إ آ ٱ are ا, ؤ is و, ئ and ى and Persian ی are ي, ة is ه, ک is ك; the
  article ال is dropped before three letters or more (so that الله stays).
- Arabic and Persian digits are ASCII digits.
- Hebrew: points and accents are dropped.
- Cyrillic: ё is е, stress marks are dropped; й and ї stay.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from generator.model.plain_letters import APOSTROPHES, DASHES, JOINERS, LATIN_LETTERS
from generator.model.scripts import letter_script

_UNHEARD: Final = str.maketrans(dict.fromkeys(APOSTROPHES + JOINERS + "\N{ARABIC TATWEEL}", ""))
_PLAIN: Final = str.maketrans(
    LATIN_LETTERS
    | dict.fromkeys(DASHES, "-")
    | {"ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"}
    | {digit: str(n) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for n, digit in enumerate(digits)}
)
_UNMARKED_SCRIPTS: Final = frozenset({"Latn", "Grek", "Arab", "Hebr"})
_CYRILLIC_STRESS: Final = "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}"
_LATIN_ARTICLE: Final = re.compile(
    r"(?<![^\W_])(?:[ae](?:l|r|s|sh|d|dh|n|t|th|z)[_\s]*-[-_\s]*|al[_\s]+)(?=[^\W_])"
)
_ARABIC_ARTICLE: Final = re.compile(r"(?<![^\W_])(?:ال)+(?=\w{3})")
_SEPARATORS: Final = re.compile(r"[-_\s]+")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The folded form; empty for a text of nothing but separators and dropped signs. Folding twice is folding once."""
    if not text.isascii():
        text = _plain(text)
    text = _LATIN_ARTICLE.sub("", text.translate(_UNHEARD).lower())
    if not text.isascii():
        text = _ARABIC_ARTICLE.sub("", text)
    return _SEPARATORS.sub(" ", text).strip()


def _plain(text: str) -> str:
    """Letters without case, width, marks and variants."""
    text = unicodedata.normalize("NFKC", text.translate(_UNHEARD)).casefold()
    unmarked = "".join(_without_marks(unicodedata.normalize("NFD", text.translate(_UNHEARD))))
    return unicodedata.normalize("NFKC", unmarked.translate(_PLAIN))


def _without_marks(text: str) -> Iterator[str]:
    """The characters of an NFD text without the marks that its scripts do not need."""
    base = ""
    for letter in text:
        if not unicodedata.combining(letter):
            base = letter
        elif _is_dropped(letter, base):
            continue
        yield letter


def _is_dropped(mark: str, base: str) -> bool:
    script = letter_script(base) if base else ""
    if script == "Cyrl":
        return mark in _CYRILLIC_STRESS or (mark == "\N{COMBINING DIAERESIS}" and base == "е")
    return script in _UNMARKED_SCRIPTS
