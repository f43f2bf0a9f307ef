"""Both versions of a record whose file was changed while its form was open, side by side, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.forms.control import Control
from generator.forms.merging import differences
from generator.forms.sections import label_of_field
from generator.forms.submitted import packed
from generator.forms.values import Value, part, rows
from generator.preview.editing.form_page import EDIT, kind_name, page
from generator.preview.editing.sheet import OpenFile, Sheet
from generator.preview.editing.stock import Stock


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a value; `own`: the other version has no such line."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class ClashRow:
    """A field that differs. `keep` is what is chosen unless somebody chooses otherwise."""

    key: str
    label: str
    whose: str
    keep: str
    mine: tuple[Line, ...]
    theirs: tuple[Line, ...]


def clash_page(sheet: Sheet, theirs: OpenFile, stock: Stock, seal: str) -> bytes:
    """The page's bytes."""
    found = [
        ClashRow(
            key=one.control.key,
            label=label_of_field(one.control, sheet.kind),
            whose=one.whose,
            keep="theirs" if one.whose == "theirs" else "mine",
            mine=_marked(lines_of(one.control, one.mine), lines_of(one.control, one.theirs)),
            theirs=_marked(lines_of(one.control, one.theirs), lines_of(one.control, one.mine)),
        )
        for one in differences(sheet.controls, sheet.base, sheet.values, theirs.values)
    ]
    seen = {
        "title": "Changed meanwhile",
        "sheet": sheet,
        "kind_name": kind_name(sheet.kind),
        "rows": found,
        "seal": seal,
        "shown": theirs.digest,
        "base": packed(sheet.base),
        "mine": packed(sheet.values),
        "action": f"/{EDIT}/{sheet.kind}/{sheet.id}",
    }
    return page("preview/clash.html", seen, stock.snapshot)


def lines_of(control: Control, value: Value) -> list[str]:
    """A value in lines for eyes: of a list a line for each row, of a group its fields beside each other."""
    if control.of is not None:
        return [" ".join(lines_of(control.of, row.value)) for row in rows(value)]
    if control.fields and isinstance(value, Mapping):
        inner = ((one, " ".join(lines_of(one, part(value, one.key)))) for one in control.fields)
        return [" · ".join(f"{label_of_field(one, control.subject)}: {said}" for one, said in inner if said)]
    return value.split("\n") if isinstance(value, str) and value else []


def _marked(lines: list[str], others: list[str]) -> tuple[Line, ...]:
    return tuple(Line(line, line not in others and bool(line)) for line in lines)
