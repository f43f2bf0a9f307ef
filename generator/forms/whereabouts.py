"""Which field of a form a finding is about: the innermost whose value, or key, stands at its place."""

from __future__ import annotations

import re
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic
from generator.forms.control import Control
from generator.forms.reading import Manuscript, is_role_pair
from generator.forms.values import BY_LANGUAGE
from generator.reading.nodes import Mapping, Node, Sequence

BODY: Final = "body"
_MISSING: Final = re.compile(r'has no "([a-z_]+)"$')


def field_of(finding: Diagnostic, file: Manuscript, controls: tuple[Control, ...]) -> str:
    """The path of a field, its rows by their number; empty for a finding about the whole."""
    span = finding.span
    if span.path != file.source.path or not 0 < span.line <= len(file.source.line_starts):
        return ""
    path = field_at(file, controls, span.line, span.column)
    missing = _MISSING.search(finding.message) if finding.code == "D102" else None
    if missing:
        return ".".join((*path.split(".")[:-1], missing[1]))
    return path


def field_at(file: Manuscript, controls: tuple[Control, ...], line: int, column: int) -> str:
    """The field at a line and column (1-based, in characters) of the file."""
    starts = file.source.line_starts
    offset = starts[min(max(line, 1), len(starts)) - 1] + max(column, 1) - 1
    if offset >= file.division.body:
        return BODY
    steps = _within(file.mapping, controls, offset)
    return ".".join(steps) if steps and steps[0] in {one.key for one in controls} else ""


def _within(node: Mapping, fields: tuple[Control, ...], offset: int) -> list[str]:
    by_key = {field.key: field for field in fields}
    for key, value in node.entries:
        if key.start <= offset < max(value.end, key.end + 1):
            control = by_key.get(key.text)
            return [key.text, *(_inside(value, control, offset) if control else ())]
    return []


def _inside(node: Node, control: Control, offset: int) -> list[str]:
    if control.of is not None:
        nodes = node.nodes if isinstance(node, Sequence) else (node,)
        if control.sort in BY_LANGUAGE and isinstance(node, Mapping):
            return _under_language(node, control.of, offset)
        for at, one in enumerate(nodes):
            if one.start <= offset < max(one.end, one.start + 1):
                return [str(at), *_inside(one, control.of, offset)]
        return []
    if isinstance(node, Mapping) and control.fields:
        if is_role_pair(control, node):
            return ["actor" if offset < node.entries[0][0].end else "role"]
        return _within(node, control.fields, offset)
    return [control.short] if control.short else []


def _under_language(node: Mapping, entry: Control, offset: int) -> list[str]:
    for at, (key, value) in enumerate(node.entries):
        if key.start <= offset <= value.end:
            if isinstance(value, Mapping):
                return [str(at), *(_within(value, entry.fields, offset) or ["language"])]
            return [str(at), "name"]
    return []
