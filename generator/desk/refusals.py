"""Why a command of the desk changes nothing: each reason a finding, at the file that stands in the way."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics.diagnostic import Diagnostic, Span
from generator.graph.catalogue import span_of
from generator.graph.namings import Naming, Record, known, used_topics
from generator.graph.shelving import Content
from generator.graph.values import Target
from generator.model.names import nearest
from generator.model.records import Event
from generator.reading.file_names import is_id, suggested_id
from generator.reading.holdings import Holdings
from generator.reading.record_names import folder_of


def is_known(target: Target, content: Content) -> bool:
    """Whether there is such a record; a topic is there when an event uses it."""
    return target in dict(known(content)) or _is_used(target, content)


def unknown(target: Target, content: Content) -> Diagnostic:
    """There is no record of that kind and id."""
    kind, record_id = target
    former = [
        other.id
        for other, parsed in known(content)
        if other.kind == kind and record_id in parsed.record.former_ids
    ]
    ids = [other.id for other, _ in known(content) if other.kind == kind]
    near = former or nearest(record_id, [*ids, *(used_topics(content) if kind == "topic" else ())], 1)
    said = f'it is called "{near[0]}" now' if former else f'did you mean "{near[0]}"?' if near else ""
    return Diagnostic("D801", f'no {kind} is called "{record_id}"', Span(f"content/{folder_of(kind)}"), said)


def to_itself(target: Target) -> Diagnostic:
    """A record cannot be merged into itself, nor be renamed to what it is called."""
    message = f'"{target.id}" is the {target.kind} itself'
    return Diagnostic("D802", message, Span(f"content/{folder_of(target.kind)}"), "name another id")


def names_itself(naming: Naming, kept: Target) -> Diagnostic:
    """What stays would name itself in a field."""
    field = naming.field.partition(".")[0]
    message = f'"{kept.id}" names "{naming.words}" in `{field}`, and would then name itself'
    return Diagnostic("D805", message, naming.span, "take that out first", f"{kept.kind}/{kept.id}")


def obstacles(holdings: Holdings, content: Content, target: Target, new_id: str) -> Iterator[Diagnostic]:
    """What keeps a record from being called `new_id`."""
    kind = target.kind
    if target.id == new_id:
        yield to_itself(target)
        return
    if not is_id(new_id):
        better = suggested_id(new_id)
        said = f'did you mean "{better}"?' if better else "use small Latin letters, digits and single hyphens"
        message = f'"{new_id}" is not the form of an id'
        yield Diagnostic("D803", message, Span(f"content/{folder_of(kind)}"), said)
        return
    new = Target(kind, new_id)
    for path, one in holdings.files.items():
        if one.file.record_kind == kind and one.file.id == new_id:
            yield _taken(new, Span(path), "is the id of another record", merging=target)
            return
    for other, parsed in known(content):
        if other.kind == kind and other != target and new_id in parsed.record.former_ids:
            at = parsed.record.former_ids.index(new_id)
            yield _taken(new, _at(parsed, f"former_ids.{at}"), f'leads to "{other.id}", which was called so')
    for parsed in content.records:
        yield from _words_in_use(parsed, new, target)


def _words_in_use(parsed: Record, new: Target, target: Target) -> Iterator[Diagnostic]:
    """An event that has the id as its topic already, or as plain words in a claim."""
    event = parsed.record
    if not isinstance(event, Event):
        return
    if new.kind == "topic" and new.id in event.topics:
        place = _at(parsed, f"topics.{event.topics.index(new.id)}")
        yield _taken(new, place, "is the topic of an event already", merging=target)
    for at, claim in enumerate(event.claims):
        if new.kind == "actor" and claim.group == new.id:
            yield _taken(
                new, _at(parsed, f"claims.{at}.group"), "is what a claim calls a group in plain words"
            )


def _taken(new: Target, span: Span, why: str, merging: Target | None = None) -> Diagnostic:
    said = (
        f"to make one of the two: dateline merge {new.kind} {merging.id} {new.id}"
        if merging
        else "choose another id"
    )
    return Diagnostic("D802", f'"{new.id}" {why}', span, said)


def _at(parsed: Record, field: str) -> Span:
    return span_of(parsed.record.path, parsed.places, field)


def _is_used(target: Target, content: Content) -> bool:
    return target.kind == "topic" and target.id in used_topics(content)
