"""What is answered to a form: another form, another page, or why not. No step keeps anything but the file it saves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from generator.forms.control import record_controls
from generator.forms.deeds import added, moved, removed, text_at
from generator.forms.merging import differences, merged
from generator.forms.submitted import unpacked
from generator.forms.whereabouts import field_at
from generator.graph.values import Target
from generator.model.addresses import record_address
from generator.model.records import Kind
from generator.preview.editing.clash_page import clash_page
from generator.preview.editing.desk import Desk
from generator.preview.editing.faults import faults_of
from generator.preview.editing.form_page import EDIT, Notice, form_page, kind_name, page, target_kind
from generator.preview.editing.proof import is_about
from generator.preview.editing.saving import Clash, Outcome, Saved, checked, save
from generator.preview.editing.sheet import (
    OpenFile,
    Sheet,
    new_sheet,
    open_file,
    sheet_of,
    tidied,
    unwrapped,
    with_pairs,
    wrapped,
)
from generator.reading.file_names import is_id

UNSEALED: Final = (
    "The preview was started anew since this form was made. Nothing is lost: look it through and save again."
)
FRESH: Final = "Saved."


@dataclass(frozen=True, slots=True)
class Answer:
    """A page, or where to go instead."""

    content: bytes = b""
    status: int = 200
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A form that was sent. `own` is what the form carries of its own, by names that begin with `_`; `sealed`: it is
    one of this run's; `seal` is for the next.
    """

    kind: str
    id: str
    own: Mapping[str, str]
    pairs: tuple[tuple[str, str], ...]
    sealed: bool
    seal: str


def on_new(desk: Desk, seal: str, kind: str, _id: str, told: Mapping[str, str]) -> Answer:
    """An empty form."""
    found = target_kind(kind)
    if found is None:
        return _nothing(desk)
    return _form(desk, new_sheet(found, told.get("title", "")[:500]), seal)


def on_edit(desk: Desk, seal: str, kind: str, record_id: str, told: Mapping[str, str]) -> Answer:
    """The form of a record, with what is found in it now; at a line of its file, if one is named."""
    opened = _opened(desk, target_kind(kind), record_id)
    if isinstance(opened, Answer):
        return opened
    sheet = sheet_of(opened)
    found = [one for one in desk.live.snapshot.findings if is_about(one, opened.file)]
    faults = faults_of(found, opened.manuscript, sheet.kind, sheet.values)
    line, column = (
        int(told.get(key, "")[:7]) if told.get(key, "")[:7].isdecimal() else 0 for key in ("line", "column")
    )
    focus = field_at(opened.manuscript, record_controls(sheet.kind), line, column) if line else ""
    said = FRESH if "saved" in told else ""
    return _form(desk, sheet, seal, Notice(said=said, faults=faults, focus=focus))


def on_post(desk: Desk, post: Post) -> Answer:
    """What a button of a form asks for."""
    sheet = _sent(desk, post)
    if isinstance(sheet, Answer):
        return sheet
    if not post.sealed:
        return replace(_form(desk, sheet, post.seal, Notice(said=UNSEALED, grave=True)), status=403)
    deed, _, rest = post.own.get("_do", "check").partition(":")
    return _DEEDS.get(deed, _check)(desk, post, sheet, rest)


def _sent(desk: Desk, post: Post) -> Sheet | Answer:
    """The form as it was sent."""
    kind = target_kind(post.kind)
    own = post.own
    if kind is None:
        return _nothing(desk)
    sheet = replace(new_sheet(kind), parent=own.get("_parent", ""), id=own.get("_id", "").strip()[:300])
    if post.id:
        file = desk.stock().files.get(Target(kind, post.id))
        if file is None and not (own.get("_digest") and is_id(post.id)):
            return _nothing(desk)
        opened = open_file(desk.root, file) if file else ""
        base = unpacked(sheet.controls, own.get("_base", ""))
        sheet = replace(
            sheet, id=post.id, digest=own.get("_digest", "-"), base=base, path=file.path if file else ""
        )
        if isinstance(opened, OpenFile) and opened.digest == sheet.digest:
            sheet = replace(sheet_of(opened), parent=sheet.parent)
    if "_mine" in own:
        return sheet.saying(unpacked(sheet.controls, own["_mine"]))
    return with_pairs(sheet, post.pairs, desk.stock())


def _check(desk: Desk, post: Post, sheet: Sheet, _rest: str) -> Answer:
    return _answered(desk, post, checked(desk, sheet))


def _save(desk: Desk, post: Post, sheet: Sheet, rest: str) -> Answer:
    return _answered(desk, post, save(desk, sheet, draft=False, confirmed=rest))


def _save_draft(desk: Desk, post: Post, sheet: Sheet, rest: str) -> Answer:
    return _answered(desk, post, save(desk, sheet, draft=True, confirmed=rest))


def _answered(desk: Desk, post: Post, outcome: Outcome) -> Answer:
    """What a save came to, as a page."""
    if isinstance(outcome, Clash):
        return _clash(desk, post, outcome)
    if not isinstance(outcome, Saved):
        return _form(desk, outcome.sheet, post.seal, outcome.notice)
    sheet = outcome.sheet
    if sheet.parent:
        return _back(desk, post, sheet, pick=sheet.id)
    if sheet.id in desk.live.snapshot.graph.shelves[sheet.kind]:
        return Answer(elsewhere=f"/{quote(record_address(sheet.kind, sheet.id))}")
    return Answer(elsewhere=f"/{EDIT}/{sheet.kind}/{quote(sheet.id)}?saved=1")


def _clash(desk: Desk, post: Post, clash: Clash) -> Answer:
    if clash.theirs is None:
        sheet = replace(new_sheet(clash.sheet.kind), values=clash.sheet.values, id=clash.sheet.id)
        said = "The file was deleted or renamed meanwhile. What you wrote is here: saving makes a new file of it."
        return replace(_form(desk, sheet, post.seal, Notice(said=said, grave=True)), status=409)
    return Answer(clash_page(clash.sheet, clash.theirs, desk.stock(), post.seal), 409)


def _merge(desk: Desk, post: Post, sheet: Sheet, rest: str) -> Answer:
    """The two versions put together as was chosen; still to be saved."""
    opened = _opened(desk, sheet.kind, sheet.id)
    if isinstance(opened, Answer):
        return opened
    if opened.digest != post.own.get("_shown"):
        return Answer(clash_page(sheet, opened, desk.stock(), post.seal), 409)
    differing = [
        one.control.key for one in differences(sheet.controls, sheet.base, sheet.values, opened.values)
    ]
    chosen = dict(post.pairs)
    kept = {
        "mine": frozenset(differing),
        "theirs": frozenset[str](),
    }.get(rest, frozenset(key for key in differing if chosen.get(f"keep-{key}", "mine") == "mine"))
    values = merged(sheet.controls, sheet.base, sheet.values, opened.values, kept)
    fresh = replace(sheet_of(opened), values=values, parent=sheet.parent)
    return _form(desk, fresh, post.seal, Notice(said="Put together. Look it through, then save it."))


def _add(desk: Desk, post: Post, sheet: Sheet, path: str) -> Answer:
    values, row = added(sheet.controls, sheet.values, path)
    return _form(desk, sheet.saying(values), post.seal, Notice(focus=row))


def _keep(desk: Desk, post: Post, sheet: Sheet, path: str) -> Answer:
    """The form as it is, with what was named taken for what it is."""
    return _form(desk, tidied(sheet), post.seal, Notice(focus=path))


def _remove(desk: Desk, post: Post, sheet: Sheet, path: str) -> Answer:
    values = removed(sheet.controls, sheet.values, path)
    return _form(desk, sheet.saying(values), post.seal, Notice(focus=path.rpartition(".")[0]))


def _up(desk: Desk, post: Post, sheet: Sheet, path: str) -> Answer:
    return _form(
        desk, sheet.saying(moved(sheet.controls, sheet.values, path, -1)), post.seal, Notice(focus=path)
    )


def _down(desk: Desk, post: Post, sheet: Sheet, path: str) -> Answer:
    return _form(
        desk, sheet.saying(moved(sheet.controls, sheet.values, path, 1)), post.seal, Notice(focus=path)
    )


def _make(desk: Desk, post: Post, sheet: Sheet, rest: str) -> Answer:
    """The form of a record that another form needs, with that form behind it."""
    into, _, word = rest.rpartition(":")
    kind = target_kind(word)
    if kind is None:
        return _form(desk, sheet, post.seal)
    typed = text_at(sheet.values, into)
    known = desk.stock().label((kind,), typed)
    child = new_sheet(kind, "" if known else typed, wrapped(sheet, into))
    return _form(desk, child, post.seal)


def _return(desk: Desk, post: Post, sheet: Sheet, _rest: str) -> Answer:
    return _back(desk, post, sheet)


def _back(desk: Desk, post: Post, sheet: Sheet, pick: str = "") -> Answer:
    """The form that waits behind this one, with what was made for it."""
    parent = unwrapped(sheet.parent, desk.stock(), pick)
    if parent is None:
        return Answer(elsewhere=f"/{EDIT}/{sheet.kind}/{quote(sheet.id)}" if sheet.id else "/")
    said = f"The {kind_name(sheet.kind)} “{sheet.heading}” is saved, and picked." if pick else ""
    return _form(desk, parent, post.seal, Notice(said=said))


Deed = Callable[[Desk, Post, Sheet, str], Answer]

_DEEDS: Final[dict[str, Deed]] = {
    "check": _check,
    "save": _save,
    "draft": _save_draft,
    "merge": _merge,
    "add": _add,
    "keep": _keep,
    "remove": _remove,
    "up": _up,
    "down": _down,
    "make": _make,
    "return": _return,
}


def _opened(desk: Desk, kind: Kind | None, record_id: str) -> OpenFile | Answer:
    """A record's file, looked up among those that there are."""
    file = desk.stock().files.get(Target(kind, record_id)) if kind else None
    if file is None:
        return _nothing(desk)
    opened = open_file(desk.root, file)
    if isinstance(opened, OpenFile):
        return opened
    why = opened if isinstance(opened, str) else f"{opened.message}. {opened.help}"
    return _told(desk, "This file cannot be edited here", f"{file.path}: {why}", 409)


def _form(desk: Desk, sheet: Sheet, seal: str, notice: Notice | None = None) -> Answer:
    return Answer(form_page(sheet, desk.stock(), seal, notice or Notice()))


def _nothing(desk: Desk) -> Answer:
    return _told(desk, "There is no such record", "It may have been renamed or deleted meanwhile.", 404)


def _told(desk: Desk, title: str, said: str, status: int) -> Answer:
    return Answer(page("preview/told.html", {"title": title, "said": said}, desk.live.snapshot), status)
