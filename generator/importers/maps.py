"""A map file (`--map`): YAML, read by a table of fields as front matter is, with every fault at its line and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.diagnostics.diagnostic import Diagnostic
from generator.model.records import Kind
from generator.reading.fields.field import JsonSchema, Table, read_fields
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import scalar, wrong_type
from generator.reading.front_matter import read_yaml
from generator.reading.nodes import Mapping as MappingNode
from generator.reading.nodes import Node
from generator.reading.text import decode


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping of text to text."""

    meaning: str

    def read(self, node: Node, path: str, reading: Reading) -> Mapping[str, str] | None:
        """The texts by their keys, in the order written."""
        if not isinstance(node, MappingNode):
            wrong_type(node, reading, self.meaning)
            return None
        pairs: dict[str, str] = {}
        for key, value in node.entries:
            reading.mark(f"{path}.{key.text}", value)
            text = scalar(value, reading, "text")
            if text is not None:
                pairs[key.text] = text.text
        return pairs

    def words(self) -> str:
        """As `Reader`."""
        return self.meaning

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": "object", "additionalProperties": {"type": "string"}}


def decided(names: Mapping[str, str]) -> dict[tuple[Kind, str], str]:
    """Whom names mean: an id alone may be an actor's or a place's, `actor:` or `location:` before it says which."""
    kinds: tuple[Kind, ...] = ("actor", "location")
    choices: dict[tuple[Kind, str], str] = {}
    for name, meant in names.items():
        kind, _, record_id = meant.rpartition(":")
        choices.update(dict.fromkeys(((of, name) for of in kinds if kind in ("", of)), record_id))
    return choices


def read_map(raw: bytes, path: str, table: Table) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
    """Attribute → value of what the map says; None with findings for one that cannot be read at all."""
    source, findings = decode(raw, path)
    if source is None:
        return None, findings
    mapping, of_yaml = read_yaml(source, 0, len(source.text))
    findings += of_yaml
    if mapping is None:
        return None, findings
    reading = Reading(source, "")
    values = read_fields(mapping, table, "", reading)
    return values, (*findings, *reading.findings)
