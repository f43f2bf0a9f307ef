"""Files that would be published at one address: the same id twice, or ids that many disks take for the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.reading.excerpts import in_quotes
from generator.reading.source_file import SourceFile


def collisions(files: Iterable[SourceFile]) -> Iterator[Diagnostic]:
    """A finding for each file after the first of those that collide; `files` in order of path."""
    for _, group in groupby(sorted(files, key=_address), key=_address):
        first, *others = group
        for other in others:
            yield _collision(first, other)


def _address(file: SourceFile) -> tuple[str, str, str]:
    return file.kind, _folded(file.id), file.language.casefold()


def _folded(text: str) -> str:
    """As NFKC_Casefold of the Unicode Standard, which a second folding after composing comes near enough to."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", folded).casefold()


def _collision(first: SourceFile, other: SourceFile) -> Diagnostic:
    where = Span(first.path, 1, 1)
    if first.id == other.id:
        code, message = (
            "D005",
            f"a second {other.kind} with the id {in_quotes(other.id)}: the first is {first.path}",
        )
    else:
        code, message = (
            "D006",
            f"the id {in_quotes(other.id)} can be taken for {in_quotes(first.id)} of {first.path}",
        )
    return Diagnostic(
        code, message, Span(other.path, 1, 1), "give one of them another id", other.subject, related=(where,)
    )
