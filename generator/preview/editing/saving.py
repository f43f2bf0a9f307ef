"""From a form to its file: nothing is written that was not checked, or that another has changed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.authoring.front_matter import record_text
from generator.authoring.scaffold import Wish, scaffold
from generator.desk.splices import source_of
from generator.desk.writing import write
from generator.diagnostics.diagnostic import Diagnostic
from generator.forms.control import record_controls
from generator.forms.reading import Manuscript, manuscript
from generator.forms.values import is_blank, plain, same, text
from generator.forms.writing import CannotWriteError, revised
from generator.graph.values import Target
from generator.model.names import slug
from generator.preview.editing.desk import Desk
from generator.preview.editing.faults import Fault, faults_of, plain_faults
from generator.preview.editing.form_page import Notice
from generator.preview.editing.proof import Proof
from generator.preview.editing.sheet import OpenFile, Sheet, open_file, tidied
from generator.reading.file_names import is_id, suggested_id
from generator.reading.load import load
from generator.reading.source_file import SourceFile


@dataclass(frozen=True, slots=True)
class Saved:
    """It is written, or there was nothing to write."""

    sheet: Sheet
    changed: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """It is not, and this is why."""

    sheet: Sheet
    notice: Notice


@dataclass(frozen=True, slots=True)
class Clash:
    """The file says something else than when the form was made; None: it is gone."""

    sheet: Sheet
    theirs: OpenFile | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to be: what it holds now (None for no file), and what it would hold."""

    file: SourceFile
    before: bytes | None
    after: bytes

    @property
    def read(self) -> Manuscript | None:
        """What it would say."""
        kind = self.file.record_kind
        return manuscript(source_of(self.after, self.file.path), record_controls(kind)) if kind else None


Outcome = Saved | Refused | Clash


def checked(desk: Desk, sheet: Sheet) -> Outcome:
    """What would stand in the way of saving; nothing is written."""
    sheet = tidied(sheet)
    copy = copy_of(desk, sheet)
    if not isinstance(copy, Copy):
        return copy
    proof = desk.proof(copy.file, copy.after)
    faults = _faults(proof, copy, sheet)
    said = "" if faults else "Nothing is wrong. Nothing has been saved yet."
    return Refused(sheet, Notice(said=said, faults=faults))


def save(desk: Desk, sheet: Sheet, *, draft: bool, confirmed: str = "") -> Outcome:
    """Write what the form says. `confirmed` names the doubts that somebody has seen and saves all the same."""
    sheet = tidied(sheet.saying({**sheet.values, "draft": "true" if draft else ""}))
    with desk.saving:
        copy = copy_of(desk, sheet)
        if not isinstance(copy, Copy):
            return copy
        saved = replace(sheet, id=copy.file.id, path=copy.file.path)
        if copy.after == copy.before:
            return Saved(saved, changed=False)
        refused = _refusal(desk.proof(copy.file, copy.after), copy, sheet, confirmed)
        if refused is not None:
            return refused
        return _written(desk, copy, saved)


def _written(desk: Desk, copy: Copy, sheet: Sheet) -> Outcome:
    path = copy.file.path
    try:
        changed = write(desk.root, {path: copy.after}, {path: copy.before})
    except OSError as fault:
        return _refused(sheet, f"The disk does not take it: {fault.strerror or fault}.")
    if changed:
        return _clash(desk, sheet, copy.file)
    desk.show(path, copy.after)
    return Saved(replace(sheet, digest=sha256(copy.after).hexdigest()), changed=True)


def copy_of(desk: Desk, sheet: Sheet) -> Copy | Outcome:
    """The file as it would be, or why there is none."""
    return _new_copy(desk, sheet) if sheet.is_new else _changed_copy(desk, sheet)


def _changed_copy(desk: Desk, sheet: Sheet) -> Copy | Outcome:
    file = desk.stock().files.get(Target(sheet.kind, sheet.id))
    opened = open_file(desk.root, file) if file else "The file is not there any more."
    if isinstance(opened, OpenFile) and opened.digest != sheet.digest:
        return Clash(sheet, opened)
    if not isinstance(opened, OpenFile):
        gone = file is None or load(desk.root, file.path) is None
        return Clash(sheet, None) if gone else _refused(sheet, _words(opened))
    try:
        controls = record_controls(sheet.kind)
        after = revised(opened.raw, opened.manuscript, controls, sheet.values, text(sheet.values["body"]))
    except CannotWriteError as fault:
        keys = ", ".join(fault.keys)
        return _refused(
            sheet,
            f"The file is laid out in a way that forms cannot write into: {keys}. Use an editor for these.",
        )
    return Copy(opened.file, opened.raw, after)


def _new_copy(desk: Desk, sheet: Sheet) -> Copy | Outcome:
    record_id = sheet.id or slug(sheet.heading)
    sheet = replace(sheet, id=record_id)
    if not is_id(record_id):
        better = suggested_id(record_id)
        said = f"“{record_id}” is not the form of an id: small Latin letters, digits and single hyphens."
        return _refused(
            sheet, f"{said} Did you mean “{better}”?" if better else said, focus="_id", suggested=better
        )
    date = text(sheet.values.get("date", "")) or text(sheet.values.get("published", ""))
    path = scaffold(Wish(kind=sheet.kind, title=sheet.heading, id=record_id, date=date)).path
    fields = {
        one.key: plain(one, sheet.values[one.key])
        for one in record_controls(sheet.kind)
        if not is_blank(sheet.values[one.key])
    }
    copy = Copy(
        SourceFile(path, sheet.kind, record_id),
        None,
        record_text(sheet.kind, fields, text(sheet.values["body"])).encode("utf-8", "replace"),
    )
    return _placed(desk, sheet, copy)


def _placed(desk: Desk, sheet: Sheet, copy: Copy) -> Copy | Outcome:
    """A new file, unless its place or its id is taken, or its texts would come back as others."""
    if _leads_elsewhere(desk.root, copy.file.path):
        return _refused(sheet, "Its folder is a symbolic link, which is not followed.")
    other = desk.stock().files.get(Target(sheet.kind, copy.file.id))
    held = load(desk.root, other.path if other else copy.file.path)
    if held == copy.after:  # sent a second time
        return replace(copy, before=copy.after)
    if other is not None or held is not None:
        said = f"There is a record with the id “{copy.file.id}” already. Give this one another id."
        return _refused(sheet, said, focus="_id")
    read = copy.read
    same_ = read and all(
        same(one, read.values[one.key], sheet.values[one.key]) for one in record_controls(sheet.kind)
    )
    if sheet.heading and not same_:
        return _refused(sheet, "There is something in these texts that cannot be written down.")
    return copy


def _leads_elsewhere(root: Path, path: str) -> bool:
    folders = PurePosixPath(path).parents
    return any((root / folder).is_symlink() for folder in folders if str(folder) != ".")


def _refusal(proof: Proof, copy: Copy, sheet: Sheet, confirmed: str) -> Refused | None:
    """Why it is not saved: an error, or a doubt that nobody has confirmed."""
    faults = _faults(proof, copy, sheet)
    if proof.errors:
        return Refused(sheet, Notice(said="It is not saved.", grave=True, faults=faults))
    doubts = doubts_of(proof.doubts)
    if proof.doubts and doubts != confirmed:
        deed = f"{'draft' if sheet.is_draft else 'save'}:{doubts}"
        said = "It is not saved yet. Look at these first; they need not keep you from saving."
        return Refused(sheet, Notice(said=said, faults=faults, confirm=deed))
    return None


def doubts_of(findings: Sequence[Diagnostic]) -> str:
    """A name for these findings, so that others are asked about again."""
    return sha256("\n".join(f"{one.code} {one.message}" for one in findings).encode()).hexdigest()[:16]


def _faults(proof: Proof, copy: Copy, sheet: Sheet) -> list[Fault]:
    read = copy.read
    here = faults_of(proof.here, read, sheet.kind, sheet.values) if read else plain_faults(proof.here)
    return [*here, *plain_faults(proof.elsewhere)]


def _clash(desk: Desk, sheet: Sheet, file: SourceFile) -> Clash | Refused:
    opened = open_file(desk.root, file)
    return Clash(sheet, opened) if isinstance(opened, OpenFile) else _refused(sheet, _words(opened))


def _refused(sheet: Sheet, said: str, focus: str = "", suggested: str = "") -> Refused:
    return Refused(
        sheet, Notice(said=f"It is not saved. {said}", grave=True, focus=focus, suggested=suggested)
    )


def _words(why: Diagnostic | str) -> str:
    return why if isinstance(why, str) else f"{why.message}. {why.help}"
