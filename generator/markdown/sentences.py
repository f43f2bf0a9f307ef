"""The sentence around a mention, for backlinks.

Rules, not a model: good for news English (titles, initials, abbreviations, "U.S.") and for Arabic, Persian, Urdu
and Chinese stops. A wrong cut costs a shorter or longer excerpt, nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.model.prose import Parts

LONGEST = 400
"""Characters of context at most; a longer sentence is cut at words around its mention."""

MARK = "\x00"
"""Stands for a mention while sentences are looked for; plain text never holds it."""

_MARKS = re.compile(MARK)

# one set of signs at the beginning: only then the search passes over what cannot be a stop without trying
_STOP = re.compile(
    r"""[.!?…؟۔。！？](?:"""
    # a stop, closing marks, a space
    r"""(?<=[.!?…؟۔])(?<![.!?…؟۔].)[.!?…؟۔]*[)\]}"'”’»›]*[ \u200e\u200f]+"""
    # full-width stops need no space
    r"""|(?<=[。！？])[。！？]*[」』”’）]*[ ]*)"""
)
_OPENING = "\"'“‘«‹([{—–-"
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_WORD = re.compile(r"[^\W_]+")

# words before a full stop that is not the end of a sentence
_ALWAYS = frozenset(
    """gen lt col maj capt sgt cpl brig cmdr adm pvt mr mrs ms dr prof sen rep gov amb rev hon fr st sr jr mt ft pres
    vs cf approx est e.g i.e ca messrs supt insp det sec""".split()  # noqa: SIM905 - easier to read and to add to
)
_BEFORE_NUMBER = frozenset(
    "no nos p pp art para vol ch fig sect jan feb mar apr jun jul aug sept sep oct nov dec res".split()  # noqa: SIM905
)
_OFTEN = frozenset(
    "inc ltd co corp etc al dept govt univ jan feb aug sept oct nov dec bros a.m p.m".split()  # noqa: SIM905
)
_ABBREVIATIONS = _ALWAYS | _BEFORE_NUMBER | _OFTEN
# words that begin a new sentence when they follow such an abbreviation with a capital
_STARTERS = frozenset(
    """The A An This That These Those It He She They We I In On At For But And However When While After Before As By His
    Her Its Their There Meanwhile Later If No Not Both Some Many One Another According Officials""".split()  # noqa: SIM905
)


def sentences_around(parts: Parts) -> dict[int, Parts]:
    """For each mention in plain parts, its sentence: parts again, with the indices of all mentions in it."""
    indices = [part for part in parts if isinstance(part, int)]
    return sentences_in("".join(part if isinstance(part, str) else MARK for part in parts), indices)


def sentences_in(text: str, indices: Sequence[int]) -> dict[int, Parts]:
    """The same for a text in which each mention, by these indices in turn, is a MARK."""
    marks = [mark.start() for mark in _MARKS.finditer(text)]
    ends = [stop.end() for stop in _STOP.finditer(text) if _is_end(text, stop)]
    found: dict[int, Parts] = {}
    for index, mark in zip(indices, marks, strict=True):
        following = bisect_right(ends, mark)
        start = ends[following - 1] if following else 0
        end = ends[following] if following < len(ends) else len(text)
        found[index] = _excerpt(text, mark, start, end, indices, marks)
    return found


def _is_end(text: str, stop: re.Match[str]) -> bool:
    begin, end = stop.span()
    following = text[end : end + 40]
    if following[:1] in _OPENING:  # or nothing follows
        following = following.lstrip(_OPENING)
        if not following:
            return True
    if following[0].islower():
        return False
    if text[begin] != "." or text[begin + 1] == ".":
        return True
    near = max(0, begin - 24)
    before = text[max(near, text.rfind(" ", near, begin) + 1) : begin]
    return _ends_after(before.lstrip(_OPENING), following)


def _ends_after(before: str, following: str) -> bool:
    """Whether a full stop between these two ends a sentence."""
    word = before.lower()
    may_be_acronym = len(before) == 1 or "." in before
    if not may_be_acronym and word not in _ABBREVIATIONS:
        return True
    if word in _ALWAYS:
        return False
    if word in _BEFORE_NUMBER and following[0].isdigit():
        return False
    if word in _OFTEN or (may_be_acronym and _ACRONYM.fullmatch(before)):
        first = _WORD.match(following)
        return first is not None and first.group() in _STARTERS
    return True


def _excerpt(text: str, mark: int, start: int, end: int, indices: Sequence[int], marks: list[int]) -> Parts:
    before = after = ""
    if end - start > LONGEST:
        if mark - start > LONGEST // 2:
            start = _word_start(text, mark - LONGEST // 2, mark)
            before = "…"
        if end - start > LONGEST:
            end = _word_end(text, max(mark + 1, start + LONGEST), mark)
            after = "…"
    return parts_of(before + text[start:end].strip(" ") + after, indices[bisect_left(marks, start) :])


def _word_start(text: str, wish: int, mark: int) -> int:
    space = text.find(" ", wish, mark)
    return wish if space < 0 else space + 1


def _word_end(text: str, wish: int, mark: int) -> int:
    space = text.rfind(" ", mark, wish)
    return wish if space < 0 else space


def parts_of(text: str, indices: Sequence[int]) -> Parts:
    """A text in parts: the indices, in turn, where it has a MARK."""
    parts: list[str | int] = []
    for number, piece in enumerate(text.split(MARK)):
        if number:
            parts.append(indices[number - 1])
        if piece:
            parts.append(piece)
    return tuple(parts)
