"""References, vocabularies and former ids: whatever a field names has to be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics.diagnostic import Diagnostic
from generator.graph.catalogue import SITE_PATH, Catalogue, span_of
from generator.graph.references import Reference, references
from generator.graph.register import Fault, Register, near_word
from generator.graph.values import Redirect
from generator.model.parsed import Parsed
from generator.model.records import AnyRecord, Kind, kind_of

Record = Parsed[AnyRecord]


def finding(parsed: Record, field: str, fault: Fault, related: Sequence[Record] = ()) -> Diagnostic:
    """A fault at a field of a record; `related` records are pointed to at their first line."""
    record = parsed.record
    return Diagnostic(
        fault.code,
        fault.message,
        span_of(record.path, parsed.places, field),
        fault.help,
        f"{kind_of(record)}/{record.id}",
        tuple(span_of(other.record.path, other.places, field) for other in related),
    )


def reference_findings(catalogue: Catalogue, register: Register) -> Iterator[Diagnostic]:
    """References that lead to no record of their kind, or to the record itself."""
    live = {kind: {*shelf, *register.unread_ids(kind)} for kind, shelf in catalogue.shelves.items()}
    for parsed in _all(catalogue):
        for reference in references(parsed.record):
            if reference.bond and reference.id == parsed.record.id:
                yield finding(parsed, reference.path, _to_itself(reference))
            elif reference.id and reference.id not in live[reference.kind]:
                yield finding(parsed, reference.path, register.reference_fault(reference.id, reference.kind))


def group_findings(catalogue: Catalogue, register: Register) -> Iterator[Diagnostic]:
    """Groups of claims that are the id of a withheld actor: as plain words they would publish it."""
    drafts = register.withheld["actor"]
    for event in catalogue.events if drafts else ():
        for at, claim in enumerate(event.claims):
            if claim.group in drafts:
                parsed = catalogue.parsed("event", event.id)
                yield finding(parsed, f"claims.{at}.group", register.reference_fault(claim.group, "actor"))


def vocabulary_findings(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Roles and measures that the site's vocabularies do not have."""
    roles = dict.fromkeys(role.slug for role in catalogue.site.roles)
    measures = dict.fromkeys(measure.slug for measure in catalogue.site.measures)
    for event in catalogue.events:
        parsed = catalogue.parsed("event", event.id)
        for at, part in enumerate(event.actors):
            if part.role not in roles:
                fault = Fault("D214", f'no role is called "{part.role}"', near_word(part.role, roles))
                yield finding(parsed, f"actors.{at}.role", fault)
        for at, claim in enumerate(event.claims):
            if claim.measure not in measures:
                fault = Fault(
                    "D215", f'no measure is called "{claim.measure}"', near_word(claim.measure, measures)
                )
                yield finding(parsed, f"claims.{at}.measure", fault)


def navigation_findings(catalogue: Catalogue, register: Register) -> Iterator[Diagnostic]:
    """Entries of the site's navigation that are no address (those have a slash) and no page's id."""
    for at, entry in enumerate(catalogue.site.navigation):
        if "/" not in entry and entry not in {*catalogue.shelves["page"], *register.unread_ids("page")}:
            fault = register.reference_fault(entry, "page")
            span = span_of(SITE_PATH, catalogue.site_places, f"navigation.{at}")
            yield Diagnostic(fault.code, fault.message, span, fault.help, "site")


def redirects_of(catalogue: Catalogue) -> tuple[tuple[Redirect, ...], tuple[Diagnostic, ...]]:
    """Former ids that lead to their record, and a finding for each that a record has or another one had."""
    redirects: dict[tuple[Kind, str], Redirect] = {}
    findings = []
    for parsed in _all(catalogue):
        kind, record_id = kind_of(parsed.record), parsed.record.id
        for at, former in enumerate(parsed.record.former_ids):
            taken = redirects.get((kind, former))
            holder = catalogue.shelves[kind].get(former) or (taken and catalogue.shelves[kind][taken.id])
            if holder:
                findings.append(
                    finding(parsed, f"former_ids.{at}", _taken(former, kind, holder, live=not taken))
                )
            else:
                redirects[kind, former] = Redirect(kind, former, record_id)
    return tuple(redirects[key] for key in sorted(redirects)), tuple(findings)


def _to_itself(reference: Reference) -> Fault:
    field = reference.path.partition(".")[0]
    return Fault(
        "D213", f'"{reference.id}" names itself in `{field}`', "name another record, or leave it out"
    )


def _taken(former: str, kind: Kind, holder: Record, *, live: bool) -> Fault:
    who = holder.record
    message = (
        f'the {kind} "{who.id}" ({who.path}) is called "{former}" now'
        if live
        else (f'"{former}" was the id of the {kind} "{who.id}" ({who.path}) too')
    )
    return Fault("D216", message, "an address leads to one record: leave it out of one of them")


def _all(catalogue: Catalogue) -> Iterator[Record]:
    for shelf in catalogue.shelves.values():
        yield from shelf.values()
