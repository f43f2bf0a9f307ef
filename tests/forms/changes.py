"""What somebody may do to a form: one field changed, as drawn."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from generator.forms.control import Control
from generator.forms.values import Row, Value, empty, is_blank, rows, tidy

WORDS = st.text(
    st.sampled_from("ab: #'\"[]{},|>&*!%@`-?~é\N{RIGHT-TO-LEFT MARK}ل\n\\\t\N{NO-BREAK SPACE}0"),
    min_size=1,
    max_size=12,
).map(lambda text: f"x{text}")


@st.composite
def changed(draw: DrawFn, control: Control, value: Value) -> Value:
    """Another value of a control, if it can be told from the old one."""
    if control.of is not None:
        return _rows(draw, control, value)
    if control.fields:
        return _group(draw, control, value)
    if control.sort == "truth":
        return draw(st.sampled_from(["true", ""]))
    if control.sort == "number":
        return str(draw(st.integers(-9, 99)))
    return tidy(control, draw(WORDS))


def _group(draw: DrawFn, control: Control, value: Any) -> Value:
    field = draw(st.sampled_from(control.fields))
    into = draw(st.sampled_from(["filled", "cleared"])) if control.sort != "pair" else "filled"
    keys = {one.key: value[one.key] if isinstance(value, dict) else empty(one) for one in control.fields}
    if control.sort == "pair":
        return {one.key: str(draw(st.sampled_from([1, -2.5, 35]))) for one in control.fields}
    keys[field.key] = draw(changed(field, keys[field.key])) if into == "filled" else empty(field)
    return keys if not is_blank(keys) else {**keys, field.key: draw(changed(field, keys[field.key]))}


def _rows(draw: DrawFn, control: Control, value: Value) -> Value:
    found = list(rows(value))
    for _ in range(draw(st.integers(1, 3))):
        deed = draw(st.sampled_from(["add", "remove", "move", "change"]))
        at = draw(st.integers(0, max(0, len(found) - 1)))
        if deed == "add" or not found:
            fresh = draw(changed(control.entry, empty(control.entry)))
            if not is_blank(fresh):
                found.insert(at, Row("", fresh))
        elif deed == "remove":
            del found[at]
        elif deed == "move":
            found.insert(draw(st.integers(0, len(found) - 1)), found.pop(at))
        else:
            found[at] = found[at]._replace(value=draw(changed(control.entry, found[at].value)))
    kept = [row for row in found if not is_blank(row.value)]
    return tuple(_of_one_language(kept) if control.sort in ("names", "translations") else kept)


def _of_one_language(found: list[Row]) -> list[Row]:
    seen: dict[str, Row] = {}
    for row in found:
        said = dict(row.value) if isinstance(row.value, dict) else {}
        if said.get("language") and any(said[key] for key in said if key != "language"):
            seen.setdefault(str(row.value["language"]), row)
    return list(seen.values())
