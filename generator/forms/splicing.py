"""What a form changed, as splices of its file: of each value as little as can be.

A function gives None where a value is laid out so that it cannot be changed in part. Whoever called it then writes
that value anew, at last the whole entry of its key, with the comments of the old one above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.authoring.front_matter import entry_text, flow_scalar, flow_text, key_text, list_entry_text
from generator.desk.splices import Splice
from generator.forms.arrangement import Extent, Piece, in_brackets, in_lines
from generator.forms.control import Control
from generator.forms.entries import coming, entry_anew, gone
from generator.forms.layout import column_of, trimmed_end
from generator.forms.reading import is_role_pair
from generator.forms.scalars import scalar_splices
from generator.forms.values import (
    BY_LANGUAGE,
    Row,
    Value,
    is_blank,
    part,
    plain,
    plain_texts,
    rows,
    same,
    text,
)
from generator.reading.nodes import Mapping as MappingNode
from generator.reading.nodes import Node, Scalar
from generator.reading.nodes import Sequence as ListNode
from generator.reading.text import SourceText

Splices = list[Splice] | None


def mapping_splices(
    source: SourceText, node: MappingNode, fields: Sequence[Control], old: Value, new: Value, end: int = -1
) -> Splices:
    """The fields of a mapping that changed. `end` is where the outermost mapping ends; -1 for one within it."""
    if not node.entries:
        return None
    if source.text.startswith("{", node.start):
        return _in_braces(source, node, fields, old, new)
    found: list[Splice] = []
    written = {key.text for key, _ in node.entries}
    for control in fields:
        was, now = part(old, control.key), part(new, control.key)
        if control.key in written and not same(control, was, now):
            splices = _entry_changed(source, node, control, was, now)
            if splices is None:
                return None
            found += splices
    come = [one for one in fields if one.key not in written and not is_blank(part(new, one.key))]
    return [*found, *coming(source, node, fields, new, come, end)]


def _entry_changed(
    source: SourceText, mapping: MappingNode, control: Control, was: Value, now: Value
) -> Splices:
    at = next(at for at, (key, _) in enumerate(mapping.entries) if key.text == control.key)
    key, value = mapping.entries[at]
    if is_blank(now):
        return gone(source, mapping, at)
    splices = value_splices(source, control, value, was, now, indent=column_of(source, key.start), flow=False)
    return [entry_anew(source, control, key, value, now)] if splices is None else splices


def value_splices(
    source: SourceText, control: Control, node: Node, old: Value, new: Value, *, indent: int, flow: bool
) -> Splices:
    """A value that changed and is not blank. `indent` is the column of its key or hyphen; `flow`: within brackets."""
    if control.sort in BY_LANGUAGE:
        return _by_language(source, control, node, old, new)
    if control.of is not None:
        return _list(source, control, node, old, new, indent=indent, flow=flow)
    if control.sort == "pair":
        return _pair(control, node, new)
    if control.fields:
        return _group(source, control, node, old, new, indent=indent, flow=flow)
    if isinstance(node, Scalar):
        return scalar_splices(source, control, node, text(new), indent=indent, flow=flow)
    return None


def _list(
    source: SourceText, control: Control, node: Node, old: Value, new: Value, *, indent: int, flow: bool
) -> Splices:
    was, now = rows(old), rows(new)
    if not isinstance(node, ListNode):
        alone = len(now) == 1 and now[0].origin == "0"
        one = (control.entry, node, was[0].value, now[0].value) if alone else None
        return value_splices(source, *one, indent=indent, flow=flow) if one else None
    brackets = source.text.startswith("[", node.start)
    pieces = [_piece(source, control.entry, node, row, was, brackets=brackets) for row in now]
    whole = [piece for piece in pieces if piece is not None]
    if len(whole) < len(pieces) or not node.nodes:
        return None
    if [piece.origin for piece in whole] == list(range(len(was))):
        return [splice for piece in whole for splice in piece.splices]
    extents = [Extent(one.start, trimmed_end(source, one)) for one in node.nodes]
    splice = (
        in_brackets(source, extents, whole) if brackets else in_lines(source, extents, whole, dashes=True)
    )
    return None if splice is None else [splice]


def _piece(
    source: SourceText, entry: Control, node: ListNode, row: Row, was: Sequence[Row], *, brackets: bool
) -> Piece | None:
    """A row as an entry of the list as it is written; None where it cannot be one."""
    value = plain(entry, row.value)
    origin = int(row.origin) if row.origin else -1
    column = column_of(source, node.nodes[max(origin, 0)].start) if node.nodes else 0
    fresh = (flow_scalar(value) or flow_text(value)) if brackets else list_entry_text(value, " " * column)
    if origin < 0:
        return Piece(-1, (), fresh) if fresh else None
    if same(entry, was[origin].value, row.value):
        return Piece(origin, ())
    child = node.nodes[origin]
    splices = value_splices(
        source, entry, child, was[origin].value, row.value, indent=max(0, column - 2), flow=brackets
    )
    if splices is None and fresh:
        splices = [Splice(child.start, trimmed_end(source, child), fresh)]
    return None if splices is None else Piece(origin, splices)


def _group(
    source: SourceText, control: Control, node: Node, old: Value, new: Value, *, indent: int, flow: bool
) -> Splices:
    if isinstance(node, MappingNode):
        if is_role_pair(control, node):
            return _role_pair(source, control, node, old, new, flow=flow)
        return mapping_splices(source, node, control.fields, old, new)
    value = plain(control, new)
    if isinstance(node, Scalar) and control.short and isinstance(value, str):
        field = next(one for one in control.fields if one.key == control.short)
        return scalar_splices(source, field, node, value, indent=indent, flow=flow)
    return None


def _role_pair(
    source: SourceText, control: Control, node: MappingNode, old: Value, new: Value, *, flow: bool
) -> Splices:
    actor, role = text(part(new, "actor")), text(part(new, "role"))
    (key, value), *_ = node.entries
    if not actor or not role or not isinstance(value, Scalar):
        return None
    found = [] if actor == part(old, "actor") else [Splice(key.start, key.end, key_text(actor))]
    if role != part(old, "role"):
        found += scalar_splices(source, control.fields[1], value, role, indent=0, flow=flow)
    return found


def _pair(control: Control, node: Node, new: Value) -> Splices:
    if not isinstance(node, ListNode) or len(node.nodes) != len(control.fields):
        return None
    value = plain(control, new)
    texts = [flow_scalar(one) for one in value] if isinstance(value, tuple) else []
    return [
        Splice(one.start, one.end, written)
        for one, written in zip(node.nodes, texts, strict=True)
        if getattr(one, "text", "") != written
    ]


def _in_braces(
    source: SourceText, node: MappingNode, fields: Sequence[Control], old: Value, new: Value
) -> Splices:
    """A mapping within braces: values in their places, keys that go or come among the others."""
    pieces: list[Piece] = []
    by_key = {field.key: field for field in fields}
    for at, (key, value) in enumerate(node.entries):
        control = by_key.get(key.text)
        was, now = part(old, key.text), part(new, key.text)
        if control is None or same(control, was, now):
            pieces.append(Piece(at, ()))
        elif not is_blank(now):
            splices = value_splices(source, control, value, was, now, indent=0, flow=True)
            if splices is None:
                return None
            pieces.append(Piece(at, splices))
    written = {key.text for key, _ in node.entries}
    come = [one for one in fields if one.key not in written and not is_blank(part(new, one.key))]
    for control in come:
        value_ = plain(control, part(new, control.key))
        within = flow_scalar(value_) or flow_text(value_)
        pieces.append(Piece(-1, (), f"{key_text(control.key)}: {within}" if within else ""))
    return _rearranged(source, node, pieces)


def _by_language(source: SourceText, control: Control, node: Node, old: Value, new: Value) -> Splices:
    """A mapping of languages, of names or of texts."""
    if not isinstance(node, MappingNode):
        return None
    was = rows(old)
    pieces: list[Piece] = []
    for row in rows(new):
        if not row.origin:
            pieces.append(Piece(-1, (), _language_entry(source, control, node, row.value)))
            continue
        at = int(row.origin)
        splices = _language_changed(source, control, node, at, was[at].value, row.value)
        pieces.append(Piece(at, splices))
    return _rearranged(source, node, pieces)


def _language_entry(source: SourceText, control: Control, node: MappingNode, value: Value) -> str:
    """An entry that comes in."""
    key = key_text(text(part(value, "language")))
    said = plain_texts(control, value)
    if source.text.startswith("{", node.start):
        within = flow_scalar(said) or flow_text(said)
        return f"{key}: {within}" if within else ""
    return entry_text(key, said, " " * column_of(source, node.entries[0][0].start))


def _language_changed(
    source: SourceText, control: Control, node: MappingNode, at: int, old: Value, new: Value
) -> list[Splice]:
    key, value = node.entries[at]
    if same(control.entry, old, new):
        return []
    whole = [Splice(key.start, trimmed_end(source, value), _language_entry(source, control, node, new))]
    language = text(part(new, "language"))
    splices = [] if language == part(old, "language") else [Splice(key.start, key.end, key_text(language))]
    if isinstance(value, MappingNode):
        inner = mapping_splices(source, value, control.entry.fields[1:], old, new)
        return whole if inner is None else [*splices, *inner]
    if not isinstance(value, Scalar):
        return whole
    name = text(part(new, "name"))
    if name != part(old, "name"):
        flow = source.text.startswith("{", node.start)
        splices += scalar_splices(source, _NAME, value, name, indent=column_of(source, key.start), flow=flow)
    return splices


_NAME = Control(key="name", sort="line")


def _rearranged(source: SourceText, node: MappingNode, pieces: Sequence[Piece]) -> Splices:
    """The entries of a mapping as pieces: in their places, where all are there and none comes in."""
    if [piece.origin for piece in pieces] == list(range(len(node.entries))):
        return [splice for piece in pieces for splice in piece.splices]
    extents = [Extent(key.start, trimmed_end(source, value)) for key, value in node.entries]
    if source.text.startswith("{", node.start):
        splice = in_brackets(source, extents, pieces)
    else:
        splice = in_lines(source, extents, pieces, dashes=False)
    return None if splice is None else [splice]
