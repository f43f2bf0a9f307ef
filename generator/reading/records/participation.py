"""Who took part in an event, and as what."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.records import Participation
from generator.reading.fields.field import Field, JsonSchema, Table, table
from generator.reading.fields.ids import Id
from generator.reading.fields.reading import Reading
from generator.reading.fields.structures import Structure
from generator.reading.nodes import Lost, Mapping, Node

_ACTOR = Field("actor", Id("actor"), "Who.", required=True)
_ROLE = Field("role", Id("role"), "A word of `roles` in `site.yaml`. Default `participant`.")


@dataclass(frozen=True, slots=True)
class Part:
    """A participation as a mapping, as `id: role`, or as an id alone."""

    whole: Structure[Participation]

    @property
    def table(self) -> Table:
        """Its fields."""
        return self.whole.table

    def read(self, node: Node, path: str, reading: Reading) -> Participation | None:
        """The participation."""
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            return self.whole.read(node, path, reading)
        key, value = node.entries[0]
        if key.text in self.whole.table.by_key or isinstance(value, Lost):
            return self.whole.read(node, path, reading)
        reading.mark(f"{path}.actor", key)
        reading.mark(f"{path}.role", value)
        actor = _ACTOR.reader.read(key, f"{path}.actor", reading)
        role = _ROLE.reader.read(value, f"{path}.role", reading)
        if actor is None or role is None:
            return None
        return self.whole.make(actor=actor, role=role)

    def words(self) -> str:
        """As `Reader`."""
        return f"{self.whole.words()} or `id: role`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        pair = {
            "type": "object",
            "propertyNames": _ACTOR.reader.schema(),
            "additionalProperties": _ROLE.reader.schema(),
            "minProperties": 1,
            "maxProperties": 1,
        }
        return {"anyOf": [self.whole.schema(), pair]}


PARTICIPATION = Part(Structure(table("participation", _ACTOR, _ROLE), Participation, short="actor"))
