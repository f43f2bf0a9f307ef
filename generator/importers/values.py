"""Plain values of a draft, read by the same tables as front matter: what is refused here would be refused there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from generator.authoring.front_matter import says_something
from generator.diagnostics.codes import severity_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.importers.importer import Draft, Named, Value
from generator.model.records import Kind
from generator.reading.characters import is_clean, replaced
from generator.reading.fields.reading import Reading
from generator.reading.nodes import Mapping as MappingNode
from generator.reading.nodes import Node, Scalar, Sequence
from generator.reading.records.tables import RECORDS
from generator.reading.text import source_text

_NOWHERE: Final = source_text("", "")
_ANY_ID: Final = "named"


def checked(draft: Draft) -> tuple[Draft | None, tuple[Diagnostic, ...]]:
    """The draft without values that its fields do not take, each with a finding; None when it lacks a required one.

    Of a list, only the faulty entries go.
    """
    findings: list[Diagnostic] = []
    cleaned, was_clean = _cleaned(draft)
    if not was_clean:
        message = "control characters stand in the text; � or a space stands in their place"
        findings.append(Diagnostic("D717", message, draft.span, "look at the record that is made"))
    kept: dict[str, Value] = {}
    for key, value in cleaned.fields.items():
        good, faults = _kept(cleaned.kind, key, value)
        findings.extend(_unreadable(draft, key, fault) for fault in faults)
        if says_something(good):
            kept[key] = good
    missing = _missing(draft.kind, kept)
    if missing:
        message = f"no {draft.kind} can be made without {missing}"
        return None, (*findings, Diagnostic("D706", message, draft.span, f"fill in the {missing}"))
    return replace(cleaned, fields=kept), tuple(findings)


def attributes(kind: Kind, fields: Mapping[str, Value]) -> dict[str, Any]:
    """Attribute of the record → value, as reading the front matter would give it."""
    table = RECORDS[kind].fields
    values = {}
    for key, value in fields.items():
        row = table.by_key[key]
        values[row.target] = row.reader.read(_node(value), key, Reading(_NOWHERE, ""))
    return values


def _missing(kind: Kind, fields: Mapping[str, Value]) -> str:
    return next(
        (row.key for row in RECORDS[kind].fields.fields if row.required and row.key not in fields), ""
    )


def _kept(kind: Kind, key: str, value: Value) -> tuple[Value, list[Diagnostic]]:
    if not isinstance(value, tuple) or key == "coordinates":
        faults = list(_faults(kind, key, value))
        return ("" if faults else value), faults
    good: list[Value] = []
    faults = []
    for entry in filter(says_something, value):
        found = list(_faults(kind, key, (entry,)))
        faults += found
        if not found:
            good.append(entry)
    return tuple(good), faults


def _faults(kind: Kind, key: str, value: Value) -> Iterator[Diagnostic]:
    if not says_something(value):
        return
    reading = Reading(_NOWHERE, "")
    RECORDS[kind].fields.by_key[key].reader.read(_node(value), key, reading)
    yield from (finding for finding in reading.findings if severity_of(finding) == "error")


def _unreadable(draft: Draft, key: str, fault: Diagnostic) -> Diagnostic:
    return Diagnostic("D716", f"{key} is left out: {fault.message}", draft.span, fault.help)


def _node(value: Value) -> Node:
    if isinstance(value, Named):
        return Scalar(_ANY_ID, 0, 0, '"')
    if isinstance(value, tuple):
        return Sequence(tuple(map(_node, value)), 0, 0)
    if isinstance(value, Mapping):
        entries = ((_key(key), _node(part)) for key, part in value.items() if says_something(part))
        return MappingNode(tuple(entries), 0, 0)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", 0, 0)
    return Scalar(value if isinstance(value, str) else _number(value), 0, 0, '"')


def _key(key: str) -> Scalar:
    return Scalar(key, 0, 0)


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{Decimal(repr(value)):f}".rstrip("0").rstrip(".")


def _cleaned(draft: Draft) -> tuple[Draft, bool]:
    """The draft without control characters, and whether there were none."""
    texts = [draft.body, *_texts(tuple(draft.fields.values()))]
    if all(map(is_clean, texts)):
        return draft, True
    fields = {key: _clean(value) for key, value in draft.fields.items()}
    return replace(draft, fields=fields, body=replaced(draft.body)[0]), False


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Named):
        yield value.name
        yield from _texts(value.fields)
    elif isinstance(value, tuple | Mapping):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(part)


def _clean(value: Value) -> Value:
    if isinstance(value, str):
        return replaced(value)[0]
    if isinstance(value, Named):
        fields = {key: _clean(part) for key, part in value.fields.items()}
        return replace(value, name=replaced(value.name)[0], fields=fields)
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    if isinstance(value, Mapping):
        return {key: _clean(part) for key, part in value.items()}
    return value
