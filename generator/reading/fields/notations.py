"""Readers of short notations that the model defines: dates and figures."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.notation_error import NotationError
from generator.reading.fields.field import JsonSchema
from generator.reading.fields.reading import Reading
from generator.reading.fields.scalars import word
from generator.reading.nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF date or date-time."""

    def read(self, node: Node, _path: str, reading: Reading) -> Moment | None:
        """The moment."""
        found = word(_set_as_text(node, reading), reading, "a date")
        if found is None:
            return None
        try:
            return Moment.parse(found.text)
        except NotationError as error:
            _report("D109", error, found, reading)
            return None

    def words(self) -> str:
        """As `Reader`."""
        return "EDTF"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": ["string", "integer"]}


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as somebody said it: `346`, `at least 346`, `50 to 60`, `unknown`."""

    def read(self, node: Node, _path: str, reading: Reading) -> Figure | None:
        """The figure."""
        found = word(node, reading, "a figure")
        if found is None:
            return None
        try:
            return Figure.parse(found.text)
        except NotationError as error:
            _report("D110", error, found, reading)
            return None

    def words(self) -> str:
        """As `Reader`."""
        return "figure"

    def schema(self) -> JsonSchema:
        """As `Reader`."""
        return {"type": ["string", "number"]}


def _set_as_text(node: Node, reading: Reading) -> Node:
    """EDTF's sets, `[2014,2015]` and `{2014,2015}`, look like a list and a mapping to YAML: back to what is written."""
    values = [value for _, value in node.entries] if isinstance(node, Mapping) else []
    is_set = isinstance(node, Sequence) or (
        bool(values) and all(isinstance(value, Scalar) and value.is_empty for value in values)
    )
    written = reading.source.text[node.start : node.end]
    if is_set and written.startswith(("[", "{")):
        return Scalar("".join(written.split()), node.start, node.end)
    return node


def _report(code: str, error: NotationError, node: Scalar, reading: Reading) -> None:
    advice = f'did you mean "{error.suggestion}"?' if error.suggestion else ""
    reading.fault_within(code, error.message, node, error.offset, error.length, advice)
