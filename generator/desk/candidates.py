"""Records by what is being typed of an id or a name, in any script.

A name is compared folded (`model.folding`), so that `deir`, `دير` and `Deir ez-Zor` all find the same place, and as it is written,
because folding drops half a word that looks like an article. Ids that begin with the words come first, then names that do,
then those that have them further on; of equals the shorter, then the id.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from generator.graph.namings import called, known
from generator.graph.shelving import Content
from generator.graph.values import Target
from generator.model.names import fold
from generator.model.parsed import Parsed
from generator.model.records import AnyRecord, Kind, label_of

MOST: Final = 60
"""Records that are offered at once; the list grows shorter with every letter."""


class Candidate(NamedTuple):
    """A record, and the name by which it was found: its id, its own name, or another one."""

    target: Target
    record: AnyRecord
    name: str


def candidates(content: Content, words: str, kinds: Collection[Kind]) -> list[Candidate]:
    """The records of these kinds that the words may mean, best first, each once."""
    typed, folded = words.strip().lower(), fold(words)
    ranked = []
    for target, parsed in known(content):
        if target.kind in kinds:
            best = min(_matches(parsed, target, typed, folded), default=None)
            if best is not None:
                ranked.append((*best[:2], target.id, Candidate(target, parsed.record, best[2])))
    ranked.sort(key=lambda entry: entry[:3])
    return [entry[3] for entry in ranked[:MOST]]


def _matches(
    parsed: Parsed[AnyRecord], target: Target, typed: str, folded: str
) -> Iterator[tuple[int, int, str]]:
    """How well each of its names fits (0 is best), how long the name is, and the name."""
    if typed in target.id:
        yield (0 if target.id.startswith(typed) else 3), len(target.id), target.id
    for name in names(parsed.record):
        form, plain = fold(name), name.lower()
        if folded and form.startswith(folded):
            yield 1, len(form), name
        elif (folded and f" {folded}" in form) or (typed and f" {typed}" in f" {plain}"):
            yield 2, len(form), name
        elif (folded and folded in form) or (typed and typed in plain):
            yield 4, len(form), name


def names(record: AnyRecord) -> Iterable[str]:
    """What a record may be looked for by: every name, or its title."""
    return called(record) or (label_of(record),)
