"""One form as it stands: what is written in it, what the file said when it was made, and whose form waits behind it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from generator.desk.splices import source_of
from generator.diagnostics.diagnostic import Diagnostic
from generator.forms.control import Control, form_controls, record_controls
from generator.forms.deeds import picked
from generator.forms.reading import Manuscript, manuscript
from generator.forms.submitted import packed, settled, submitted, unpacked
from generator.forms.values import Value, empty, same
from generator.graph.values import Target
from generator.model.records import KINDS, Kind
from generator.preview.editing.stock import Stock
from generator.reading.load import load
from generator.reading.records.tables import RECORDS
from generator.reading.source_file import SourceFile

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`base` are the values of the file that `digest` names, and blank for a new record, which has no digest.

    `odd` and `unknown` are what of the file no form can show. `parent` is the form that asked for this record, packed, and
    `into` the path of the field there in which it is wanted.
    """

    kind: Kind
    id: str
    values: Values
    base: Values
    digest: str = ""
    path: str = ""
    odd: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    parent: str = ""

    @property
    def is_new(self) -> bool:
        """Whether there is no file yet."""
        return not self.digest

    @property
    def controls(self) -> tuple[Control, ...]:
        """The controls of its kind."""
        return form_controls(self.kind)

    @property
    def is_changed(self) -> bool:
        """Whether anything is written in it that is not saved."""
        return not all(same(one, self.values[one.key], self.base[one.key]) for one in self.controls)

    @property
    def heading(self) -> str:
        """The title or name as it is written."""
        found = self.values[RECORDS[self.kind].heading]
        return found if isinstance(found, str) else ""

    @property
    def is_draft(self) -> bool:
        """Whether the record is kept back."""
        return self.values.get("draft") == "true"

    def saying(self, values: Values) -> Sheet:
        """The same form with other values."""
        return replace(self, values=values)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A record's file as it is on the disk."""

    file: SourceFile
    raw: bytes
    manuscript: Manuscript

    @property
    def digest(self) -> str:
        """What tells these bytes from others."""
        return sha256(self.raw).hexdigest()

    @property
    def values(self) -> dict[str, Value]:
        """What it says."""
        return {**self.manuscript.values, "body": self.manuscript.body}


def open_file(root: Path, file: SourceFile) -> OpenFile | Diagnostic | str:
    """A record's file, or why no form can be made of it."""
    raw = load(root, file.path)
    if not isinstance(raw, bytes):
        return raw or "The file is not there any more."
    try:
        source = source_of(raw, file.path)
    except ValueError as fault:
        return str(fault)
    found = manuscript(source, record_controls(cast("Kind", file.kind)))
    if found is None:
        return (
            "Its fields cannot be told from the rest. Mend the lines between the two --- in an editor first."
        )
    return OpenFile(file, raw, found)


def sheet_of(opened: OpenFile) -> Sheet:
    """The form of a file, with nothing changed."""
    return Sheet(
        kind=cast("Kind", opened.file.kind),
        id=opened.file.id,
        values=opened.values,
        base=opened.values,
        digest=opened.digest,
        path=opened.file.path,
        odd=opened.manuscript.odd,
        unknown=opened.manuscript.unknown,
    )


def new_sheet(kind: Kind, heading: str = "", parent: str = "") -> Sheet:
    """The form of a record that is not there yet."""
    blank = {control.key: empty(control) for control in form_controls(kind)}
    return Sheet(kind=kind, id="", values=blank | {RECORDS[kind].heading: heading}, base=blank, parent=parent)


def with_pairs(sheet: Sheet, pairs: Iterable[tuple[str, str]], stock: Stock) -> Sheet:
    """The form with what was sent of it; names of records in the place of their ids are those."""
    values = submitted(sheet.controls, pairs)
    return sheet.saying({one.key: resolved(one, values[one.key], stock) for one in sheet.controls})


def tidied(sheet: Sheet) -> Sheet:
    """The form without blank rows."""
    return sheet.saying(settled(sheet.controls, sheet.values, sheet.base))


def resolved(control: Control, value: Value, stock: Stock) -> Value:
    """The value with ids for the names of records."""
    if control.of is not None:
        entry = control.of
        listed = value if isinstance(value, tuple) else ()
        return tuple(row._replace(value=resolved(entry, row.value, stock)) for row in listed)
    if control.fields:
        group = value if isinstance(value, Mapping) else {}
        return {one.key: resolved(one, group.get(one.key, empty(one)), stock) for one in control.fields}
    if (
        control.sort == "record"
        and isinstance(value, str)
        and (not control.free or control.kinds != ("actor",))
    ):
        return stock.meant(control.kinds, value)
    return value


def wrapped(sheet: Sheet, into: str) -> str:
    """A form as a text that another form carries."""
    return json.dumps(
        {
            "kind": sheet.kind,
            "id": sheet.id,
            "digest": sheet.digest,
            "path": sheet.path,
            "values": packed(sheet.values),
            "base": packed(sheet.base),
            "parent": sheet.parent,
            "into": into,
        },
        ensure_ascii=False,
    )


def unwrapped(written: str, stock: Stock, pick: str = "") -> Sheet | None:
    """The form that waits behind another, with `pick` in the field that asked for it; None where it is none."""
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return None
    told: dict[str, Any] = found if isinstance(found, dict) else {}
    texts = {
        key: str(told.get(key, "")) for key in ("kind", "id", "digest", "values", "base", "parent", "into")
    }
    kind = next((one for one in KINDS if one == texts["kind"]), None)
    if kind is None:
        return None
    controls = form_controls(kind)
    values = unpacked(controls, texts["values"])
    if pick and texts["into"]:
        values = picked(controls, values, texts["into"], pick)
    file = stock.files.get(Target(kind, texts["id"])) if texts["digest"] else None
    return Sheet(
        kind=kind,
        id=texts["id"],
        values=values,
        base=unpacked(controls, texts["base"]),
        digest=texts["digest"],
        path=file.path if file else "",
        parent=texts["parent"],
    )
