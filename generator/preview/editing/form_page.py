"""The page of a form, rendered by the site's own templates: nothing in it is decided there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from generator.forms.sections import KIND_NAMES, sections_of
from generator.forms.submitted import packed
from generator.graph.graph import Graph
from generator.model.addresses import record_address
from generator.model.moment import Moment
from generator.model.records import KINDS, Kind
from generator.pages.page import PageOutput, View
from generator.preview.editing.faults import Fault
from generator.preview.editing.field_views import FieldView, RowView, Viewing, element_id
from generator.preview.editing.sheet import Sheet
from generator.preview.editing.stock import Stock
from generator.preview.own_files import OWN
from generator.preview.snapshot import Snapshot
from generator.rendering.render import render

NEW: Final = f"{OWN}new"
EDIT: Final = f"{OWN}edit"

DATES: Final = (
    ("2014-08-24", "2014-08", "2014", "2014-08-24T05:30"),
    ("2014-08-24~", "2014-08-24?", "2014-08-24%"),
    ("2014-08-18/2014-08-24", "2014-08-18/..", "../2014-08-24"),
    ("2014-22", "201X", "[2014-08-23,2014-08-24]"),
)
"""Ways to write a date that a form shows, with what they mean."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section. `open`: something is written, or wrong, in it, or it is one that is always open."""

    title: str
    id: str
    fields: tuple[FieldView, ...]
    folded: bool
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is said above a form. `confirm` is the deed that saves all the same; `focus` the field to go to first."""

    said: str = ""
    grave: bool = False
    faults: Sequence[Fault] = ()
    confirm: str = ""
    focus: str = ""
    suggested: str = ""


def edit_address(kind: str, record_id: str) -> str:
    """Where a record's form is, below the site's root; empty for what has none."""
    return f"{EDIT}/{kind}/{quote(record_id)}" if kind in KINDS and record_id else ""


def form_page(sheet: Sheet, stock: Stock, seal: str, notice: Notice) -> bytes:
    """The form's bytes."""
    return page("preview/form.html", _view(sheet, stock, seal, notice), stock.snapshot)


def page(template: str, seen: View, snapshot: Snapshot) -> bytes:
    """A page of the preview's own."""

    def view(_graph: Graph, _subject: str) -> View:
        return {"description": "", "kinds": new_links(), **seen}

    output = PageOutput(address=OWN, template=template, view=view, listed=False)
    content, faults = render(output, snapshot.graph, snapshot.settings)
    return content or "\n".join(fault.message for fault in faults).encode()


def new_links() -> list[tuple[str, str]]:
    """What can be begun: the word for a kind, and the address of its form."""
    return [(kind_name(kind), f"/{NEW}/{kind}") for kind in KINDS]


def kind_name(kind: str) -> str:
    """What readers call a kind."""
    return KIND_NAMES.get(kind, kind)


def _view(sheet: Sheet, stock: Stock, seal: str, notice: Notice) -> View:
    faults: defaultdict[str, list[Fault]] = defaultdict(list)
    for fault in notice.faults:
        faults[fault.path].append(fault)
    viewing = Viewing(stock, faults, sheet.odd)
    sections = _sections(sheet, viewing)
    places = dict(_places(sections))
    stands = sheet.id in stock.snapshot.graph.shelves[sheet.kind]
    return {
        "title": f"{'New' if sheet.is_new else 'Edit'} {kind_name(sheet.kind)}",
        "sheet": sheet,
        "kind_name": kind_name(sheet.kind),
        "seal": seal,
        "base": packed(sheet.base),
        "sections": sections,
        "notice": notice,
        "summary": [(fault, *_place(fault, places)) for fault in notice.faults],
        "focus": element_id(notice.focus) if notice.focus else "",
        "page": record_address(sheet.kind, sheet.id) if stands else "",
        "action": f"/{EDIT}/{sheet.kind}" + ("" if sheet.is_new else f"/{quote(sheet.id)}"),
        "dates": [[(text, Moment.parse(text).words()) for text in row] for row in DATES],
        "count": _count(notice.faults),
    }


def _sections(sheet: Sheet, viewing: Viewing) -> list[SectionView]:
    found = []
    for section, controls in sections_of(sheet.kind, sheet.controls):
        fields = tuple(
            viewing.field(one, sheet.values[one.key], one.key, one.key, sheet.kind) for one in controls
        )
        is_open = not section.folded or any(not field.blank for field in fields)
        name = section.title.lower().replace(" ", "-").replace("’", "")
        found.append(SectionView(section.title, f"s-{name}", fields, section.folded, is_open))
    return found


def _places(sections: Iterable[SectionView]) -> Iterable[tuple[str, tuple[str, str]]]:
    """Where each field stands on the page, by its path with rows by number: the element's id, and its name."""
    for section in sections:
        for field in section.fields:
            yield from _within(field, field.name, field.label)


def _within(field: FieldView, at: str, label: str) -> Iterable[tuple[str, tuple[str, str]]]:
    yield at, (field.id, label)
    for inner in field.fields:
        yield from _within(inner, f"{at}.{inner.name.rpartition('.')[2]}", f"{label}: {inner.label}")
    for number, row in enumerate(field.rows):
        yield from _row(row, f"{at}.{number}", row.title.capitalize())


def _row(row: RowView, at: str, label: str) -> Iterable[tuple[str, tuple[str, str]]]:
    yield at, (row.id, label)
    for inner in row.field.fields:
        yield from _within(inner, f"{at}.{inner.name.rpartition('.')[2]}", f"{label}: {inner.label}")


def _place(fault: Fault, places: dict[str, tuple[str, str]]) -> tuple[str, str]:
    return places.get(fault.path, ("", ""))


def _count(faults: Iterable[Fault]) -> str:
    found = [fault.severity for fault in faults]
    words = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for word, number in (("error", found.count("error")), ("warning", found.count("warning")))
        if number
    ]
    return " and ".join(words) or ("a note" if found else "")


def target_kind(word: str) -> Kind | None:
    """The kind that an address names."""
    return next((kind for kind in KINDS if kind == word), None)
