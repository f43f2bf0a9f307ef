"""Quotation marks where a text needs them and nowhere else, and one space between a key and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.authoring.front_matter import LITERALS, flow_scalar, key_text, scalar_text
from generator.desk.splices import Splice
from generator.desk.tables import of_entry, scalars
from generator.reading.fields.field import Field, Table
from generator.reading.fields.words import Boolean
from generator.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.reading.text import SourceText

_COLON: Final = re.compile(r"[ \t]*:[ \t]+")
_TRUTH: Final = ("true", "false")


def quotation_splices(source: SourceText, mapping: Mapping, table: Table) -> Iterator[Splice]:
    """What puts the texts and keys of front matter into the form in which they are written."""
    in_brackets = list(_brackets(source, mapping))
    for scalar, field in scalars(mapping, table):
        within = any(start < scalar.start < end for start, end in in_brackets)
        text = _written(scalar, field, within=within)
        if text and text != source.text[scalar.start : scalar.end] and _is_on_one_line(source, scalar):
            yield Splice(scalar.start, scalar.end, text)
    for key, value in _entries(mapping):
        if key.style and _is_on_one_line(source, key) and key.text.isprintable():
            yield Splice(key.start, key.end, key_text(key.text))
        colon = source.text[key.end : value.start]
        if value.end > value.start and colon != ": " and _COLON.fullmatch(colon):
            yield Splice(key.end, value.start, ": ")


def _written(scalar: Scalar, field: Field | None, *, within: bool) -> str:
    """The text as it is to be written; empty where it stays as it is."""
    if not scalar.text or not scalar.text.isprintable():
        return ""
    if field is not None and isinstance(of_entry(field.reader), Boolean):
        return scalar.text if scalar.text in _TRUTH else ""
    if scalar.style in ("'", '"') or (not scalar.style and scalar.text.lower() in LITERALS):
        return flow_scalar(scalar.text) if within else scalar_text(scalar.text)
    return ""


def _brackets(source: SourceText, node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        return
    if source.text[node.start : node.start + 1] in ("[", "{"):
        yield node.start, node.end
    for inner in _children(node):
        yield from _brackets(source, inner)


def _entries(node: Node) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(node, Mapping):
        yield from node.entries
    for inner in _children(node):
        yield from _entries(inner)


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, Mapping):
        yield from (value for _, value in node.entries)
    elif isinstance(node, Sequence):
        yield from node.nodes


def _is_on_one_line(source: SourceText, scalar: Scalar) -> bool:
    return "\n" not in source.text[scalar.start : scalar.end]
