"""Reader of lists. One value by itself is a list of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.reading.fields.field import JsonSchema, Reader
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import empty
from generator.reading.nodes import Mapping, Node, Scalar, Sequence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of what `of` reads. `plural` names them for the reference. With `once`, a repeated entry is found."""

    of: Reader[T]
    plural: str
    once: bool = False

    def read(self, node: Node, path: str, reading: Reading) -> tuple[T, ...] | None:
        """The entries that could be read, in order; `path.0` is the place of the first of them."""
        nodes = self._nodes(node, reading)
        if nodes is None:
            return None
        values: list[T] = []
        for entry in nodes:
            at = f"{path}.{len(values)}"
            reading.mark(at, entry)
            value = self.of.read(entry, at, reading)
            if value is None:
                reading.forget(at)
                continue
            if self.once and value in values:
                reading.fault("D121", f'"{value}" stands here a second time', entry, "keep one of them")
            values.append(value)
        return tuple(values)

    def _nodes(self, node: Node, reading: Reading) -> tuple[Node, ...] | None:
        if isinstance(node, Sequence):
            return node.nodes
        if isinstance(node, Scalar):
            if not node.is_empty:
                return (node,)
            empty(node, reading)
            return None
        if isinstance(node, Mapping):
            reading.fault(
                "D103",
                "there is a mapping where a list is meant",
                node,
                "begin each entry with a hyphen and a space",
            )
        return None

    def words(self) -> str:
        """As `Reader`."""
        return f"list of {self.plural}"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        entry = self.of.schema()
        return {"anyOf": [{"type": "array", "items": entry}, entry]}
