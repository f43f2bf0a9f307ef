"""Everything that a reference could have meant, and the words for a reference or mention that means nothing.

Messages say what is wrong, helps what would mend it: the nearest id with its file, the form that tells two
candidates apart, or the file to add.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.graph.catalogue import Catalogue, Shelf
from generator.graph.namebook import NameBook, name_book, split_kind
from generator.graph.values import Redirect, Target
from generator.model.addresses import FOLDERS
from generator.model.names import nearest
from generator.model.records import KINDS, Kind

UNKNOWN: Mapping[Kind, str] = {
    "actor": "D201",
    "location": "D202",
    "article": "D203",
    "event": "D204",
    "page": "D205",
}
ARTICLES: Mapping[Kind, str] = {"article": "an", "event": "an", "actor": "an"}


class Fault(NamedTuple):
    """A finding without its place."""

    code: str
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The records of the edition, the drafts withheld from it, and the ids that records used to have."""

    live: Mapping[Kind, Shelf]
    withheld: Mapping[Kind, Shelf]
    names: NameBook
    withheld_names: NameBook
    former: Mapping[tuple[Kind, str], str]
    unread: frozenset[tuple[Kind, str]] = frozenset()
    """Records whose files are too faulty to be read: they have their own finding, and what names them is no fault."""

    def reference_fault(self, record_id: str, kind: Kind) -> Fault:
        """Why no record of that kind answers to the id."""
        if record_id in self.withheld[kind]:
            return self._draft(Target(kind, record_id))
        others = [other for other in KINDS if record_id in self.live[other]]
        if others:
            message = f'"{record_id}" is {_a(others[0])}, not {_a(kind)}'
            return Fault("D206", message, self._suggestion(record_id, kind))
        return Fault(UNKNOWN[kind], f'no {kind} is called "{record_id}"', self._mending(record_id, kind))

    def unread_ids(self, kind: Kind) -> set[str]:
        """The ids of a kind whose files could not be read."""
        return {record_id for of_kind, record_id in self.unread if of_kind == kind}

    def may_be_unread(self, words: str) -> bool:
        """Whether the words of a mention (`id` or `kind:id`) name a record whose file could not be read."""
        named, _, record_id = words.rpartition(":")
        return any(record_id == unread and named in ("", kind) for kind, unread in self.unread)

    def mention_fault(self, words: str) -> Fault:
        """Why the words of a mention mean no record, or which they can mean."""
        candidates = self.names.meanings(words)
        if candidates:
            named = _either([f"{_a(target.kind)} ({self._path(target)})" for target in candidates])
            forms = _either([f"[[{target.kind}:{target.id}]]" for target in candidates])
            return Fault("D208", f'"{words}" can mean {named}', f"write {forms}")
        withheld = self.withheld_names.meanings(words)
        if withheld:
            return self._draft(withheld[0])
        return Fault("D207", f'no record is called "{words}"', self._mention_mending(words))

    def _draft(self, target: Target) -> Fault:
        path = self.withheld[target.kind][target.id].record.path
        message = (
            f'the {target.kind} "{target.id}" is a draft ({path}), and what is published cannot lead to it'
        )
        return Fault("D209", message, "publish it too, or leave it out here until it is")

    def _mending(self, record_id: str, kind: Kind) -> str:
        renamed = self.former.get((kind, record_id))
        if renamed is not None:
            return f'its id is now "{renamed}" ({self._path(Target(kind, renamed))})'
        return (
            self._suggestion(record_id, kind)
            or f"correct the id, or add content/{_folder(kind)}/{record_id}.md"
        )

    def _suggestion(self, words: str, kind: Kind) -> str:
        named = [target.id for target in self.names.meanings(f"{kind}:{words}") if target.kind == kind]
        near = named[0] if named else _nearest(words, self.live[kind])
        return f'did you mean "{near}" ({self._path(Target(kind, near))})?' if near else ""

    def _mention_mending(self, words: str) -> str:
        kind, rest = split_kind(words)
        if kind is not None and rest:
            elsewhere = [target for target in self.names.meanings(rest) if target.kind != kind]
            if elsewhere:
                return f"did you mean [[{elsewhere[0].kind}:{elsewhere[0].id}]] ({self._path(elsewhere[0])})?"
        near = _nearest(rest, self._callable_names(kind))
        targets = self.names.meanings(near if kind is None else f"{kind}:{near}") if near else ()
        if targets:
            return f'did you mean "{near}" ({self._path(targets[0])})?'
        return "correct it, add the record, or write the words without brackets"

    def _callable_names(self, kind: Kind | None) -> Iterable[str]:
        if kind is not None:
            return self.live[kind]
        return (*self.names.ids, *self.names.names)

    def _path(self, target: Target) -> str:
        return self.live[target.kind][target.id].record.path or f"topic {target.id}"


def register_of(
    catalogue: Catalogue,
    withheld: Mapping[Kind, Shelf],
    redirects: Iterable[Redirect],
    unread: Iterable[tuple[Kind, str]] = (),
) -> Register:
    """The register of an edition."""
    return Register(
        live=catalogue.shelves,
        withheld=withheld,
        names=name_book(catalogue.shelves),
        withheld_names=name_book(withheld),
        former={(redirect.kind, redirect.former_id): redirect.id for redirect in redirects},
        unread=frozenset(unread),
    )


def near_word(word: str, vocabulary: Iterable[str]) -> str:
    """The help for a word that a vocabulary of `site.yaml` does not have."""
    words = tuple(vocabulary)
    near = _nearest(word, words)
    return f'did you mean "{near}"?' if near else f"known are {', '.join(words)}; site.yaml can add to them"


def _a(kind: Kind) -> str:
    return f"{ARTICLES.get(kind, 'a')} {kind}"


def _either(choices: list[str]) -> str:
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} or {choices[-1]}"


def _folder(kind: Kind) -> str:
    return FOLDERS[kind] or "pages"


def _nearest(word: str, candidates: Iterable[str]) -> str:
    return next(iter(nearest(word, candidates, 1)), "")
