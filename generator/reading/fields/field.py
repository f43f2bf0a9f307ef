"""Fields and the tables they stand in.

One table serves reading, the JSON Schema and the editors' reference, so the three cannot differ.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from generator.model.names import nearest
from generator.reading.excerpts import in_quotes
from generator.reading.fields.reading import Reading
from generator.reading.nodes import Lost, Mapping, Node, Scalar

T_co = TypeVar("T_co", covariant=True)

JsonSchema = dict[str, Any]


class Reader(Protocol[T_co]):
    """Turns a node into a value."""

    def read(self, node: Node, path: str, reading: Reading) -> T_co | None:
        """The value of the field at `path`; None, with a finding, when there is none."""

    def words(self) -> str:
        """What an editor may write, for the reference (inline Markdown)."""

    def schema(self) -> JsonSchema:
        """The same as JSON Schema (draft 2020-12)."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping. `attribute` is what the record calls it, where that is another word."""

    key: str
    reader: Reader[object]
    about: str
    attribute: str = ""
    required: bool = False

    @property
    def target(self) -> str:
        """The attribute of the record."""
        return self.attribute or self.key


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of a mapping in the order of the reference. `subject` is what the mapping is: `event`, `claim`."""

    subject: str
    fields: tuple[Field, ...]
    by_key: MappingType[str, Field]
    required: tuple[Field, ...]


def table(subject: str, *fields: Field) -> Table:
    """A table of these fields."""
    required = tuple(field for field in fields if field.required)
    return Table(subject, fields, {field.key: field for field in fields}, required)


# What other tools and everyday English call our fields.
_OTHER_WORDS = {
    "author": ("byline",),
    "description": ("summary",),
    "headline": ("title",),
    "name": ("title",),
    "place": ("locations",),
    "places": ("locations",),
    "source": ("sources",),
    "tags": ("topics",),
    "categories": ("topics",),
    "title": ("name",),
    "type": ("kind",),
    "kind": ("type",),
    "link": ("url",),
    "aliases": ("former_ids",),
    "license": ("licence",),
    "image": ("media",),
    "parent": ("part_of",),
}


_MOST_SHOWN = 10
"""Keys that a finding lists."""


def read_fields(node: Mapping, rows: Table, path: str, reading: Reading) -> dict[str, Any] | None:
    """Attribute → value of all that could be read; None when a required one could not."""
    values: dict[str, Any] = {}
    given: set[str] = set()
    for key, value in node.entries:
        row = rows.by_key.get(key.text)
        if row is None:
            given.add(_unknown_key(key, rows, node, reading))
            continue
        given.add(row.key)
        at = _mark(row, key, value, path, reading)
        if isinstance(value, Lost):
            continue
        read = row.reader.read(value, at, reading)
        if read is not None:
            values[row.target] = read
    for row in rows.required:
        if row.key not in given:
            _missing(row, rows, node, reading)
    return values if all(row.target in values for row in rows.required) else None


def _mark(row: Field, key: Scalar, value: Node, path: str, reading: Reading) -> str:
    """Note the places of a field under its key, and under its attribute where that is another word."""
    prefix = f"{path}." if path else ""
    at = prefix + row.key
    reading.mark(at, value)
    reading.mark(f"key:{at}", key)
    if row.attribute:
        reading.mark(prefix + row.attribute, value)
    return at


def _unknown_key(key: Scalar, rows: Table, node: Mapping, reading: Reading) -> str:
    """A finding on the key; gives the key that was probably meant, which then is not missed as well."""
    written = {other.text for other, _ in node.entries}
    free = [row.key for row in rows.fields if row.key not in written]
    meant = [word for word in _OTHER_WORDS.get(key.text.lower(), ()) if word in free]
    near = meant or nearest(key.text, free, 1)
    taken = nearest(key.text, written & rows.by_key.keys(), 1)
    if near:
        advice = f'did you mean "{near[0]}"?'
    elif taken:
        advice = f'did you mean "{taken[0]}", which is there already?'
    else:
        advice = f"it may have {', '.join(free[:_MOST_SHOWN])}{', …' if len(free) > _MOST_SHOWN else ''}"
    article = "an" if rows.subject[0] in "aeiou" else "a"
    reading.fault("D101", f"{article} {rows.subject} has no field {in_quotes(key.text)}", key, advice)
    return near[0] if near else ""


def _missing(row: Field, rows: Table, node: Mapping, reading: Reading) -> None:
    first = Lost(node.start, node.start + 1) if not node.entries else node.entries[0][0]
    message = f'the {rows.subject} has no "{row.key}"'
    reading.fault("D102", message, first, f"add {row.key}: {row.reader.words()}")
