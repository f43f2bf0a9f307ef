"""`nearest`: what a mistyped word may have been meant to be.

The distance is optimal string alignment (Damerau-Levenshtein with each pair swapped at most once): insertions,
deletions, substitutions and swaps of neighbours count one each.
"""

import heapq
import re
from collections.abc import Iterable
from typing import Final

_MOST_EDITS: Final = 4
_LETTERS_PER_EDIT: Final = 6
_PARTS_RANK: Final = 1.5  # between one edit and two
_PARTS: Final = re.compile(r"[-_\s]+")


def nearest(word: str, candidates: Iterable[str], limit: int = 3) -> list[str]:
    """Up to `limit` candidates, the nearest first and those as near by their text; case is ignored.

    Near is within one edit, and one more for every six letters of the word, four at most. A candidate that has all the
    hyphenated or spaced parts of the word, or none that the word has not, is also near (`tabqa-airbase` to `tabqa`), nearer than
    two edits.
    """
    wanted = word.casefold()
    letters, parts = set(wanted), set(_PARTS.split(wanted))
    most = min(_MOST_EDITS, 1 + len(wanted) // _LETTERS_PER_EDIT)
    ranked: list[tuple[float, int, str]] = []
    for candidate in set(candidates):
        other = candidate.casefold()
        distance = most + 1
        # An edit changes the length by one at most, and takes in or out one letter of each word at most.
        if abs(len(other) - len(wanted)) <= most and len(letters.symmetric_difference(other)) <= 2 * most:
            distance = edits(wanted, other, most)
        if distance > 1 and _shares_parts(parts, other):
            ranked.append((_PARTS_RANK, abs(len(other) - len(wanted)), candidate))
        elif distance <= most:
            ranked.append((distance, 0, candidate))
    return [candidate for _, _, candidate in heapq.nsmallest(limit, ranked)]


def _shares_parts(parts: set[str], other: str) -> bool:
    others = set(_PARTS.split(other))
    return "" not in parts and (parts <= others or others <= parts)


def edits(first: str, second: str, most: int) -> int:
    """The distance, or `most + 1` as soon as it must be more than `most`."""
    before_last: list[int] = []
    last = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            cost = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 < column and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before_last, last = last, current
    return min(last[-1], most + 1)
