"""What comes back from a form: names and texts in the order of the page, as values.

A name is the dotted path of a field; a list's row is called by the number it has in the file (`claims.2.figure`), or
`n` and a number where it is new. Rows stand in the order in which they come, so that a moved row is still itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from generator.forms.control import Control
from generator.forms.values import Row, Value, empty, is_blank, part, rows, text, tidy

DEEPEST: Final = 6
"""Steps of a name; those of what can be written are five."""

Pairs = Iterable[tuple[str, str]]


def submitted(controls: Sequence[Control], pairs: Pairs) -> dict[str, Value]:
    """The values of these controls; blank where nothing came. What no control has is passed over."""
    tree = _tree(pairs)
    return {control.key: _value(control, tree.get(control.key)) for control in controls}


def _tree(pairs: Pairs) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for name, written in pairs:
        *steps, last = name.split(".")
        node = root
        for step in steps[:DEEPEST]:
            inner = node.setdefault(step, {})
            node = inner if isinstance(inner, dict) else {}
        if not isinstance(node.get(last), dict):
            node[last] = written
    return root


def _value(control: Control, found: object) -> Value:
    if control.of is not None:
        entries = found.items() if isinstance(found, dict) else ()
        return tuple(Row(label, _value(control.entry, one)) for label, one in entries)
    if control.fields:
        inner = found if isinstance(found, dict) else {}
        return {field.key: _value(field, inner.get(field.key)) for field in control.fields}
    return tidy(control, found) if isinstance(found, str) else ""


def settled(
    controls: Sequence[Control], values: Mapping[str, Value], before: Mapping[str, Value]
) -> dict[str, Value]:
    """Values without blank rows, whose rows come from entries that there are in `before`, each once. A blank row of a
    group that is blank in the file, because no form can show it, stays.
    """
    return {one.key: _settled(one, values[one.key], before.get(one.key, empty(one))) for one in controls}


def _settled(control: Control, value: Value, before: Value) -> Value:
    if control.of is not None:
        return _settled_rows(control.entry, rows(value), rows(before))
    if control.fields:
        return {
            field.key: _settled(field, part(value, field.key), part(before, field.key) or empty(field))
            for field in control.fields
        }
    return value


def _settled_rows(entry: Control, found: Sequence[Row], before: Sequence[Row]) -> tuple[Row, ...]:
    free = {row.origin: row.value for row in before}
    kept: list[Row] = []
    for row in found:
        was = free.pop(row.origin, None)
        value = _settled(entry, row.value, empty(entry) if was is None else was)
        if not is_blank(value) or (was is not None and is_blank(was)):
            kept.append(Row("" if was is None else row.origin, value))
    return tuple(kept)


def packed(values: Mapping[str, Value]) -> str:
    """Values as JSON, for a form to carry."""
    return json.dumps({key: _packed(value) for key, value in values.items()}, ensure_ascii=False)


def _packed(value: Value) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: _packed(inner) for key, inner in value.items()}
    return [[row.origin, _packed(row.value)] for row in value]


def unpacked(controls: Sequence[Control], written: str) -> dict[str, Value]:
    """The values again. What is not of the form of its control is blank."""
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        found = {}
    inner = found if isinstance(found, dict) else {}
    return {control.key: _unpacked(control, inner.get(control.key)) for control in controls}


def _unpacked(control: Control, found: object) -> Value:
    if control.of is not None:
        pairs = found if isinstance(found, list) else []
        return tuple(
            Row(str(pair[0]), _unpacked(control.entry, pair[1]))
            for pair in pairs
            if isinstance(pair, list) and len(pair) == 2  # noqa: PLR2004 - a row
        )
    if control.fields:
        inner = found if isinstance(found, dict) else {}
        return {field.key: _unpacked(field, inner.get(field.key)) for field in control.fields}
    return text(found) if isinstance(found, str) else ""
