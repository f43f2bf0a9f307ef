"""A field of a published record: its name, its shape as JSON Schema, what it means, and how it is made.

The shapes are of JSON Schema, draft 2020-12 (https://json-schema.org/draft/2020-12). Every field is in every record:
what is not known is null, an empty text or an empty list, so that a reader never has to ask whether a key is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.graph.graph import Graph
from generator.model.records import AnyRecord

R = TypeVar("R", bound=AnyRecord)

Shape = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Field(Generic[R]):
    """One field. `value` gives what `json` can write and is of the `shape`."""

    name: str
    shape: Shape
    meaning: str
    value: Callable[[Graph, R], object]


TEXT: Shape = {"type": "string"}
FLAG: Shape = {"type": "boolean"}
COUNT: Shape = {"type": "integer", "minimum": 0}
NUMBER_OR_NULL: Shape = {"type": ["number", "null"]}
INTEGER_OR_NULL: Shape = {"type": ["integer", "null"]}

DAY_OR_NULL: Shape = {"type": ["string", "null"], "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$"}
"""ISO 8601; years are astronomical (-0043 is 44 BC) and may have more than four digits."""


def of(name: str) -> Shape:
    """A shape that the schema defines under that name."""
    return {"$ref": f"#/$defs/{name}"}


def or_null(shape: Shape) -> Shape:
    """The shape, or nothing."""
    return {"anyOf": [shape, {"type": "null"}]}


def listed(shape: Shape) -> Shape:
    """A list of it."""
    return {"type": "array", "items": shape}


def one_of(*words: str | None) -> Shape:
    """One of these words."""
    return {"enum": list(words)}


def described(shape: Shape, meaning: str) -> Shape:
    """The shape with what it means."""
    return {**shape, "description": meaning}


def shape_of(meaning: str, **members: Shape) -> Shape:
    """An object with exactly these members."""
    return {
        "type": "object",
        "description": meaning,
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }
