"""Which answers of the graph a change of records may change: the marks of `traced` that it touches.

For each record that came, went or changed, as it was and as it is:

- the record itself: `=`, and `#` when its body changed;
- `~` of the record, and of every record it names or that names it, in fields and in prose, as it was and as it is;
- `~` of what stands beside an event: the events of its day and before and after it, the whole story it is part of, and
  the places its places are part of;
- `~` of the places a place is part of, and of all its parts;
- `~` of the events that rest on an article, or on one that was rewritten from it, however often;
- `~` of the records whose prose called a record by an id or a name that it has no longer, and of what they mean by it now;
- `*`.

A change of nothing but a body's text touches `#` of the record, of all of its kind and of all records, and nothing else.
All of it errs on the side of too much. What `~` a page may rely on is stated where each question is answered: no
question about a record may depend on more than is listed here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.graph.graph import Graph
from generator.graph.mentions import prose_of
from generator.graph.order import beginning, timeline_key
from generator.graph.references import references
from generator.graph.traced import BODY, EVERY_BODY, RECORD, RELATED, WHOLE
from generator.graph.values import Target
from generator.graph.withdrawal import is_withdrawn
from generator.model.names import fold
from generator.model.parsed import Parsed
from generator.model.prose import Mention, Parts
from generator.model.records import KINDS, Actor, AnyRecord, Article, Event, Kind, Location, kind_of

BESIDE = 2
"""Places in the timeline on either side: one more than any question looks."""


@dataclass(frozen=True, slots=True)
class Change:
    """A record as it was and as it is, with its body; None where it was not or is no longer."""

    before: Parsed[AnyRecord] | None
    now: Parsed[AnyRecord] | None


class Everything(Exception):  # noqa: N818 - no error: the caller then takes all answers for changed
    """What changed may have changed more than can be told: a mention by a name that may mean something else by now,
    an actor that came or went and whose id is the group of a claim.
    """


def marks_of(graph: Graph, changes: Sequence[Change]) -> frozenset[str]:
    """Every mark that the changes touch; `graph` is as it is now. Raises Everything."""
    bodies: list[Change] = []
    told: list[Change] = []
    for change in changes:
        (bodies if _of_body_only(change) else told).append(change)
    marks = {f"{BODY}{kind}/{record_id}" for change in bodies for kind, record_id in _targets(change)}
    for change in changes:
        marks.add(EVERY_BODY)
        marks.update(f"{EVERY_BODY}{kind}" for kind, _id in _targets(change))
    if told:
        changed = {target for change in told for target in _targets(change)}
        marks.add(WHOLE)
        marks.update(f"{mark}{kind}/{record_id}" for kind, record_id in changed for mark in (RECORD, BODY))
        marks.update(f"{RELATED}{kind}/{record_id}" for kind, record_id in _all_near(graph, told, changed))
    return frozenset(marks)


def _of_body_only(change: Change) -> bool:
    """Whether nothing but the text of a body changed: the record and every mention in it are what they were."""
    before, now = change.before, change.now
    if before is None or now is None or before.record != now.record:
        return False
    return [_said(mention) for mention in before.body.mentions] == [
        _said(mention) for mention in now.body.mentions
    ]


def _said(mention: Mention) -> tuple[str, str, Parts]:
    return mention.target, mention.words, mention.context


def _all_near(graph: Graph, changes: Sequence[Change], changed: set[Target]) -> set[Target]:
    near = set(changed)
    for change in changes:
        for parsed in (change.before, change.now):
            if parsed is not None:
                near.update(_near(graph, parsed, was=parsed is change.before))
    near.update(_naming(graph, changed))
    near.update(_calling(graph, changes))
    _refuse_groups(graph, changes)
    _refuse_withdrawals(changes)
    return near


def _targets(change: Change) -> Iterator[Target]:
    for parsed in (change.before, change.now):
        if parsed is not None:
            yield Target(kind_of(parsed.record), parsed.record.id)


def _near(graph: Graph, parsed: Parsed[AnyRecord], *, was: bool) -> Iterator[Target]:
    """What a record names, and what stands beside it."""
    record = parsed.record
    yield from _named(record)
    yield from _mentioned(graph, parsed) if was else _meant(graph, parsed)
    if isinstance(record, Event):
        yield from _beside(graph, record)
    if isinstance(record, Location):
        yield from _around(graph, [record.id, record.part_of])


def _named(record: AnyRecord) -> Iterator[Target]:
    for reference in references(record):
        yield Target(reference.kind, reference.id)
    if isinstance(record, Event):
        yield from (Target("topic", topic) for topic in record.topics)
        yield from (Target("actor", claim.group) for claim in record.claims)
    for former in record.former_ids:
        yield Target(kind_of(record), former)


def _meant(graph: Graph, parsed: Parsed[AnyRecord]) -> Iterator[Target]:
    """Where the mentions of a record lead now."""
    record = parsed.record
    for part, _prose, _path in prose_of(parsed):
        yield from (target for target in graph.mentions.targets(record, part) if target)
    if isinstance(record, Article):
        yield from _by_ids(graph, record.mentions)


def _mentioned(graph: Graph, parsed: Parsed[AnyRecord]) -> Iterator[Target]:
    """Where the mentions of a record as it was may have led, if they are ids."""
    for _part, prose, _path in prose_of(parsed):
        yield from _by_ids(graph, [mention.target for mention in prose.mentions])
    if isinstance(parsed.record, Article):
        yield from _by_ids(graph, parsed.record.mentions)


def _by_ids(graph: Graph, words: Iterable[str]) -> Iterator[Target]:
    for written in words:
        named, _, record_id = written.rpartition(":")
        kinds: list[Kind] = [
            kind for kind in KINDS if named in ("", kind) and record_id in graph.shelves[kind]
        ]
        if not kinds:
            raise Everything(written)
        yield from (Target(kind, record_id) for kind in kinds)


def _beside(graph: Graph, event: Event) -> Iterator[Target]:
    """The events of its day and around it, its whole story, and the places that its places are part of."""
    at = bisect_left(graph.events, timeline_key(event), key=timeline_key)
    others = [other.id for other in graph.events[max(0, at - BESIDE) : at + BESIDE + 1]]
    day = beginning(event.date)
    if day is not None:
        others.extend(other.id for other in graph.events_on(day))
    wholes = [*_wholes(graph, "event", event.id), *_wholes(graph, "event", event.part_of)]
    others.extend(_parts(graph, "event", wholes))
    yield from (Target("event", other) for other in others)
    for location_id in event.locations:
        yield from (Target("location", place) for place in _wholes(graph, "location", location_id))


def _around(graph: Graph, location_ids: Iterable[str]) -> Iterator[Target]:
    """The places that places are part of, and all their parts."""
    for location_id in location_ids:
        places = (*_wholes(graph, "location", location_id), *_parts(graph, "location", [location_id]))
        yield from (Target("location", place) for place in places)


def _wholes(graph: Graph, kind: Kind, record_id: str) -> list[str]:
    """The record and what it is part of, upwards; records that were withdrawn count, for they hold the tree together."""
    found: list[str] = []
    while record_id and record_id not in found:
        found.append(record_id)
        parsed = graph.shelves[kind].get(record_id)
        record_id = parsed.record.part_of if parsed and isinstance(parsed.record, Event | Location) else ""
    return found


def _parts(graph: Graph, kind: Kind, record_ids: Iterable[str]) -> set[str]:
    """Records and all their parts, downwards."""
    below: dict[str, list[str]] = {}
    for record_id, parsed in graph.shelves[kind].items():
        if isinstance(parsed.record, Event | Location) and parsed.record.part_of:
            below.setdefault(parsed.record.part_of, []).append(record_id)
    return _reached(record_ids, below)


def _reached(begin: Iterable[str], ways: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything that the ways lead to, the beginnings included."""
    found = set(begin)
    waiting = list(found)
    while waiting:
        further = set(ways.get(waiting.pop(), ())) - found
        found |= further
        waiting.extend(further)
    return found


def _naming(graph: Graph, changed: set[Target]) -> Iterator[Target]:
    """Records that name one of those that changed, or mention it; those that rest on what was rewritten from one."""
    articles = {Target("article", article) for article in _derived(graph, changed)}
    wanted = changed | articles
    for kind, shelf in graph.shelves.items():
        for parsed in shelf.values():
            named = set(_named(parsed.record))
            if not named.isdisjoint(wanted):
                yield Target(kind, parsed.record.id)
            if kind == "event" and not named.isdisjoint(articles):
                yield from named  # when the event was reported tells of all that is in it
                for place in [target.id for target in named if target.kind == "location"]:
                    yield from (Target("location", whole) for whole in _wholes(graph, "location", place))
    for kind, record_id in changed:
        known = graph.find(kind, record_id)
        if known is not None:
            yield from (Target(link.kind, link.id) for link in graph.mentions.backlinks(known))


def _derived(graph: Graph, changed: Iterable[Target]) -> set[str]:
    """Articles that changed, and those rewritten from them, however often."""
    derived: dict[str, list[str]] = {}
    for article_id, parsed in graph.shelves["article"].items():
        for origin in parsed.record.based_on if isinstance(parsed.record, Article) else ():
            derived.setdefault(origin, []).append(article_id)
    return _reached((target.id for target in changed if target.kind == "article"), derived)


def _calling(graph: Graph, changes: Iterable[Change]) -> Iterator[Target]:
    """Records that mention something by an id or a name that has left its record, and what they mean by it now."""
    lost = {name for change in changes for name in _names(change.before) - _names(change.now)}
    if not lost:
        return
    for kind, shelf in graph.shelves.items():
        for parsed in shelf.values():
            if any(_called(words) in lost for words in _words(parsed)):
                yield Target(kind, parsed.record.id)
                yield from _meant(graph, parsed)


def _names(parsed: Parsed[AnyRecord] | None) -> set[str]:
    if parsed is None:
        return set()
    record = parsed.record
    names = {fold(record.id)}
    if isinstance(record, Actor | Location):
        names |= {fold(name) for name in (record.name, *record.aliases)}
        names |= {fold(name.text) for name in record.names} | {
            fold(former.name) for former in record.former_names
        }
    return names


def _words(parsed: Parsed[AnyRecord]) -> Iterator[str]:
    for _part, prose, _path in prose_of(parsed):
        yield from (mention.target for mention in prose.mentions)
    if isinstance(parsed.record, Article):
        yield from parsed.record.mentions


def _called(words: str) -> str:
    """What a mention calls its record, without the kind before it."""
    kind, colon, rest = words.partition(":")
    return fold(rest if colon and kind in KINDS else words)


def _refuse_withdrawals(changes: Iterable[Change]) -> None:
    """What is withdrawn, or stands again, leaves or joins lists of records that neither name it nor are named by it."""
    for change in changes:
        before, now = change.before, change.now
        if before and now and is_withdrawn(before.record) != is_withdrawn(now.record):
            raise Everything


def _refuse_groups(graph: Graph, changes: Iterable[Change]) -> None:
    """The group of a claim is plain words until an actor has them for its id; sums everywhere then tell of another."""
    moved = {
        parsed.record.id
        for change in changes
        for parsed in (change.before, change.now)
        if parsed and isinstance(parsed.record, Actor) and (change.before is None or change.now is None)
    }
    if moved and any(claim.group in moved for event in graph.events for claim in event.claims):
        raise Everything
