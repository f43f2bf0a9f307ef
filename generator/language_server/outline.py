"""The parts of a file: its fields, what is in their lists, and the headings of the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.desk.splices import source_of
from generator.language_server.cursor import front_matter_lines
from generator.language_server.lines import Lines
from generator.reading.front_matter import read_yaml
from generator.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.reading.source_file import SourceFile

_HEADING: Final = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t#]*$")
_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A part from `start` to `end` (offsets), known by its `name` at `at`."""

    name: str
    detail: str
    form: str
    start: int
    end: int
    at: int
    parts: tuple[Part, ...] = ()


def outline(lines: Lines, file: SourceFile) -> list[Part]:
    """The parts of a file in order."""
    first, last = front_matter_lines(lines, file)
    start, end = lines.start(first), lines.start(last)
    source = source_of(lines.text.encode("utf-8", "replace"), file.path)
    mapping, _ = read_yaml(source, start, end) if last > first else (None, ())
    fields = [_field(key, value) for key, value in mapping.entries] if mapping else []
    return [*fields, *_headings(lines, last)]


def _field(key: Scalar, value: Node) -> Part:
    parts = tuple(_entry(one) for one in value.nodes) if isinstance(value, Sequence) else _fields(value)
    return Part(key.text, _said(value), "field", key.start, max(value.end, key.end), key.start, parts)


def _fields(node: Node) -> tuple[Part, ...]:
    return tuple(_field(key, value) for key, value in node.entries) if isinstance(node, Mapping) else ()


def _entry(node: Node) -> Part:
    return Part(_said(node) or "…", "", "entry", node.start, node.end, node.start, _fields(node))


def _said(node: Node) -> str:
    """The beginning of a value."""
    if isinstance(node, Scalar):
        text = " ".join(node.text.split())
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    if isinstance(node, Mapping):
        return ", ".join(f"{key.text}: {_said(value)}" for key, value in node.entries[:2])
    return ""


def _headings(lines: Lines, first: int) -> list[Part]:
    """Headings within one another by their levels."""
    found: list[tuple[int, int, str]] = []
    fenced = False
    for number in range(first, lines.text.count("\n") + 1):
        line = lines.line(number)
        fenced ^= bool(_FENCE.match(line))
        heading = None if fenced else _HEADING.match(line)
        if heading:
            found.append((len(heading[1]), lines.start(number), heading[2]))
    return _nested(found, len(lines.text))


def _nested(found: list[tuple[int, int, str]], end: int) -> list[Part]:
    parts = []
    while found:
        level, start, name = found[0]
        inner = next((at for at, one in enumerate(found[1:], 1) if one[0] <= level), len(found))
        stop = found[inner][1] if inner < len(found) else end
        parts.append(Part(name, "", "heading", start, stop, start, tuple(_nested(found[1:inner], stop))))
        found = found[inner:]
    return parts
