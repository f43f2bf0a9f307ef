"""Reader of translations: a mapping of language → mapping with a table of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.site_settings import Label
from generator.reading.excerpts import in_quotes
from generator.reading.fields.field import JsonSchema, Table, read_fields
from generator.reading.fields.languages import Language, tag_of
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import wrong_type
from generator.reading.fields.structures import table_schema
from generator.reading.fields.texts import Line
from generator.reading.nodes import Mapping, Node

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ByLanguage(Generic[T]):
    """For each language a mapping with the fields of `entry`; `make` takes them and the `language`."""

    entry: Table
    make: Callable[..., T]

    def read(self, node: Node, path: str, reading: Reading) -> tuple[T, ...] | None:
        """The translations in order of language, one for each."""
        if not isinstance(node, Mapping):
            wrong_type(node, reading, "a mapping of languages, such as `ar: {…}`,")
            return None
        made: dict[str, T] = {}
        for key, value in node.entries:
            at = f"{path}.{key.text}"
            reading.mark(at, value)
            reading.mark(f"key:{at}", key)
            language = tag_of(key, reading)
            if not isinstance(value, Mapping):
                wrong_type(value, reading, f"a mapping ({', '.join(row.key for row in self.entry.fields)})")
                continue
            values = read_fields(value, self.entry, at, reading)
            if language is None or values is None:
                continue
            if language in made:
                reading.fault("D025", f"a second translation into {in_quotes(language)}", key, "keep one")
            made.setdefault(language, self.make(language=language, **values))
        return tuple(made[language] for language in sorted(made))

    def words(self) -> str:
        """As `Reader`."""
        keys = ", ".join(f"{row.key}{'' if row.required else '?'}" for row in self.entry.fields)
        return f"mapping language → `{{{keys}}}`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {
            "type": "object",
            "propertyNames": Language().schema(),
            "additionalProperties": table_schema(self.entry),
        }


@dataclass(frozen=True, slots=True)
class Labels:
    """A mapping of word → what it is called in another language."""

    def read(self, node: Node, path: str, reading: Reading) -> tuple[Label, ...] | None:
        """The labels in the order written."""
        if not isinstance(node, Mapping):
            wrong_type(node, reading, "a mapping of words")
            return None
        labels = []
        for key, value in node.entries:
            at = f"{path}.{key.text}"
            reading.mark(at, value)
            reading.mark(f"key:{at}", key)
            text = Line().read(value, at, reading)
            if text is not None:
                labels.append(Label(key.text, text))
        return tuple(labels)

    def words(self) -> str:
        """As `Reader`."""
        return "mapping word → label"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "object", "additionalProperties": Line().schema()}
