"""A file's values: what its nodes say, as text, and what of it no form can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.forms.control import Control
from generator.forms.values import BY_LANGUAGE, Row, Value, empty, one_line, tidy
from generator.reading.front_matter import read_yaml
from generator.reading.nodes import Mapping as MappingNode
from generator.reading.nodes import Node, Scalar, Sequence
from generator.reading.split import Division, split
from generator.reading.text import SourceText

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A record's file as a form needs it. `odd` are values by path that are not of the form their field has: they stay
    as they are until something is written in their place. `unknown` are the lines of keys that no field has.
    """

    source: SourceText
    division: Division
    mapping: MappingNode
    values: Mapping[str, Value]
    body: str
    odd: Mapping[str, str]
    unknown: tuple[str, ...]


def manuscript(source: SourceText, controls: Iterable[Control]) -> Manuscript | None:
    """The values of a file; None where its front matter cannot be told from the rest, or is no list of keys."""
    division, _ = split(source)
    if division is None:
        return None
    mapping, _ = read_yaml(source, division.start, division.end)
    if mapping is None or source.text.startswith("{", mapping.start):
        return None
    reading = _Reading(source)
    fields = tuple(controls)
    values = reading.group(fields, mapping, "")
    known = {control.key for control in fields}
    unknown = tuple(
        source.text[key.start : max(value.end, key.end)].rstrip()
        for key, value in mapping.entries
        if key.text not in known
    )
    return Manuscript(source, division, mapping, values, body_of(source, division), reading.odd, unknown)


def body_of(source: SourceText, division: Division) -> str:
    """The body without the blank lines around it."""
    return source.text[division.body :].strip("\n")


@dataclass(slots=True)
class _Reading:
    """Collects what no form can show."""

    source: SourceText
    odd: dict[str, str] = field(default_factory=dict)

    def group(self, fields: tuple[Control, ...], node: MappingNode, path: str) -> dict[str, Value]:
        """The values of a mapping's fields."""
        written = {key.text: value for key, value in node.entries}
        prefix = f"{path}." if path else ""
        return {
            control.key: self.value(control, written[control.key], prefix + control.key)
            if control.key in written
            else empty(control)
            for control in fields
        }

    def value(self, control: Control, node: Node, path: str) -> Value:
        """The value of one control."""
        if control.of is not None:
            found = self._list(control, node, path)
        elif control.fields:
            found = self._group(control, node, path)
        else:
            found = self._text(control, node)
        if found is None:
            self.odd[path] = self.source.text[node.start : node.end].rstrip()
            return empty(control)
        return found

    def _text(self, control: Control, node: Node) -> str | None:
        if isinstance(node, Scalar):
            return "" if node.is_empty else tidy(control, node.text)
        written = self.source.text[node.start : node.end]
        # EDTF's sets look like a list and a mapping to YAML (`reading.fields.notations`).
        is_set = control.sort == "date" and written.startswith(("[", "{")) and ":" not in written
        return "".join(written.split()) if is_set else None

    def _list(self, control: Control, node: Node, path: str) -> Value | None:
        if control.sort in BY_LANGUAGE:
            return self._by_language(control, node)
        nodes = node.nodes if isinstance(node, Sequence) else (node,)
        if isinstance(node, Scalar) and node.is_empty:
            return ()
        if not isinstance(node, Sequence | Scalar):
            return None
        return tuple(
            Row(str(at), self.value(control.entry, one, f"{path}.{at}")) for at, one in enumerate(nodes)
        )

    def _by_language(self, control: Control, node: Node) -> Value | None:
        if isinstance(node, Scalar) and node.is_empty:
            return ()
        inner = MappingNode if control.sort == "translations" else Scalar
        if not isinstance(node, MappingNode) or not all(isinstance(one, inner) for _, one in node.entries):
            return None
        return tuple(
            Row(str(at), {"language": key.text, **self._in_language(control, one)})
            for at, (key, one) in enumerate(node.entries)
        )

    def _in_language(self, control: Control, node: Node) -> dict[str, Value]:
        """What stands under one language."""
        if isinstance(node, MappingNode):
            return self.group(control.entry.fields[1:], node, "")
        return {"name": one_line(getattr(node, "text", ""))}

    def _group(self, control: Control, node: Node, path: str) -> Value | None:
        if isinstance(node, MappingNode):
            if is_role_pair(control, node):
                (actor, role), *_ = node.entries
                return {"actor": actor.text, "role": getattr(role, "text", "")}
            return self.group(control.fields, node, path)
        if isinstance(node, Scalar):
            if node.is_empty:
                return empty(control)
            return {**_empty(control), control.short: one_line(node.text)} if control.short else None
        if control.sort == "pair" and isinstance(node, Sequence) and len(node.nodes) == _PAIR:
            texts = [self._text(one, part) for one, part in zip(control.fields, node.nodes, strict=True)]
            if None not in texts:
                return {one.key: text or "" for one, text in zip(control.fields, texts, strict=True)}
        return None


def is_role_pair(control: Control, node: MappingNode) -> bool:
    """Whether an actor and its role are written as `id: role`."""
    if control.sort != "part" or len(node.entries) != 1:
        return False
    key, value = node.entries[0]
    return isinstance(value, Scalar) and key.text not in {field.key for field in control.fields}


def _empty(control: Control) -> dict[str, Value]:
    return {field.key: empty(field) for field in control.fields}
