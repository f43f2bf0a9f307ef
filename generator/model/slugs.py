"""`slug`: an id from a title, `[a-z0-9]+(-[a-z0-9]+)*`.

Latin letters lose their marks. Arabic and Cyrillic letters are romanised letter by letter, for a name that can be typed
and recognised, not for scholarship: short vowels are left out, written or not (الرقة gives `al-rqa`). Signs of ayn, hamza and
apostrophes are dropped; every other script leaves nothing.
"""

import re
import unicodedata
from typing import Final

from generator.model.plain_letters import APOSTROPHES, JOINERS, LATIN_LETTERS

_LONGEST: Final = 100  # characters; a file name has room for 255 bytes with its ending and a language
_UNTITLED: Final = "untitled"


def _letters(pairs: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in pairs.split())


_ARABIC: Final = _letters(
    "ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=q ك=k ل=l م=m "
    "ن=n ه=h و=w ي=y ى=a ة=a ء= ؤ=u ئ=i پ=p چ=ch ژ=zh گ=g ک=k ی=y"
) | {digit: str(n) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for n, digit in enumerate(digits)}
_CYRILLIC: Final = _letters(
    "а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts "
    "ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya"
)
_ROMAN: Final = str.maketrans(LATIN_LETTERS | _ARABIC | _CYRILLIC)
_UNHEARD: Final = str.maketrans(dict.fromkeys(APOSTROPHES + JOINERS + "\N{ARABIC TATWEEL}", ""))
_ARABIC_ARTICLE: Final = re.compile(r"(?<!\w)ال(?=\w{3})")
_VOWEL_SIGNS: Final = re.compile("[\u064b-\u0652\u0670]")


def slug(text: str) -> str:
    """The id; `untitled` when nothing is left. Longer ones are cut at the last hyphen within 100 characters."""
    letters = unicodedata.normalize("NFKC", text.translate(_UNHEARD)).casefold()
    roman = _ARABIC_ARTICLE.sub("al-", _VOWEL_SIGNS.sub("", letters)).translate(_ROMAN)
    unmarked = unicodedata.normalize("NFKD", roman).translate(_ROMAN)
    plain = "".join(letter for letter in unmarked if not unicodedata.combining(letter))
    return _cut(re.sub(r"[^a-z0-9]+", "-", plain).strip("-")) or _UNTITLED


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    whole_words, _, _ = text[: _LONGEST + 1].rpartition("-")
    return whole_words or text[:_LONGEST]
