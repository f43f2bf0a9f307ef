"""Names in drafts to ids: of records that the site has, or of new drafts, each made once for all rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.shelving import topic_title
from generator.importers.ids import Ids
from generator.importers.importer import Draft, Intake, Named, Value
from generator.importers.matching import Match, Present, described
from generator.importers.values import checked
from generator.model.names import fold, slug
from generator.model.records import Kind
from generator.reading.excerpts import in_quotes
from generator.reading.records.tables import RECORDS

_Told = tuple[Kind, str, str, str]


@dataclass(frozen=True, slots=True)
class Naming:
    """Collects, while one import is settled, the drafts that names call for and what was found of them."""

    present: Present
    intake: Intake
    ids: Ids
    made: list[Draft] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    matched: set[tuple[Kind, str]] = field(default_factory=set)
    rows: dict[tuple[Kind, str], str] = field(default_factory=dict)
    """The ids of the records that rows become, by kind and key."""
    _known: dict[_Told, str] = field(default_factory=dict)

    def settled(self, value: Value, span: Span, *, make: bool) -> Value:
        """The value with ids for names; without `make`, a name that nobody bears becomes an id that no record has.

        An entry whose name has two meanings is left out, with a finding.
        """
        if isinstance(value, Named):
            return self.id_of(value, span, make=make)
        if isinstance(value, tuple):
            parts = (self.settled(part, span, make=make) for part in value)
            return _each_once(part for part in parts if part not in ("", {}))
        if isinstance(value, Mapping):
            return self._mapping(value, span, make=make)
        return value

    def id_of(self, named: Named, span: Span, *, make: bool) -> str:
        """The id that a name stands for; empty when it could be two."""
        told = _told(named)
        if told not in self._known:
            record_id = self._id(named, span, make=make)
            if not make:
                return record_id
            self._known[told] = record_id
        return self._known[told]

    def _mapping(self, value: Mapping[str, Value], span: Span, *, make: bool) -> Value:
        """The mapping, or nothing when a name in it has no one meaning."""
        parts = {key: self.settled(part, span, make=make) for key, part in value.items()}
        lost = any(isinstance(value[key], Named) and not part for key, part in parts.items())
        return {} if lost else parts

    def _id(self, named: Named, span: Span, *, make: bool) -> str:
        chosen = self.intake.choices.get((named.kind, named.name))
        if chosen and self.present.graph.find(named.kind, chosen):
            self.matched.add((named.kind, chosen))
            return chosen
        key = key_of(named)
        if (named.kind, key) in self.rows:
            return self.rows[named.kind, key]
        again = self.present.found_again(named.kind, self.intake.origin, key)
        match = Match(again) if again else self.present.match(named)
        if match.id:
            self.matched.add((named.kind, match.id))
            return match.id
        if match.candidates and not match.near:
            self._tell_ambiguous(named, match, span)
            return ""
        return self._make(named, match, span) if make else self.ids.free(named.kind, named.wish or named.name)

    def _make(self, named: Named, match: Match, span: Span) -> str:
        if named.kind == "topic" and topic_title(slug(named.name)) == named.name:
            return slug(named.name)  # a topic that needs no record
        if named.kind == "event":
            message = f"{in_quotes(named.name)} is named, but is no row of the source"
            self.findings.append(Diagnostic("D716", message, span, "import them together"))
            return ""
        fields = {RECORDS[named.kind].heading: named.name, **named.fields}
        sound, findings = checked(Draft(kind=named.kind, key=key_of(named), fields=fields, span=span))
        self.findings.extend(findings)
        if sound is None:
            return ""
        rank = str(named.fields.get("kind", "")) if named.kind == "location" else ""
        record_id = self.ids.take(named.kind, named.wish or named.name, rank)
        self._known[_told(named)] = record_id  # before its own names are settled: it may be among them
        named_in_it = {key: self.settled(value, span, make=True) for key, value in sound.fields.items()}
        self.made.append(replace(sound, fields=named_in_it, wish=record_id))
        if match.candidates:
            self._tell_near(named, record_id, match, span)
        return record_id

    def _tell_ambiguous(self, named: Named, match: Match, span: Span) -> None:
        could_be = described(self.present.graph, named.kind, match.candidates)
        message = f"{in_quotes(named.name)} can be {could_be}: it is left out"
        advice = f"say which in the map: names: {{{named.name}: {match.candidates[0]}}}"
        self.findings.append(Diagnostic("D714", message, span, advice))

    def _tell_near(self, named: Named, record_id: str, match: Match, span: Span) -> None:
        known = described(self.present.graph, named.kind, match.candidates)
        message = f"{in_quotes(named.name)} becomes the new {named.kind} {record_id}; the site has {known}"
        advice = (
            f"if they are one, give {match.candidates[0]} the alias {in_quotes(named.name)} and import again, "
            f"or say so in the map: names: {{{named.name}: {match.candidates[0]}}}"
        )
        self.findings.append(Diagnostic("D713", message, span, advice))


def key_of(named: Named) -> str:
    """The id of a named record in its source: its own, or its kind and name (and what it lies in)."""
    if named.key:
        return named.key
    return ":".join(part for part in _told(named) if part)


def _told(named: Named) -> _Told:
    """What makes two names one: kind, folded name or key, the kind of place and the place it lies in."""
    if named.key:
        return named.kind, named.key, "", ""
    within = named.fields.get("part_of")
    around = fold(within.name) if isinstance(within, Named) else str(within or "")
    kind = named.fields.get("kind", "") if named.kind == "location" else ""
    return named.kind, fold(named.name), str(kind), around


def _each_once(values: Iterable[Value]) -> tuple[Value, ...]:
    """The values in order; mappings among them cannot be hashed."""
    once: list[Value] = []
    for value in values:
        if value not in once:
            once.append(value)
    return tuple(once)
