"""A form whose file was changed meanwhile: which fields differ, who changed them, and the two made one.

`base` is what the file said when the form was made, `mine` what the form says now, `theirs` what the file says now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.forms.control import Control
from generator.forms.values import Row, Value, empty, part, rows, same

Whose = Literal["mine", "theirs", "both"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the form and the file differ, and who changed it."""

    control: Control
    mine: Value
    theirs: Value
    whose: Whose


def differences(
    controls: Sequence[Control],
    base: Mapping[str, Value],
    mine: Mapping[str, Value],
    theirs: Mapping[str, Value],
) -> Iterator[Difference]:
    """The fields in which they differ, in the order of the form."""
    for control in controls:
        key = control.key
        if same(control, mine[key], theirs[key]):
            continue
        whose: Whose = "both"
        if same(control, base[key], theirs[key]):
            whose = "mine"
        elif same(control, base[key], mine[key]):
            whose = "theirs"
        yield Difference(control, mine[key], theirs[key], whose)


def merged(
    controls: Sequence[Control],
    base: Mapping[str, Value],
    mine: Mapping[str, Value],
    theirs: Mapping[str, Value],
    kept: frozenset[str],
) -> dict[str, Value]:
    """What the file says, but for the fields of the form that are kept."""
    return {
        one.key: _rebased(one, mine[one.key], base[one.key], theirs[one.key])
        if one.key in kept
        else theirs[one.key]
        for one in controls
    }


def _rebased(control: Control, mine: Value, base: Value, theirs: Value) -> Value:
    """The form's value, whose rows come from the entries that the file has now."""
    if control.of is not None:
        return _rebased_rows(control.entry, rows(mine), rows(base), rows(theirs))
    if control.fields:
        return {
            field.key: _rebased(
                field, *(part(value, field.key) or empty(field) for value in (mine, base, theirs))
            )
            for field in control.fields
        }
    return mine


def _rebased_rows(
    entry: Control, mine: Sequence[Row], base: Sequence[Row], theirs: Sequence[Row]
) -> tuple[Row, ...]:
    was = {row.origin: row.value for row in base}
    free = list(theirs)
    found: list[Row] = []
    for row in mine:
        now = next(
            (one for one in free if row.origin in was and same(entry, one.value, was[row.origin])), None
        )
        if now is None:
            found.append(Row("", _rebased(entry, row.value, empty(entry), empty(entry))))
        else:
            free.remove(now)
            found.append(Row(now.origin, _rebased(entry, row.value, was[row.origin], now.value)))
    return tuple(found)
