"""Drafts to files: names found again, ids given, what the site has left as it is.

A record that was imported before is found by `imported` and never touched: what the source says differently is a
finding. So a second import changes nothing, and what editors changed by hand stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from generator.authoring.front_matter import Plain, record_text
from generator.authoring.scaffold import Scaffold
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.order import in_order
from generator.graph.graph import Graph
from generator.importers.ids import Ids, ids
from generator.importers.importer import Draft, Intake, Value
from generator.importers.matching import Present, present
from generator.importers.naming import Naming
from generator.importers.values import attributes, checked
from generator.markdown.body import parse_body
from generator.model.addresses import FOLDERS
from generator.model.prose import Prose
from generator.model.records import AnyRecord, Kind
from generator.reading.records.tables import RECORDS

_FILED_BY_YEAR: Mapping[Kind, str] = {"event": "date", "article": "published"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A new record: its file, and what to show of it."""

    kind: Kind
    id: str
    heading: str
    date: str
    file: Scaffold


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What an import comes to. Of the `rows`, those of `made` records and of those `found_again` are fine;
    `matched` are records of the site that rows name.
    """

    made: tuple[Made, ...]
    findings: tuple[Diagnostic, ...]
    rows: int
    found_again: int
    differing: int
    matched: int


def settle(intake: Intake, graph: Graph, taken: Iterable[tuple[Kind, str]] = ()) -> Settled:
    """The files to write. The graph has the drafts of the site, too; `taken` are ids of files that it lacks."""
    at_hand = present(graph)
    known = {(kind, record_id) for kind, shelf in graph.shelves.items() for record_id in shelf}
    former = {(redirect.kind, redirect.former_id) for redirect in graph.redirects()}
    book = ids(known | former | set(taken))
    settling = _Settling(at_hand, intake, book, Naming(at_hand, intake, book))
    numbered = list(settling.numbered(intake.drafts))
    for draft, record_id in numbered:
        settling.add(draft, record_id)
    findings = (*intake.findings, *settling.findings, *settling.naming.findings)
    return Settled(
        made=tuple(settling.made),
        findings=in_order(findings),
        rows=intake.rows,
        found_again=settling.found_again,
        differing=settling.differing,
        matched=len(settling.naming.matched),
    )


@dataclass(slots=True)
class _Settling:
    """One import while it is settled; not seen outside."""

    present: Present
    intake: Intake
    ids: Ids
    naming: Naming
    made: list[Made] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    found_again: int = 0
    differing: int = 0
    seen: dict[tuple[Kind, str], Draft] = field(default_factory=dict)

    def numbered(self, drafts: Iterable[Draft]) -> Iterator[tuple[Draft, str]]:
        """Sound drafts with their ids, so that a row may name one that comes after it."""
        for draft in drafts:
            first = self.seen.setdefault((draft.kind, draft.key), draft)
            if first is not draft:
                self.findings.append(_repeated(draft, first))
                continue
            sound, findings = checked(draft)
            self.findings.extend(findings)
            if sound is not None:
                record_id = self._id(sound)
                self.naming.rows[draft.kind, draft.key] = record_id
                yield sound, record_id

    def _id(self, draft: Draft) -> str:
        """Of the record that was made before, or a new one."""
        again = self.present.found_again(draft.kind, self.intake.origin, draft.key)
        name = draft.wish or str(draft.fields[RECORDS[draft.kind].heading])
        return again or self.ids.take(draft.kind, name, _date(draft.kind, draft.fields))

    def add(self, draft: Draft, record_id: str) -> None:
        """Settle the next draft."""
        if self.present.graph.find(draft.kind, record_id):
            self._compare(draft, record_id)
            return
        fields = self._named(draft, make=True)
        for called_for in self.naming.made:
            self._write(called_for, called_for.wish)
        self.naming.made.clear()
        self._write(replace(draft, fields=fields), record_id)

    def _write(self, draft: Draft, record_id: str) -> None:
        date = _date(draft.kind, draft.fields)
        folder = FOLDERS[draft.kind] or "pages"
        if draft.kind in _FILED_BY_YEAR:
            folder += f"/{_year(date)}"
        provenance = {"from": self.intake.origin, "id": draft.key}
        fields = {**draft.fields, "draft": True, "imported": provenance}
        if draft.kind == "event":
            fields["actors"] = _shortened(fields.get("actors", ()))
        file = Scaffold(
            f"content/{folder}/{record_id}.md",
            record_text(draft.kind, cast("Mapping[str, Plain]", fields), draft.body),
        )
        heading = str(draft.fields[RECORDS[draft.kind].heading])
        self.made.append(Made(kind=draft.kind, id=record_id, heading=heading, date=date, file=file))

    def _compare(self, draft: Draft, record_id: str) -> None:
        """Count a record that is there already, and tell what the source says differently."""
        self.found_again += 1
        parsed = self.present.graph.parsed(draft.kind, record_id)
        told = attributes(draft.kind, self._named(draft, make=False))
        other = [name for name, value in told.items() if _differs(value, parsed.record, name)]
        if draft.body and not _same_prose(parse_body(draft.body, path="", first_line=1)[0], parsed.body):
            other.append("body")
        if other:
            self.differing += 1
            self.findings.append(_different(draft, parsed.record, other))

    def _named(self, draft: Draft, *, make: bool) -> dict[str, Value]:
        return {key: self.naming.settled(value, draft.span, make=make) for key, value in draft.fields.items()}


def _differs(value: Any, record: AnyRecord, attribute: str) -> bool:
    if value is None:
        return False
    there = getattr(record, attribute)
    return not _same_prose(value, there) if isinstance(value, Prose) else bool(value != there)


def _same_prose(one: Prose, other: Prose) -> bool:
    """Whether two texts read the same, wherever they stand."""
    return one.parts == other.parts


def _repeated(draft: Draft, first: Draft) -> Diagnostic:
    message = f'"{draft.key}" has a row already, on line {first.span.line}: this one is left out'
    advice = "give each row an id of its own, or delete one of the two"
    return Diagnostic("D711", message, draft.span, advice, related=(first.span,))


def _different(draft: Draft, record: AnyRecord, fields: list[str]) -> Diagnostic:
    message = f"{record.path} is kept as it is; the source has another {', '.join(fields)}"
    advice = "change the record by hand if the source is right"
    return Diagnostic("D712", message, draft.span, advice)


def _date(kind: Kind, fields: Mapping[str, Value]) -> str:
    return str(fields.get(_FILED_BY_YEAR.get(kind, ""), ""))


def _year(date: str) -> str:
    """The folder of a record's year, as `dateline new` files it."""
    digits = re.match(r"[\[{]?(\d{4})", date)
    return digits[1] if digits else "undated"


def _shortened(actors: Value) -> Value:
    """Participations as editors write them: `- isil: attacker`, or an id alone."""
    return tuple(map(_short, actors)) if isinstance(actors, tuple) else actors


def _short(part: Value) -> Value:
    if not isinstance(part, Mapping):
        return part
    actor, role = str(part["actor"]), str(part.get("role", ""))
    if actor in ("actor", "role"):
        return part
    return {actor: role} if role else actor
