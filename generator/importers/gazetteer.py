"""What Wikidata and GeoNames have in common: their records may be on the site already, and then nothing is made.

A record of the site is the same when it bears the same `wikidata` or `geonames` id, or else the same name (folded, of a
fitting kind, not far away). It is kept as it is; the finding offers what the source has and it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.graph import Graph
from generator.importers.importer import Draft, Named, Value
from generator.importers.matching import Present, described, present
from generator.model.names import fold
from generator.model.records import Actor, Location
from generator.model.slugs import slug
from generator.reading.excerpts import in_quotes

Kind = Literal["actor", "location"]
IDENTIFIERS: Final = ("wikidata", "geonames")
MOST_ALIASES: Final = 30
"""Spellings taken over from one row; gazetteers list the hundreds of a capital."""


@dataclass(slots=True)
class Gazetteer:
    """The rows of one import as they are told apart; not seen outside."""

    origin: str
    present: Present
    drafts: list[Draft] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    _by_identifier: dict[tuple[Kind, str, str], str] = field(default_factory=dict)
    _wishes: set[tuple[Kind, str]] = field(default_factory=set)
    _settled: dict[tuple[Kind, str], str] = field(default_factory=dict)

    def id_for(self, kind: Kind, key: str, fields: Mapping[str, Value]) -> str:
        """The id of the record that a row is or becomes: of the site's own, or a new one that nothing else takes.

        Empty when two records of the site could be meant.
        """
        if (kind, key) not in self._settled:
            self._settled[kind, key] = self._id(kind, key, fields)
        return self._settled[kind, key]

    def add(self, kind: Kind, key: str, fields: Mapping[str, Value], span: Span) -> None:
        """Make a draft of a row, or tell why none is made."""
        record_id = self.id_for(kind, key, fields)
        there = self.present.graph.find(kind, record_id) if record_id else None
        if not record_id:
            self.findings.append(self._ambiguous(kind, fields, span))
        elif there is None or self.present.found_again(kind, self.origin, key):
            self.drafts.append(Draft(kind=kind, key=key, fields=fields, span=span, wish=record_id))
            if there is None:
                self.findings.extend(self._near(kind, record_id, fields, span))
        elif isinstance(there, Actor | Location):
            self.findings.append(_offered(there, fields, span))

    def _id(self, kind: Kind, key: str, fields: Mapping[str, Value]) -> str:
        again = self.present.found_again(kind, self.origin, key) or self._identified(kind, fields)
        if again:
            return again
        match = self.present.match(_named(kind, fields))
        if match.id:
            return match.id if self._may_be(kind, match.id, fields) else self._new(kind, key, fields)
        return "" if match.candidates and not match.near else self._new(kind, key, fields)

    def _identified(self, kind: Kind, fields: Mapping[str, Value]) -> str:
        found = (self._by_identifier.get((kind, name, str(fields.get(name, "")))) for name in IDENTIFIERS)
        return next((record_id for record_id in found if record_id), "")

    def _may_be(self, kind: Kind, record_id: str, fields: Mapping[str, Value]) -> bool:
        """Whether a record of the same name bears no other id of the same gazetteer."""
        record = self.present.graph.find(kind, record_id)
        pairs = ((getattr(record, name, ""), fields.get(name, "")) for name in IDENTIFIERS)
        return all(one == other for one, other in pairs if one and other)

    def _new(self, kind: Kind, key: str, fields: Mapping[str, Value]) -> str:
        plain = slug(str(fields["name"]))
        number = slug(key)
        wish = plain if self._is_free(kind, plain) and plain != "untitled" else f"{plain}-{number}"
        if plain == "untitled":
            wish = f"{kind}-{number}"
        self._wishes.add((kind, wish))
        return wish

    def _is_free(self, kind: Kind, record_id: str) -> bool:
        return (kind, record_id) not in self._wishes and self.present.graph.find(kind, record_id) is None

    def _ambiguous(self, kind: Kind, fields: Mapping[str, Value], span: Span) -> Diagnostic:
        name = str(fields["name"])
        candidates = self.present.match(_named(kind, fields)).candidates
        could_be = described(self.present.graph, kind, candidates)
        advice = f"give the right one {_identifier(fields)} and import again"
        return Diagnostic("D714", f"{in_quotes(name)} can be {could_be}: it is left out", span, advice)

    def _near(
        self, kind: Kind, record_id: str, fields: Mapping[str, Value], span: Span
    ) -> Iterator[Diagnostic]:
        match = self.present.match(_named(kind, fields))
        candidates = match.candidates or tuple(filter(None, (match.id,))) or self._by_alias(kind, fields)
        if candidates:
            name = in_quotes(str(fields["name"]))
            known = described(self.present.graph, kind, candidates)
            message = f"{name} becomes the new {kind} {record_id}; the site has {known}"
            advice = f"if they are one, give {candidates[0]} {_identifier(fields)} and import again"
            yield Diagnostic("D713", message, span, advice)

    def _by_alias(self, kind: Kind, fields: Mapping[str, Value]) -> tuple[str, ...]:
        """Records of the site whose name is another name of the row's."""
        others = fields.get("aliases", ())
        spellings = [str(other) for other in others] if isinstance(others, tuple) else []
        found = (self.present.match(_named(kind, {**fields, "name": spelling})) for spelling in spellings)
        return tuple(dict.fromkeys(match.id for match in found if match.id))


def gazetteer(origin: str, graph: Graph) -> Gazetteer:
    """Where the rows of an import are gathered."""
    by_identifier = {
        (kind, name, getattr(parsed.record, name, "")): record_id
        for kind in _KINDS
        for record_id, parsed in graph.shelves[kind].items()
        for name in IDENTIFIERS
    }
    known = {told: record_id for told, record_id in by_identifier.items() if told[2]}
    return Gazetteer(origin, present(graph), _by_identifier=known)


def aliases(name: str, others: Iterator[str]) -> tuple[str, ...]:
    """Other spellings, each once as names are compared, without the name itself."""
    known = {fold(name)}
    kept: list[str] = []
    for other in others:
        folded = fold(other)
        if folded and folded not in known:
            known.add(folded)
            kept.append(other)
    return tuple(kept)


def _named(kind: Kind, fields: Mapping[str, Value]) -> Named:
    return Named(kind=kind, name=str(fields["name"]), fields=fields)


def _identifier(fields: Mapping[str, Value]) -> str:
    return next(f"`{name}: {fields[name]}`" for name in IDENTIFIERS if fields.get(name))


def _offered(there: Actor | Location, fields: Mapping[str, Value], span: Span) -> Diagnostic:
    """The finding on a row whose record the site has: what it could take over."""
    offers = [f"{name}: {_words(value)}" for name, value in fields.items() if _is_new(there, name, value)]
    message = f"{there.path} is this {_kind_word(there)} and is kept as it is"
    if offers:
        message += f"; the source also has {'; '.join(offers)}"
    return Diagnostic("D720", message, span, "take over by hand what is right" if offers else "")


def _kind_word(there: Actor | Location) -> str:
    return "actor" if isinstance(there, Actor) else "place"


def _is_new(there: Actor | Location, name: str, value: Value) -> bool:
    return value not in ("", (), {}) and name in _OFFERED and _OFFERED[name](there, value)


def _is_missing(attribute: str) -> Callable[[Actor | Location, Value], bool]:
    return lambda there, _value: not getattr(there, attribute, None)


_OFFERED: Final[Mapping[str, Callable[[Actor | Location, Value], bool]]] = {
    "coordinates": _is_missing("coordinates"),
    "wikidata": _is_missing("wikidata"),
    "geonames": _is_missing("geonames"),
    "born": _is_missing("born"),
    "died": _is_missing("died"),
    "founded": _is_missing("founded"),
    "dissolved": _is_missing("dissolved"),
    "names": _is_missing("names"),
}
_KINDS: Final[tuple[Kind, ...]] = ("actor", "location")


def _words(value: Value) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_words(part)}" for key, part in value.items())
    if isinstance(value, tuple):
        return f"[{', '.join(map(_words, value))}]"
    return str(value)
