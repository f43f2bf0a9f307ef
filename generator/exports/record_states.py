"""`records.json`: what each record of the edition states, field by field, so that a later one can be held against it.

Fields have the names and the order of their tables, empty ones are left out; prose is told by a digest of its words, for
what matters is whether it changed. Of a withdrawn record its title, that it was withdrawn, and its lines of the ledger.
What is withheld (drafts, `notes`, `accept`) is in no field named here. One line for each record, sorted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any

from generator.exports.file import FileOutput
from generator.graph.graph import Graph
from generator.graph.withdrawal import is_withdrawn
from generator.markdown.plain import plain_text
from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.parsed import Parsed
from generator.model.prose import Prose
from generator.model.record_parts import FormerName, Name, Translation
from generator.model.records import AnyRecord, Kind, Office, kind_of, label_of

ADDRESS = "records.json"

FORMAT = 1

DIGITS = 16
"""Hexadecimal digits of a digest of prose: 64 bits, against chance and not against anybody's will."""

STATED: Mapping[Kind, tuple[str, ...]] = {
    "event": (
        "title",
        "date",
        "date_basis",
        "order",
        "status",
        "significance",
        "locations",
        "location_precision",
        "actors",
        "topics",
        "sources",
        "claims",
        "statements",
        "part_of",
        "responds_to",
        "follows",
        "denies",
        "media",
    ),
    "article": (
        "title",
        "publisher",
        "published",
        "byline",
        "agency",
        "based_on",
        "type",
        "language",
        "url",
        "archived",
        "retrieved",
        "mentions",
    ),
    "actor": (
        "name",
        "kind",
        "names",
        "aliases",
        "former_names",
        "part_of",
        "roles",
        "born",
        "died",
        "founded",
        "dissolved",
        "wikidata",
        "image",
    ),
    "location": (
        "name",
        "kind",
        "part_of",
        "coordinates",
        "precision",
        "names",
        "aliases",
        "former_names",
        "geonames",
        "wikidata",
    ),
    "topic": ("title",),
    "page": ("title",),
}
"""The fields of each kind that its state holds; a field that is not named is not published here."""

FOR_ALL = ("summary", "body", "translations", "former_ids", "corrections")
"""What the state of every record holds after those."""

AS_WRITTEN: Mapping[type, Mapping[str, str]] = {
    Office: {"body": "in", "title": "as", "since": "from", "until": "to"},
    FormerName: {"since": "from"},
}
"""Where front matter calls the part of a value otherwise than the record does."""

State = dict[str, Any]


def outputs(_graph: Graph) -> Iterator[FileOutput]:
    """The one file."""
    yield FileOutput(address=ADDRESS, write=write, whole=True)


def write(graph: Graph, _subject: str) -> bytes:
    """The states of all records."""
    lines = ",\n".join(f"{_text(name)}:{_text(state)}" for name, state in states(graph).items())
    return f'{{"format":{FORMAT},"records":{{\n{lines}\n}}}}\n'.encode()


def states(graph: Graph) -> dict[str, State]:
    """The state of each record that is published, by its name (`event/tabqa-falls`), sorted."""
    written = (parsed for shelf in graph.shelves.values() for parsed in shelf.values() if parsed.record.path)
    named = {
        f"{kind_of(parsed.record)}/{parsed.record.id}": parsed
        for parsed in written
        if not parsed.record.draft
    }
    return {name: state_of(named[name]) for name in sorted(named)}


def state_of(parsed: Parsed[AnyRecord]) -> State:
    """What one record states."""
    record = parsed.record
    if is_withdrawn(record):
        state: State = {"title": label_of(record), "withdrawn": True}
        kept: tuple[str, ...] = ("former_ids", "corrections")
    else:
        state, kept = {}, (*STATED[kind_of(record)], *FOR_ALL)
    for name in kept:
        value = _value(parsed.body if name == "body" else getattr(record, name))
        if _is_said(value):
            state[name] = value
    return state


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _value(value: Any) -> Any:
    """A value of a record as JSON has it."""
    write_value = _WRITERS.get(type(value))
    if write_value is not None:
        return write_value(value)
    return {
        name: written
        for name, attribute in parts_of(type(value))
        if _is_said(written := _value(getattr(value, attribute)))
    }


def _is_said(value: object) -> bool:
    return value is not None and value is not False and value not in _EMPTY


def parts_of(of: type) -> tuple[tuple[str, str], ...]:
    """The parts of a compound value: as front matter calls them, and as the record does."""
    if of not in _PARTS:
        renamed = AS_WRITTEN.get(of, {})
        _PARTS[of] = tuple((renamed.get(field.name, field.name), field.name) for field in fields(of))
    return _PARTS[of]


def _list(values: tuple[Any, ...]) -> list[Any]:
    return [_value(value) for value in values]


def _prose(prose: Prose) -> str:
    """A digest of the words and of whom they mention, whatever HTML they are set in; empty where there are none."""
    if not prose:
        return ""
    said = [
        part if isinstance(part, str) else [prose.mentions[part].target, prose.mentions[part].words]
        for part in plain_text(prose.parts)
    ]
    return hashlib.sha256(_text(said).encode()).hexdigest()[:DIGITS]


def _translation(translation: Translation) -> State:
    said = [translation.title, _prose(translation.summary), _prose(translation.body)]
    return {translation.language: hashlib.sha256(_text(said).encode()).hexdigest()[:DIGITS]}


_PARTS: dict[type, tuple[tuple[str, str], ...]] = {}
"""Of the types seen so far; a site has thousands of values of each."""

_EMPTY: tuple[object, ...] = ("", [], {})

_WRITERS: Mapping[type, Callable[[Any], Any]] = {
    str: str,
    int: int,
    float: float,
    bool: bool,
    type(None): lambda _: None,
    tuple: _list,
    Moment: attrgetter("text"),
    Figure: str,
    Prose: _prose,
    Name: lambda name: {name.language: name.text},
    Translation: _translation,
}
