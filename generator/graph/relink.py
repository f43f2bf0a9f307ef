"""Linking again after an edit, without linking all: what a change of a few records leaves as it was is kept.

`relink` gives exactly the graph that `link` would, or None where it cannot tell without looking at everything: a
record came or went, is called otherwise, is withdrawn or drafted, files its events under other topics, is part of
something else, or names what is not there (then there are findings, and `link` knows them).

What costs time in `link` is everybody's mentions and names. Neither is looked at again but for what changed; the
rest of the graph is made anew, unless nothing changed but prose and what is only shown of a record (`faces`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields, replace

from generator.graph.catalogue import Catalogue, Shelf
from generator.graph.faces import has_other_face, with_other_face
from generator.graph.graph import Graph
from generator.graph.link import Linked, graph_of
from generator.graph.mentions import Mentions, mentions_in, target_of
from generator.graph.namebook import names_of
from generator.graph.neighbourhood import Change
from generator.graph.references import references
from generator.graph.register import Register
from generator.graph.shelving import ORDER
from generator.graph.values import Target
from generator.graph.withdrawal import is_withdrawn
from generator.model.parsed import Parsed
from generator.model.records import KINDS, AnyRecord, Article, Event, Kind, Location, kind_of

TUPLES: dict[Kind, str] = {
    "event": "events",
    "article": "articles",
    "actor": "actors",
    "location": "locations",
    "topic": "topics",
    "page": "pages",
}
"""The field of the catalogue that holds what stands of each kind."""


def relink(linked: Linked, changes: Sequence[Change]) -> Graph | None:
    """The graph after the changes, each of a record that stays where it is; None where only `link` can tell."""
    graph = linked.graph
    for before, now in ((change.before, change.now) for change in changes):
        if before is None or now is None:
            return None
        after = _relinked(graph, linked.register, before, now)
        if after is None:
            return None
        graph = after
    return graph


def _relinked(
    graph: Graph, register: Register, before: Parsed[AnyRecord], now: Parsed[AnyRecord]
) -> Graph | None:
    own, unclear = mentions_in(now, register)
    if unclear or not _same_place(before.record, now.record):
        return None
    was = graph.parsed(kind_of(now.record), now.record.id).record
    if was == now.record:
        after = replace(graph, shelves={**graph.shelves, kind_of(was): _put(graph, now)})
    elif not is_withdrawn(was) and has_other_face(was, now.record):
        after = with_other_face(graph, _catalogue(graph, now), was, now.record)
    elif _all_known(graph, register, now.record):
        after = graph_of(_catalogue(graph, now), graph.mentions, graph.ledger.redirects)
    else:
        return None
    return replace(after, mentions=_mentioned(after, now.record, mentions_in(before, register)[0], own))


def _same_place(before: AnyRecord, now: AnyRecord) -> bool:
    """Whether it is the same record of the same edition under the same names, and part of the same."""
    return (
        target_of(before) == target_of(now)
        and before.path == now.path
        and before.draft == now.draft
        and before.former_ids == now.former_ids
        and is_withdrawn(before) == is_withdrawn(now)
        and list(names_of(before)) == list(names_of(now))
        and _bonds(before) == _bonds(now)
        and not before.translations
        and not now.translations
    )


def _bonds(record: AnyRecord) -> tuple[object, ...]:
    """What circles and topics are made of."""
    if isinstance(record, Event):
        return record.part_of, record.topics, record.responds_to, record.follows, record.denies
    if isinstance(record, Article):
        return (record.based_on,)
    if isinstance(record, Location):
        return record.part_of, record.kind
    return tuple(reference for reference in references(record) if reference.bond)


def _all_known(graph: Graph, register: Register, record: AnyRecord) -> bool:
    """Whether whatever its fields name is there."""
    if any(named.id and named.id not in graph.shelves[named.kind] for named in references(record)):
        return False
    if not isinstance(record, Event):
        return True
    roles = {role.slug for role in graph.site.roles}
    measures = {measure.slug for measure in graph.site.measures}
    return (
        all(part.role in roles for part in record.actors)
        and all(claim.measure in measures for claim in record.claims)
        and not any(claim.group in register.withheld["actor"] for claim in record.claims)
    )


def _put(graph: Catalogue, now: Parsed[AnyRecord]) -> Shelf:
    """The shelf with the record's new text in its old place."""
    kind = kind_of(now.record)
    shelf = dict(graph.shelves[kind])
    # The record that stands is kept where the new one is equal: everything else in the graph holds that one.
    was = shelf[now.record.id]
    shelf[now.record.id] = replace(now, record=was.record) if was.record == now.record else now
    return shelf


def _catalogue(graph: Catalogue, now: Parsed[AnyRecord]) -> Catalogue:
    """The catalogue with the record in its new place, which may be another."""
    kind, key = kind_of(now.record), ORDER[kind_of(now.record)]
    shelf = dict(_put(graph, now))
    if key(now.record) != key(graph.shelves[kind][now.record.id].record):
        shelf = dict(sorted(shelf.items(), key=lambda entry: key(entry[1].record)))
    standing = tuple(parsed.record for parsed in shelf.values() if not is_withdrawn(parsed.record))
    values = {field.name: getattr(graph, field.name) for field in fields(Catalogue)}
    return Catalogue(**{**values, "shelves": {**graph.shelves, kind: shelf}, TUPLES[kind]: standing})


def _mentioned(graph: Graph, record: AnyRecord, before: Mentions, own: Mentions) -> Mentions:
    """All mentions, with the record's own in the place of those before. `graph` has the record in its new place."""
    target, was = target_of(record), graph.mentions
    resolved = {**was.resolved, **own.resolved}
    if target not in own.resolved:
        resolved.pop(target, None)
    linked = dict(was.linked)
    for other in {*before.linked, *own.linked}:
        rest = [link for link in linked.get(other, ()) if (link.kind, link.id) != target]
        at = bisect_left(
            rest, _rank(graph, target), key=lambda link: _rank(graph, Target(link.kind, link.id))
        )
        linked[other] = (*rest[:at], *own.linked.get(other, ()), *rest[at:])
        if not linked[other]:
            del linked[other]
    return Mentions(resolved, linked)


def _rank(graph: Catalogue, target: Target) -> tuple[int, object]:
    """The place of a record among all, in which their prose is read."""
    record = graph.parsed(target.kind, target.id).record
    return KINDS.index(target.kind), ORDER[target.kind](record)
