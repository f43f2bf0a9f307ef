"""Reader of a vocabulary: a mapping of word → label, or of word → mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.site_settings import Measure, Role
from generator.reading.fields.field import Field, JsonSchema, Table, read_fields, table
from generator.reading.fields.ids import Id, id_form
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import wrong_type
from generator.reading.fields.structures import table_schema
from generator.reading.fields.texts import Line
from generator.reading.fields.words import Boolean, Choice
from generator.reading.nodes import Mapping, Node, Scalar
from generator.reading.vocabulary import LISTS, MEASURES, ROLES

W = TypeVar("W", Role, Measure)


@dataclass(frozen=True, slots=True)
class Vocabulary(Generic[W]):
    """Words, each made by `make`; what a word leaves out it has from the `built_in` word of that slug, if any."""

    table: Table
    make: Callable[..., W]
    built_in: tuple[W, ...]

    def read(self, node: Node, path: str, reading: Reading) -> tuple[W, ...] | None:
        """The words in the order written."""
        if not isinstance(node, Mapping):
            wrong_type(node, reading, f"a mapping of {self.table.subject}s")
            return None
        words = (self._word(key, value, f"{path}.{key.text}", reading) for key, value in node.entries)
        return tuple(word for word in words if word is not None)

    def _word(self, key: Scalar, value: Node, path: str, reading: Reading) -> W | None:
        reading.mark(path, value)
        reading.mark(f"key:{path}", key)
        slug = Id(self.table.subject).read(key, path, reading)
        values = self._values(value, path, reading)
        if slug is None or values is None:
            return None
        return self.make(
            **{"label": slug.replace("-", " "), **_attributes(self.built_in, slug), **values, "slug": slug}
        )

    def _values(self, value: Node, path: str, reading: Reading) -> dict[str, object] | None:
        if isinstance(value, Mapping):
            return read_fields(value, self.table, path, reading)
        label = Line().read(value, path, reading)
        return None if label is None else {"label": label}

    def words(self) -> str:
        """As `Reader`."""
        keys = ", ".join(f"{row.key}?" for row in self.table.fields)
        return f"mapping slug → label or `{{{keys}}}`"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {
            "type": "object",
            "propertyNames": id_form(),
            "additionalProperties": {"anyOf": [Line().schema(), table_schema(self.table)]},
        }


def _attributes(built_in: Iterable[Role | Measure], slug: str) -> dict[str, object]:
    found = next((word for word in built_in if word.slug == slug), None)
    return {} if found is None else {name: getattr(found, name) for name in type(found).__slots__}


_LABEL = Field("label", Line(), "How readers see it. Default: the slug.")
_GROUP = Field("group", Line(), "Words of one group stand together.")

ROLE_WORDS = Vocabulary(
    table(
        "role",
        _LABEL,
        _GROUP,
        Field("list", Choice(LISTS), "The list of the actor's page that it feeds. Default `other`."),
    ),
    Role,
    ROLES,
)
MEASURE_WORDS = Vocabulary(
    table(
        "measure",
        _LABEL,
        _GROUP,
        Field("totals", Boolean(), "Whether figures of different events may be added. Default `true`."),
    ),
    Measure,
    MEASURES,
)
