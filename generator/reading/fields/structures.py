"""Reader of mappings that have a table of their own: a claim, a statement, a medium."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.reading.fields.field import Field, JsonSchema, Table, read_fields
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import empty, wrong_type
from generator.reading.nodes import Mapping, Node, Scalar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Structure(Generic[T]):
    """A mapping with these fields, made into a value by `make`.

    With `short`, the key of a required field, that field's value may stand by itself for the whole.
    """

    table: Table
    make: Callable[..., T]
    short: str = ""

    def read(self, node: Node, path: str, reading: Reading) -> T | None:
        """The value, when all that is required could be read."""
        if isinstance(node, Mapping):
            values = read_fields(node, self.table, path, reading)
            return None if values is None else self.make(**values)
        if isinstance(node, Scalar) and node.is_empty:
            empty(node, reading)
        elif isinstance(node, Scalar) and self.short:
            return self._read_short(node, path, reading)
        else:
            keys = ", ".join(row.key for row in self.table.fields)
            wrong_type(node, reading, f"a mapping ({keys})")
        return None

    def _read_short(self, node: Node, path: str, reading: Reading) -> T | None:
        row = self._short_field()
        reading.mark(f"{path}.{row.key}", node)
        value = row.reader.read(node, f"{path}.{row.key}", reading)
        return None if value is None else self.make(**{row.target: value})

    def _short_field(self) -> Field:
        return self.table.by_key[self.short]

    def words(self) -> str:
        """As `Reader`."""
        keys = ", ".join(row.key + ("" if row.required else "?") for row in self.table.fields)
        mapping = f"`{{{keys}}}`"
        return f"{self._short_field().reader.words()} or {mapping}" if self.short else mapping

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        whole = table_schema(self.table)
        return {"anyOf": [self._short_field().reader.schema(), whole]} if self.short else whole


def table_schema(table: Table) -> JsonSchema:
    """JSON Schema of a mapping with these fields and no others."""
    return {
        "type": "object",
        "properties": {row.key: {"description": row.about, **row.reader.schema()} for row in table.fields},
        "required": [row.key for row in table.fields if row.required],
        "additionalProperties": False,
    }
