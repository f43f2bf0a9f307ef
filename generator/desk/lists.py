"""Lists of front matter, changed in place: entries that come in, go, or give way to others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from generator.authoring.front_matter import flow_scalar, scalar_text
from generator.desk.splices import Splice
from generator.model.records import Kind
from generator.reading.front_matter import read_yaml
from generator.reading.nodes import Mapping, Node, Scalar
from generator.reading.nodes import Sequence as ListNode
from generator.reading.records.tables import RECORDS
from generator.reading.split import split
from generator.reading.text import SourceText

_COMMENT: Final = re.compile(r"[ \t]*#")


def front_matter(source: SourceText) -> tuple[Mapping, int] | None:
    """The fields, and the offset of the line that closes them; None where they cannot be read."""
    division, _ = split(source)
    if division is None:
        return None
    mapping, _ = read_yaml(source, division.start, division.end)
    return None if mapping is None else (mapping, division.end)


def node_at(mapping: Node, path: str) -> Node | None:
    """The value of a dotted path (`statements.0.to`). A value by itself is the one entry of its list."""
    node: Node | None = mapping
    for step in path.split("."):
        if isinstance(node, Mapping):
            node = next((value for key, value in node.entries if key.text == step), None)
        elif isinstance(node, ListNode) and step.isdigit():
            node = node.nodes[int(step)] if int(step) < len(node.nodes) else None
        elif step != "0":
            return None
    return node


def with_entries(source: SourceText, key: str, texts: Sequence[str], kind: Kind) -> Splice:
    """`texts` at the end of the list `key`. A list that is not there yet comes before the keys that follow it in the
    table of its kind.
    """
    found = front_matter(source)
    if found is None:
        raise ValueError(source.path)
    mapping, end = found
    value = node_at(mapping, key)
    listed = [flow_scalar(text) for text in texts]
    if value is None:
        at = line_before(source, mapping, _followers(kind, key), end)
        return Splice(at, at, f"{key}: [{', '.join(listed)}]\n")
    if isinstance(value, Scalar):
        return _beside(source, value, listed)
    if not isinstance(value, ListNode):
        raise TypeError(source.path)
    if source.text.startswith("[", value.start):
        at = value.nodes[-1].end if value.nodes else value.start + 1
        return Splice(at, at, (", " if value.nodes else "") + ", ".join(listed))
    last = value.nodes[-1]
    begin = source.text.rfind("\n", 0, last.start) + 1
    dash = source.text[begin : source.text.index("-", begin)] + "- "
    at = _end_of_line(source, last)
    return Splice(at, at, "".join(f"\n{dash}{scalar_text(text)}" for text in texts))


def without_entries(source: SourceText, entries: ListNode, gone: Collection[int]) -> Iterator[Splice]:
    """The list without the entries of these indices; one at least must stay."""
    nodes = entries.nodes
    in_brackets = source.text.startswith("[", entries.start)
    for at in sorted(gone):
        if not in_brackets:
            begin = source.text.rfind("\n", 0, nodes[at].start) + 1
            yield Splice(begin, min(_end_of_line(source, nodes[at]) + 1, len(source.text)), "")
        elif all(before in gone for before in range(at)):
            yield Splice(nodes[at].start, nodes[at + 1].start, "")
        else:
            yield Splice(nodes[at - 1].end, nodes[at].end, "")


def _beside(source: SourceText, value: Scalar, listed: list[str]) -> Splice:
    if value.is_empty:
        return Splice(value.start, value.end, f"[{', '.join(listed)}]")
    return Splice(value.start, value.end, f"[{', '.join((source.text[value.start : value.end], *listed))}]")


def _followers(kind: Kind, key: str) -> frozenset[str]:
    keys = [field.key for field in RECORDS[kind].fields.fields]
    return frozenset(keys[keys.index(key) + 1 :])


def line_before(source: SourceText, mapping: Mapping, followers: Collection[str], end: int) -> int:
    """The start of the first follower's line, or of the comment that stands above it."""
    for key, _ in mapping.entries:
        if key.text in followers:
            line = source.place(key.start, key.end)[0] - 1
            while line > 1 and _COMMENT.match(source.text, source.line_starts[line - 1]):
                line -= 1
            return source.line_starts[line]
    return end


def _end_of_line(source: SourceText, node: Node) -> int:
    """The offset of the line end after a value; a block of text ends with its own."""
    if node.end > node.start and source.text[node.end - 1] == "\n":
        return node.end - 1
    end = source.text.find("\n", node.end)
    return len(source.text) if end < 0 else end
