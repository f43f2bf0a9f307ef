"""What the buttons of a form do to its values: a row more, one less, another order, a record picked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from generator.forms.control import Control
from generator.forms.values import Row, Value, empty, part, rows

Steps = Sequence[str]
Rows = tuple[Row, ...]

ADDER: Final = "new"
"""The row of a list of records in which the next one is picked."""


def added(
    controls: Sequence[Control], values: Mapping[str, Value], path: str
) -> tuple[dict[str, Value], str]:
    """The values with an empty row at the end of the list at `path`, and the path of that row."""
    made: list[str] = []

    def more(control: Control, found: Rows) -> Rows:
        made.append(fresh_label(found))
        return (*found, Row(made[0], empty(control.entry)))

    changed = _with_rows(controls, values, path.split("."), more)
    return changed, f"{path}.{made[0]}" if made else path


def removed(controls: Sequence[Control], values: Mapping[str, Value], path: str) -> dict[str, Value]:
    """The values without the row at `path`."""
    *steps, label = path.split(".")
    return _with_rows(
        controls, values, steps, lambda _, found: tuple(row for row in found if row.origin != label)
    )


def moved(controls: Sequence[Control], values: Mapping[str, Value], path: str, by: int) -> dict[str, Value]:
    """The values with the row at `path` so many places further down; at an end it stays."""
    *steps, label = path.split(".")

    def shifted(_: Control, found: Rows) -> Rows:
        at = next((at for at, row in enumerate(found) if row.origin == label), -1)
        to = at + by
        if at < 0 or not 0 <= to < len(found):
            return found
        rest = [*found[:at], *found[at + 1 :]]
        return (*rest[:to], found[at], *rest[to:])

    return _with_rows(controls, values, steps, shifted)


def picked(
    controls: Sequence[Control], values: Mapping[str, Value], path: str, text: str
) -> dict[str, Value]:
    """The values with a text in the place of what stands at `path`."""
    first, *steps = path.split(".")
    return {
        control.key: _set(control, values[control.key], steps, text)
        if control.key == first
        else values[control.key]
        for control in controls
    }


def text_at(values: Mapping[str, Value], path: str) -> str:
    """The text at a path; empty where there is none."""
    value: Value = values
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step, "")
        else:
            value = next((row.value for row in rows(value) if row.origin == step), "")
    return value if isinstance(value, str) else ""


def fresh_label(found: Rows) -> str:
    """What a new row is called: no other row is."""
    taken = {row.origin for row in found}
    return next(label for label in (f"n{number}" for number in range(len(taken) + 1)) if label not in taken)


def _set(control: Control, value: Value, steps: Steps, text: str) -> Value:
    if control.of is not None and steps:
        found = rows(value)
        if steps[0] == ADDER or all(row.origin != steps[0] for row in found):
            found = tuple(row for row in found if row.origin != ADDER)
            label = fresh_label(found)
            found, steps = (*found, Row(label, empty(control.entry))), (label, *steps[1:])
        return tuple(
            Row(row.origin, _set(control.entry, row.value, steps[1:], text))
            if row.origin == steps[0]
            else row
            for row in found
        )
    if control.fields and steps:
        return {
            field.key: _set(field, part(value, field.key), steps[1:], text)
            if field.key == steps[0]
            else part(value, field.key)
            for field in control.fields
        }
    return value if control.fields or control.of is not None else text


def _with_rows(
    controls: Sequence[Control],
    values: Mapping[str, Value],
    steps: Steps,
    change: Callable[[Control, Rows], Rows],
) -> dict[str, Value]:
    return {
        control.key: _changed(control, values[control.key], steps[1:], change)
        if steps and control.key == steps[0]
        else values[control.key]
        for control in controls
    }


def _changed(control: Control, value: Value, steps: Steps, change: Callable[[Control, Rows], Rows]) -> Value:
    if control.of is not None:
        if not steps:
            return change(control, rows(value))
        return tuple(
            Row(row.origin, _changed(control.entry, row.value, steps[1:], change))
            if row.origin == steps[0]
            else row
            for row in rows(value)
        )
    if control.fields and steps:
        return {
            field.key: _changed(field, part(value, field.key), steps[1:], change)
            if field.key == steps[0]
            else part(value, field.key)
            for field in control.fields
        }
    return value
