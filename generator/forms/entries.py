"""Entries of a mapping in lines: one that is written anew, one that goes, those that come in."""

from __future__ import annotations

from collections.abc import Sequence

from generator.authoring.front_matter import entry_text
from generator.desk.lists import line_before
from generator.desk.splices import Splice
from generator.forms.control import Control
from generator.forms.layout import column_of, comments_within, end_of_line, start_of_line, trimmed_end
from generator.forms.values import Value, is_blank, part, plain
from generator.reading.nodes import Mapping as MappingNode
from generator.reading.nodes import Node, Scalar
from generator.reading.text import SourceText


def entry_anew(source: SourceText, control: Control, key: Scalar, node: Node, new: Value) -> Splice:
    """A key with its value written anew, under the comments that stood within the old one."""
    pad = " " * column_of(source, key.start)
    end = max(trimmed_end(source, node), source.text.index(":", key.end) + 1)
    fresh = entry_text(control.key, plain(control, new), pad)
    comments = comments_within(source, node, end)
    if "\n" in fresh:  # what stands beside the old value would stand beside another line of the new one
        beside, end = source.text[end : end_of_line(source, end)].strip(), end_of_line(source, end)
        comments += [beside] if beside else []
    return Splice(key.start, end, "".join(f"{one}\n{pad}" for one in comments) + fresh)


def gone(source: SourceText, mapping: MappingNode, at: int) -> list[Splice] | None:
    """The lines of a key, gone; of the first one after a hyphen, what stands up to the next key."""
    key, value = mapping.entries[at]
    end = max(trimmed_end(source, value), source.text.index(":", key.end) + 1)
    begin = start_of_line(source, key.start)
    if not source.text[begin : key.start].strip():
        return [Splice(begin, min(end_of_line(source, end) + 1, len(source.text)), "")]
    if at + 1 == len(mapping.entries):
        return None
    following = mapping.entries[at + 1][0].start
    return None if "#" in source.text[end:following] else [Splice(key.start, following, "")]


def coming(
    source: SourceText,
    mapping: MappingNode,
    fields: Sequence[Control],
    new: Value,
    come: Sequence[Control],
    end: int,
) -> list[Splice]:
    """Keys that come in: of the outermost mapping before those that follow in its table, else after those before."""
    first = mapping.entries[0][0]
    pad = " " * column_of(source, first.start)
    order = [field.key for field in fields]
    texts: dict[int, list[str]] = {}
    for control in come:
        rank = order.index(control.key)
        if end >= 0:
            at = line_before(source, mapping, order[rank + 1 :], end)
        else:
            at = _after(source, mapping, order[:rank], new)
        texts.setdefault(at, []).append(entry_text(control.key, plain(control, part(new, control.key)), pad))
    return [Splice(at, at, _lines(pieces, pad, at, first.start, end)) for at, pieces in texts.items()]


def _lines(pieces: list[str], pad: str, at: int, first: int, end: int) -> str:
    if end >= 0:
        return "".join(f"{piece}\n" for piece in pieces)
    if at == first:
        return "".join(f"{piece}\n{pad}" for piece in pieces)
    return "".join(f"\n{pad}{piece}" for piece in pieces)


def _after(source: SourceText, mapping: MappingNode, before: Sequence[str], new: Value) -> int:
    """The end of the last line of the keys before that stay; the first key, where none does."""
    stay = [
        value for key, value in mapping.entries if key.text in before and not is_blank(part(new, key.text))
    ]
    return end_of_line(source, trimmed_end(source, stay[-1])) if stay else mapping.entries[0][0].start
