"""A form's fields as its template sees them: names, texts and choices already decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.forms.control import Control
from generator.forms.sections import KIND_NAMES, label_of_field, noun_of
from generator.forms.values import Value, empty, is_blank, part, rows
from generator.model.figure import Figure
from generator.model.moment import Moment
from generator.model.notation_error import NotationError
from generator.pages.html import Html
from generator.preview.editing.faults import Fault, marked
from generator.preview.editing.stock import Stock

SPARE: Final = "zROWz"
"""Stands, with how deep it is, for what a new row will be called."""

_DEFAULT: Final = re.compile(r"Default `([^`]*)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field. `name` is what its input is called; `id` its element's; `picked` the name of the record that is picked;
    `makes` are the kinds of record that can be made for it, with their words; `meaning` is what a date or figure means;
    `noun` is what one of its rows is, and `spare` a row that a script copies for a new one.
    """

    name: str
    id: str
    label: str
    about: Html
    sort: str
    required: bool
    text: str = ""
    options: tuple[tuple[str, str], ...] = ()
    kinds: str = ""
    makes: tuple[tuple[str, str], ...] = ()
    free: bool = False
    picked: str = ""
    meaning: str = ""
    fields: tuple[FieldView, ...] = ()
    rows: tuple[RowView, ...] = ()
    spare: RowView | None = None
    noun: str = ""
    faults: tuple[Fault, ...] = ()
    odd: str = ""
    blank: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One row of a list: its own field, or those of its group."""

    name: str
    id: str
    title: str
    field: FieldView


@dataclass(frozen=True, slots=True)
class Viewing:
    """What fields are seen with: the records there are, what was found, and what of the file no form can show."""

    stock: Stock
    faults: Mapping[str, Sequence[Fault]]
    odd: Mapping[str, str]

    def field(self, control: Control, value: Value, name: str, at: str, subject: str = "") -> FieldView:
        """A field. `at` is its path with rows by number, as findings have it."""
        label = label_of_field(control, subject)
        told = _text_of(control, value)
        kinds = control.kinds or (control.of.kinds if control.of else ())
        return FieldView(
            name=name,
            id=element_id(name),
            label=label,
            about=marked(control.about),
            sort=control.sort,
            required=control.required,
            text=told,
            options=self._options(control, told),
            kinds=" ".join(kinds),
            makes=tuple((kind, KIND_NAMES.get(kind, kind)) for kind in kinds if kind != "topic"),
            free=control.free or (control.of is not None and control.of.free),
            picked=self.stock.label(control.kinds, told) if control.sort == "record" and told else "",
            meaning=meaning_of(control.sort, told),
            fields=tuple(
                self.field(one, part(value, one.key), f"{name}.{one.key}", f"{at}.{one.key}", control.subject)
                for one in control.fields
            ),
            rows=self._rows(control, value, name, at),
            spare=self._spare(control, name),
            noun=noun_of(control) if control.of is not None else "",
            faults=tuple(self.faults.get(at, ())),
            odd=self.odd.get(name, ""),
            blank=is_blank(value)
            and not any(path == at or path.startswith(f"{at}.") for path in (*self.odd, *self.faults)),
        )

    def _rows(self, control: Control, value: Value, name: str, at: str) -> tuple[RowView, ...]:
        if control.of is None:
            return ()
        found = labelled(value)
        noun = noun_of(control)
        return tuple(
            RowView(
                name=f"{name}.{label}",
                id=element_id(f"{name}.{label}"),
                title=f"{noun} {number + 1}",
                field=self.field(control.of, inner, f"{name}.{label}", f"{at}.{number}"),
            )
            for number, (label, inner) in enumerate(found)
        )

    def _spare(self, control: Control, name: str) -> RowView | None:
        if control.of is None:
            return None
        row = f"{name}.{SPARE}{name.count(SPARE)}"
        field = self.field(control.of, empty(control.of), row, row)
        return RowView(name=row, id=element_id(row), title=noun_of(control), field=field)

    def _options(self, control: Control, told: str) -> tuple[tuple[str, str], ...]:
        site = self.stock.site
        if control.sort == "choice":
            found = [(word, word.replace("-", " ")) for word in control.words]
        elif control.vocabulary == "role":
            found = [(role.slug, role.label) for role in site.roles]
        elif control.vocabulary == "measure":
            found = [(measure.slug, measure.label) for measure in site.measures]
        else:
            return ()
        if told and told not in dict(found):
            found.append((told, f"{told} (not in the vocabulary)"))
        default = _DEFAULT.search(control.about)
        first = (
            f"{default[1]} (if nothing is chosen)"
            if default
            else "choose…"
            if control.required
            else "not said"
        )
        return (("", first), *found)


def labelled(value: Value) -> list[tuple[str, Value]]:
    """The rows of a list with what they are called on the page; new ones by names of their own."""
    taken = {row.origin for row in rows(value)}
    free = (
        f"n{number}" for number in range(2 * len(taken) + len(rows(value)) + 1) if f"n{number}" not in taken
    )
    return [(row.origin or next(free), row.value) for row in rows(value)]


def element_id(name: str) -> str:
    """The id of the element of a name: one that needs no escaping in a selector."""
    return "f-" + re.sub(r"[^A-Za-z0-9]", "-", name)


def meaning_of(sort: str, text: str) -> str:
    """What a date or figure means, in words; why it means nothing, where that is so."""
    if not text or sort not in ("date", "figure"):
        return ""
    try:
        return Moment.parse(text).words() if sort == "date" else Figure.parse(text).words()
    except NotationError as error:
        return f"{error.message}; did you mean {error.suggestion}?" if error.suggestion else error.message


def _text_of(control: Control, value: Value) -> str:
    return value if isinstance(value, str) and not control.fields and control.of is None else ""
